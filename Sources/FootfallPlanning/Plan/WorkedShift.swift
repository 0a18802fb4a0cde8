/// A shift worked before the period: what rest, days in a row, weeks and rolling windows begin with.
public struct WorkedShift: Hashable, Sendable {
  /// The business day, −1 being the last before the period.
  public let day: Int
  /// Since the beginning of the period, so negative in all or in part.
  public let minutes: Range<Int>
  /// Without unpaid breaks.
  public let paidMinutes: Int

  /// Creates a shift of the past.
  public init(day: Int, minutes: Range<Int>, paidMinutes: Int) {
    self.day = day
    self.minutes = minutes
    self.paidMinutes = paidMinutes
  }
}
