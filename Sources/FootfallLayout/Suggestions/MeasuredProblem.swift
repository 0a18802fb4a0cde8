internal import FootfallCore

/// Where the goods of each zone of a scene could stand, by what was measured of the zones.
///
/// The goods of every zone of a scene may stand in every such zone; those of other zones stay. Goods belong together as
/// far as their scene is met, or bought, together: by the lower end of the interval of their lift, less 1.
public struct MeasuredProblem: Sendable {
  /// Why there is none.
  public enum Fault: Error, Hashable, Sendable {
    /// The plan has no scene.
    case noScenes
    /// There are more zones of scenes than can be searched.
    case tooManyZones(Int)
    /// This zone is in no scene, so that its goods stay anyway.
    case inNoScene(String)
    /// No view shows both zones, and they are not on a floor that would tell their distance.
    case apart(String, String)
  }

  /// The problem; its scenes are the goods, named after the zones where they stand now.
  public let problem: LayoutProblem
  /// Whether exposures were measured; else they are made of distances.
  public let hasExposures: Bool

  private let plan: LayoutPlan
  /// The zones of scenes, as indices of the plan.
  private let zones: [Int]

  /// Makes the problem of what was measured.
  /// - Parameters:
  ///   - sales: what was sold; with receipts, they tell what belongs together, and lines by visitor what a visitor is
  ///     worth.
  ///   - fixed: ids of zones whose goods stay; those of queues and services do anyway.
  ///   - forbidden: ids of zones whose goods may not stand in another.
  public init(
    _ tally: TripTally, _ measures: LayoutMeasures, sales: SalesLedger? = nil, fixed: Set<String> = [],
    forbidden: [(goods: String, zone: String)] = []
  ) throws(Fault) {
    plan = tally.plan
    zones = plan.scenes.reduce(into: Set<Int>()) { $0.formUnion($1.zones) }.sorted()
    guard !zones.isEmpty else { throw .noScenes }
    guard zones.count <= LayoutProblem.mostZones else { throw .tooManyZones(zones.count) }
    let ids = zones.map { [plan] in plan.zones[$0].id }
    let named = fixed.sorted() + forbidden.flatMap { [$0.goods, $0.zone] }
    if let other = named.first(where: { !ids.contains($0) }) { throw .inNoScene(other) }
    let isMeasured = Set(zones.map { [plan] in plan.views(ofZone: $0) }).count == 1
    let exposures = isMeasured ? Self.met(zones, tally) : try Self.near(zones, tally.plan)
    let goods = zones.enumerated().map { [plan] place, zone in
      let stays = [.queue, .service].contains(plan.zones[zone].kind) || fixed.contains(ids[place])
      let excluded = forbidden.filter { $0.goods == ids[place] }.map(\.zone)
      let allowed = (stays ? [place] : Array(ids.indices)).filter { !excluded.contains(ids[$0]) }
      return LayoutProblem.Scene(
        id: ids[place], value: measures.sales?.zones[zone].conversion.value ?? 0, zone: place,
        allowed: Set(allowed))
    }
    hasExposures = isMeasured
    problem = LayoutProblem(
      scenes: goods,
      zones: zones.map { [plan] in
        LayoutProblem.Zone(id: plan.zones[$0].id, draw: measures.zones[$0].draw.value ?? 0)
      }, affinities: Self.affinities(zones, measures, sales), exposures: exposures)
  }

  /// A symmetric matrix with 0 between a zone and itself.
  private static func matrix(
    _ zones: [Int], _ value: (Int, Int) throws(Fault) -> Double
  ) throws(Fault) -> [Double] {
    var matrix = [Double](repeating: 0, count: zones.count * zones.count)
    for (column, second) in zones.enumerated() {
      for (row, first) in zones[..<column].enumerated() {
        let number = try value(first, second)
        matrix[row * zones.count + column] = number
        matrix[column * zones.count + row] = number
      }
    }
    return matrix
  }

  private static func affinities(_ zones: [Int], _ measures: LayoutMeasures, _ sales: SalesLedger?)
    -> [Double]
  {
    let receipts = sales.flatMap { $0.hasReceipts ? $0 : nil }
    let affinities = try? matrix(zones) { first, second throws(Fault) in
      guard measures.plan.scenes.contains(where: { $0.zones.contains(first) && $0.zones.contains(second) })
      else { return 0 }
      let visits = measures.pairs.first { $0.first == first && $0.second == second }?.table
      let lift = (receipts?.table(first, second) ?? visits)?.liftInterval?.lowerBound ?? 1
      return max(0, lift - 1)
    }
    return affinities ?? []
  }

  /// The share of trips in both zones; too few people to be told of are none.
  private static func met(_ zones: [Int], _ tally: TripTally) -> [Double] {
    let views = tally.plan.views(ofZone: zones[0])
    let trips = tally.days.reduce(0) { sum, day in views.reduce(sum) { $0 + day.trips[$1] } }
    let shares = try? matrix(zones) { first, second throws(Fault) in
      let both =
        tally.pairs.trips(first: first, second: second) + tally.pairs.trips(first: second, second: first)
      return Disclosure.withholds(both) ? 0 : Double(both) / Double(max(trips, 1))
    }
    return shares ?? []
  }

  private static func near(_ zones: [Int], _ plan: LayoutPlan) throws(Fault) -> [Double] {
    try matrix(zones) { first, second throws(Fault) in
      guard let one = plan.middle(ofZone: first), let other = plan.middle(ofZone: second) else {
        throw .apart(plan.zones[first].id, plan.zones[second].id)
      }
      return LayoutProblem.exposure(atMetres: (one - other).length)
    }
  }
}

extension LayoutPlan {
  /// The middle of what a zone takes of the floor; nil where a part of it is in a picture.
  fileprivate func middle(ofZone zone: Int) -> Point? {
    let parts = zones[zone].parts
    guard parts.allSatisfy({ views[$0.view].isMetric }) else { return nil }
    let corners = parts.flatMap(\.polygon.vertices)
    return corners.reduce(Point(0, 0)) { $0 + $1 } * (1 / Double(corners.count))
  }
}
