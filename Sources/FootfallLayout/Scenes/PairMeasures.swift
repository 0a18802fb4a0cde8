internal import FootfallAnalytics

/// How much more often than by chance visitors enter two zones: co-visits.
public struct PairMeasures: Hashable, Sendable {
  /// The zones, as indices, in the order of the plan.
  public let first: Int
  /// The second of them.
  public let second: Int
  /// Trips by whether they entered either, of the views that show both zones.
  public let table: PairTable
  /// The share of trips that entered both.
  public let support: MeasuredShare
  /// The share of those in the first that entered the second too.
  public let confidence: MeasuredShare
  /// The share of those in the second that entered the first too.
  public let reverseConfidence: MeasuredShare
  /// The share of those in both that were in the first before the second.
  public let firstBeforeSecond: MeasuredShare
  /// Fisher's p value, adjusted for all pairs of the store (Benjamini and Hochberg).
  public let qValue: Double

  /// Whether there is more, or less, than chance, at a false discovery rate of 5 %.
  public var isAssociated: Bool { qValue < 0.05 }

  /// All pairs that can be told of.
  static func all(_ tally: TripTally, _ order: DayOrder) -> [PairMeasures] {
    var pairs: [(first: Int, second: Int, table: PairTable)] = []
    for second in tally.plan.zones.indices {
      for first in 0..<second {
        if let table = table(first, second, tally, order) { pairs.append((first, second, table)) }
      }
    }
    pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    let adjusted = FalseDiscovery.adjusted(pairs.map(\.table.fisherPValue))
    return zip(pairs, adjusted).map { pair, qValue in
      PairMeasures(pair.first, pair.second, pair.table, qValue: qValue, tally.pairs)
    }
  }

  /// The table of a pair; nil where no view shows both zones or a cell is too small to be told.
  private static func table(_ first: Int, _ second: Int, _ tally: TripTally, _ order: DayOrder) -> PairTable?
  {
    let views = tally.plan.views(ofZone: first)
    // Visitors of other views could not be seen in both.
    guard views == tally.plan.views(ofZone: second) else { return nil }
    let trips = order.days.reduce(0) { sum, day in views.reduce(sum) { $0 + day.trips[$1] } }
    func visitors(_ zone: Int) -> Int { order.days.reduce(0) { $0 + $1.zones[zone].visitors } }
    let both =
      tally.pairs.trips(first: first, second: second) + tally.pairs.trips(first: second, second: first)
    let (one, other) = (visitors(first) - both, visitors(second) - both)
    let cells = [both, one, other, trips - both - one - other]
    guard cells.allSatisfy({ $0 >= Disclosure.leastCount || $0 == 0 }), visitors(first) > 0,
      visitors(second) > 0
    else { return nil }
    return PairTable(both: both, firstOnly: one, secondOnly: other, neither: cells[3])
  }

  private init(_ first: Int, _ second: Int, _ table: PairTable, qValue: Double, _ pairs: PairTally) {
    self.first = first
    self.second = second
    self.table = table
    self.qValue = qValue
    func share(_ part: Int, _ whole: Int) -> MeasuredShare {
      MeasuredShare([part], of: [whole], isWithheld: false)
    }
    support = share(table.both, table.count)
    confidence = share(table.both, table.first)
    reverseConfidence = share(table.both, table.second)
    firstBeforeSecond = MeasuredShare([pairs.trips(first: first, second: second)], of: [table.both])
  }
}
