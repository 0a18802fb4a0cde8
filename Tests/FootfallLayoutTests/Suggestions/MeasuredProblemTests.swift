import FootfallCore
import Testing

@testable import FootfallLayout

@Suite("Placements from what was measured")
struct MeasuredProblemTests {
  /// Four zones in a row, of which the first and the last are one scene.
  private static func plan(views: [LayoutPlan.View] = [LayoutPlan.View(id: "floor")]) -> LayoutPlan {
    LayoutPlan(
      views: views,
      zones: ["bread", "milk", "jam", "till"].enumerated().map { place, id in
        let left = Double(place) * 5
        return LayoutPlan.Zone(
          id: id, kind: id == "till" ? .queue : .section,
          parts: [
            LayoutPlan.Part(view: min(place, views.count - 1), polygon: Hall.rectangle(left, 0, left + 4, 4))
          ])
      },
      scenes: [
        LayoutPlan.Scene(id: "breakfast", zones: [0, 2]), LayoutPlan.Scene(id: "way out", zones: [1, 3]),
      ])
  }

  /// 40 people in bread and jam, 60 in bread alone, 30 in jam alone, 170 in none of them, of whom 100 are in milk.
  private static let trips =
    (0..<300).map { number -> Trip in
      let zones = number < 40 ? [0, 2] : number < 100 ? [0] : number < 130 ? [2] : number < 230 ? [1] : []
      return Hall.trip(zones, day: number % 14)
    }

  private func problem(
    fixed: Set<String> = [], forbidden: [(goods: String, zone: String)] = [], sales: SalesLedger? = nil
  ) throws -> MeasuredProblem {
    let tally = Hall.tally(Self.trips, plan: Self.plan())
    return try MeasuredProblem(
      tally, LayoutMeasures(tally, sales: sales), sales: sales, fixed: fixed, forbidden: forbidden)
  }

