/// Whether visitors meet the zones of a scene together.
public struct SceneMeasures: Hashable, Sendable {
  /// Trips that entered one zone of the scene or more, among all.
  public let draw: MeasuredShare
  /// Of those, the share that entered k zones or more, for k from 1 to all; nil where it is withheld.
  public let completeness: [MeasuredShare?]
  /// Of those, the share with a stop in one of its zones.
  public let stopRate: MeasuredShare
  /// The pairs within the scene that can be told of.
  public let pairs: [PairMeasures]
  /// What receipts say of it; nil without receipts.
  public let baskets: BasketMeasures?

  init(
    _ scene: Int, _ tally: TripTally, _ order: DayOrder, pairs: [PairMeasures], sales: SalesLedger?
  ) {
    let members = tally.plan.scenes[scene].zones
    let days = order.days.map { $0.scenes[scene] }
    let views = members.reduce(into: Set<Int>()) { $0.formUnion(tally.plan.views(ofZone: $1)) }
    let seen = order.days.map { day in views.reduce(0) { $0 + day.trips[$1] } }
    let visitors = days.map { $0.tripsByParts.dropFirst().reduce(0, +) }
    draw = MeasuredShare(visitors, of: seen)
    let exact = (1...members.count).map { parts in days.reduce(0) { $0 + $1.tripsByParts[parts] } }
    let isTold = SceneMeasures.isTold(exact)
    completeness = (1...members.count).map { least in
      guard isTold[least - 1], visitors.reduce(0, +) > 0 else { return nil }
      return MeasuredShare(
        days.map { $0.tripsByParts[least...].reduce(0, +) }, of: visitors, isWithheld: false)
    }
    stopRate = MeasuredShare(days.map(\.stopped), of: visitors)
    self.pairs = pairs.filter { members.contains($0.first) && members.contains($0.second) }
    baskets = sales.flatMap { BasketMeasures(members, $0) }
  }

  /// Whether the number of visitors of k zones or more tells nothing that is withheld, for k from 1.
  ///
  /// It does not where all numbers before it, or all from it on, are told.
  /// - Parameter exact: visitors of exactly k zones.
  private static func isTold(_ exact: [Int]) -> [Bool] {
    let withheld = Disclosure.withheld(of: exact)
    return exact.indices.map { first in
      !Disclosure.withholds(exact.reduce(0, +))
        && (!withheld[..<first].contains(true) || !withheld[first...].contains(true))
    }
  }
}
