/// What an employee would like; to break it costs its weight, once.
public struct Wish: Hashable, Sendable {
  /// What is wished for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Not to work: broken by any shift that overlaps the time.
    case off
    /// To work: broken where no shift overlaps the time.
    case work
  }

  /// What is wished for.
  public let kind: Kind
  /// When, half-open, since the beginning of the period.
  public let minutes: Range<Int>
  /// What it costs to break it.
  public let weight: Double

  /// Creates a wish.
  public init(_ kind: Kind, minutes: Range<Int>, weight: Double) {
    self.kind = kind
    self.minutes = minutes
    self.weight = weight
  }

  /// Whether shifts at these times break it.
  public func isBroken(by shifts: some Sequence<Range<Int>>) -> Bool {
    shifts.contains { $0.overlaps(minutes) } == (kind == .off)
  }
}