  @Test("Exposures are shares of trips, affinities the sure part of lift within a scene, and a till stays")
  func measured() throws {
    let measured = try problem()
    let problem = measured.problem
    #expect(measured.hasExposures && problem.scenes.map(\.id) == ["bread", "milk", "jam", "till"])
    #expect(problem.exposures[0 * 4 + 2] == 40.0 / 300 && problem.exposures[0 * 4 + 1] == 0)
    let lift = try #require(
      PairTable(both: 40, firstOnly: 60, secondOnly: 30, neither: 170).liftInterval?.lowerBound)
    #expect(abs(problem.affinities[0 * 4 + 2] - (lift - 1)) < 1e-12 && lift > 1)
    #expect(problem.affinities.count { $0 > 0 } == 2, "milk and bread are of different scenes")
    #expect(problem.scenes.map(\.allowed.count) == [4, 4, 4, 1] && problem.scenes[3].allowed == [3])
    #expect(abs(problem.zones[0].draw - 100.0 / 300) < 1e-12 && problem.scenes.allSatisfy { $0.value == 0 })
    let answer = try problem.suggested(1, seed: 1)
    #expect(answer.isProved && answer.placements[0][3] == 3)
  }

  @Test("Goods that gain nothing by moving stay", arguments: [6, 14])
  func idle(zones: Int) throws {
    var (affinities, exposures) = ([Double](repeating: 0, count: zones * zones), [Double]())
    for first in 0..<zones {
      for second in 0..<zones { exposures.append(first == second ? 0 : 1 / Double(abs(first - second))) }
    }
    // The first and the last belong together, and one of them has to move beside the other.
    (affinities[zones - 1], affinities[(zones - 1) * zones]) = (2, 2)
    let problem = LayoutProblem(
      scenes: (0..<zones).map {
        LayoutProblem.Scene(id: "\($0)", value: 0, zone: $0, allowed: Set(0..<zones))
      }, zones: (0..<zones).map { LayoutProblem.Zone(id: "\($0)", draw: 0.5) }, affinities: affinities,
      exposures: exposures)
    let answer = try problem.suggested(3, seed: 1)
    #expect(answer.placements.map { $0.enumerated().count { $0.offset != $0.element } } == [2, 2, 3])
    #expect(answer.placements.allSatisfy { abs(problem.value(of: $0) - 4) < 1e-12 })
  }

  @Test("When time is over the best found so far is the answer")
  func timeOver() throws {
    let zones = 12
    let problem = LayoutProblem(
      scenes: (0..<zones).map {
        LayoutProblem.Scene(id: "\($0)", value: Double($0), zone: $0, allowed: Set(0..<zones))
      }, zones: (0..<zones).map { LayoutProblem.Zone(id: "\($0)", draw: 0.5) },
      affinities: [Double](repeating: 0, count: zones * zones),
      exposures: [Double](repeating: 0.2, count: zones * zones))
    let answer = try problem.suggested(1, seed: 1) { true }
    #expect(answer.placements.count == 1 && Set(answer.placements[0]) == Set(0..<zones))
  }

  @Test("Goods that are fixed or kept from a zone are placed so")
  func masks() throws {
    let problem = try problem(fixed: ["bread"], forbidden: [("milk", "jam")]).problem
    #expect(problem.scenes[0].allowed == [0] && problem.scenes[1].allowed == [0, 1, 3])
  }

  @Test("Goods that are fixed and kept from their own zone have none")
  func impossibleMask() throws {
    let problem = try problem(fixed: ["bread"], forbidden: [("bread", "bread")]).problem
    #expect(throws: LayoutProblem.Fault.shortage(scenes: ["bread"], zones: [])) {
      try problem.suggested(1, seed: 1)
    }
  }

  @Test("Where nothing is known fewer moves come first, and it is told")
  func unknown() throws {
    let zones = 4
    let problem = LayoutProblem(
      scenes: (0..<zones).map {
        LayoutProblem.Scene(id: "\($0)", value: 0, zone: $0, allowed: Set(0..<zones))
      }, zones: (0..<zones).map { LayoutProblem.Zone(id: "\($0)", draw: 0.5) },
      affinities: [Double](repeating: 0, count: zones * zones),
      exposures: [Double](repeating: 0.2, count: zones * zones))
    let answer = try problem.suggested(6, seed: 1)
    #expect(
      answer.placements.map { $0.enumerated().count { $0.offset != $0.element } } == [0, 2, 2, 2, 2, 2])
    #expect(!problem.distinguishes)
  }

  @Test("With receipts these tell what belongs together, and what a visitor is worth")
  func receipts() throws {
    var sales = SalesLedger(zones: 4)
    for receipt in 0..<100 {
      for zone in receipt < 50 ? [1, 3] : [0] {
        sales.add(Sale(zone: zone, day: receipt % 14, lines: 1, units: 1, amount: 2, receipt: receipt))
      }
    }
    let problem = try problem(sales: sales).problem
    #expect(problem.affinities[1 * 4 + 3] > 0.5 && problem.affinities[0 * 4 + 2] == 0)
    #expect(problem.scenes[0].value == 0.5, "fifty lines for a hundred visitors")
  }

  @Test("Zones that no view shows together are compared by distance where floors are known, else refused")
  func views() throws {
    func measured(isMetric: Bool) throws -> MeasuredProblem {
      let views = ["left", "right"].map { LayoutPlan.View(id: $0, isMetric: isMetric) }
      let tally = Hall.tally([Hall.trip([0])], plan: Self.plan(views: views))
      return try MeasuredProblem(tally, LayoutMeasures(tally))
    }
    let near = try measured(isMetric: true)
    #expect(!near.hasExposures)
    #expect(abs(near.problem.exposures[1] - ExponentialFunction.of(-0.5)) < 1e-12)
    #expect(throws: MeasuredProblem.Fault.apart("bread", "milk")) { try measured(isMetric: false) }
  }

  @Test("Without scenes, and for zones of none, there is no problem")
  func faults() {
    #expect(throws: MeasuredProblem.Fault.inNoScene("wine")) { try problem(fixed: ["wine"]) }
    var plan = Self.plan()
    plan.scenes = []
    let tally = Hall.tally(Self.trips, plan: plan)
    #expect(throws: MeasuredProblem.Fault.noScenes) {
      try MeasuredProblem(tally, LayoutMeasures(tally))
    }
  }
}
