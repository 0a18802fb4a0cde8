/// How many crossings of one place are true, were counted, and are both.
public struct CountTally: Hashable, Sendable {
  /// Where, and which way.
  public let place: CrossingRecord.Place
  /// The number of true crossings.
  public let truth: Int
  /// The number of counted crossings.
  public let counted: Int
  /// True crossings that were counted; at most as many as there are of either.
  public let matches: Int

  /// Creates a tally.
  public init(place: CrossingRecord.Place, truth: Int, counted: Int, matches: Int) {
    precondition(matches >= 0 && matches <= min(truth, counted), "a match is both true and counted")
    self.place = place
    self.truth = truth
    self.counted = counted
    self.matches = matches
  }

  /// The share of counted crossings that are true; nil where none was counted.
  public var precision: Double? { counted == 0 ? nil : Double(matches) / Double(counted) }
  /// The share of true crossings that were counted; nil where there are none.
  public var recall: Double? { truth == 0 ? nil : Double(matches) / Double(truth) }
}
