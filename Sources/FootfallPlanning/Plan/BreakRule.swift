/// A break that shifts of certain lengths have, exactly once.
public struct BreakRule: Hashable, Sendable {
  /// The shifts that have it, by length from beginning to end: half-open.
  public let shiftMinutes: Range<Int>
  /// How long it is.
  public let minutes: Int
  /// Whether it is paid.
  public let isPaid: Bool
  /// The break lies within this time, counted from the beginning of the shift.
  public let window: Range<Int>

  /// Creates a rule.
  public init(shiftMinutes: Range<Int>, minutes: Int, isPaid: Bool, window: Range<Int>) {
    self.shiftMinutes = shiftMinutes
    self.minutes = minutes
    self.isPaid = isPaid
    self.window = window
  }
}
