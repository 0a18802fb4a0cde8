/// How a day may be split into two shifts, for those whose contract allows it.
public struct SplitRule: Hashable, Sendable {
  /// The time between the two.
  public let gapMinutes: ClosedRange<Int>

  /// Creates a rule.
  public init(gapMinutes: ClosedRange<Int>) { self.gapMinutes = gapMinutes }
}
