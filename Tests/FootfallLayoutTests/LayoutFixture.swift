import FootfallCore
import FootfallTestSupport

@testable import FootfallLayout

/// A hall of 20 by 10 metres with three zones in a row, and an entrance at the left.
enum Hall {
  static let plan = LayoutPlan(
    views: [LayoutPlan.View(id: "floor", outline: rectangle(0, 0, 20, 10))],
    zones: [
      LayoutPlan.Zone(id: "bread", parts: [LayoutPlan.Part(view: 0, polygon: rectangle(2, 2, 6, 8))]),
      LayoutPlan.Zone(id: "milk", parts: [LayoutPlan.Part(view: 0, polygon: rectangle(8, 2, 12, 8))]),
      LayoutPlan.Zone(id: "wine", parts: [LayoutPlan.Part(view: 0, polygon: rectangle(14, 2, 18, 8))]),
    ], scenes: [LayoutPlan.Scene(id: "breakfast", zones: [0, 1])])

  static func rectangle(_ left: Double, _ low: Double, _ right: Double, _ high: Double) -> Polygon {
    Polygon([Point(left, low), Point(right, low), Point(right, high), Point(left, high)])
  }

  /// A trip with stays of 10 seconds, 5 seconds apart.
  static func trip(_ zones: [Int], day: Int = 0, seconds: Double = 10, isWhole: Bool = true) -> Trip {
    Trip(
      day: day,
      stays: zones.enumerated().map { place, zone in
        let start = Double(place) * (seconds + 5)
        return Stay(zone: zone, enterSeconds: start, exitSeconds: start + seconds)
      }, isWhole: isWhole)
  }

  static func tally(_ trips: [Trip], plan: LayoutPlan = plan) -> TripTally {
    var tally = TripTally(plan)
    for trip in trips { tally.add(trip) }
    return tally
  }

  /// Shoppers who go from zone to zone by chance.
  /// - Parameter moves: by row, row 0 being the entry and row i + 1 zone i; the rest of a row leaves.
  static func shoppers(
    _ count: Int, days: Int, moves: [[Double]], using generator: inout SeededGenerator
  ) -> [Trip] {
    (0..<count).map { number in
      var (row, zones): (Int, [Int]) = (0, [])
      while let next = draw(moves[row], using: &generator) {
        zones.append(next)
        row = next + 1
      }
      return trip(zones, day: number * days / count)
    }
  }

  private static func draw(_ shares: [Double], using generator: inout SeededGenerator) -> Int? {
    var rest = Double.random(in: 0..<1, using: &generator)
    for (zone, share) in shares.enumerated() {
      rest -= share
      if rest < 0 { return zone }
    }
    return nil
  }
}
