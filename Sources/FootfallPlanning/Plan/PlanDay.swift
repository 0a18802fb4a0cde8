/// One business day of a planning period.
///
/// It begins when the store's clock shows the start of the business day (often 00:00, for late trade 04:00) on its date
/// and ends where the next one begins, so that it has 23 or 25 hours where the clock is changed.
public struct PlanDay: Hashable, Sendable {
  /// The date on which it begins, as in `2026-11-30`.
  public let date: String
  /// Days from 1970-01-01 to that date.
  public let number: Int
  /// Since the beginning of the period, half-open.
  public let minutes: Range<Int>

  /// Creates a day.
  public init(date: String, number: Int, minutes: Range<Int>) {
    self.date = date
    self.number = number
    self.minutes = minutes
  }

  /// The day of the week, 0 being Monday.
  public var weekday: Int { (number + 3).modulo(7) }

  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool { weekday >= 5 }
}

extension Int {
  /// The remainder that is never negative.
  func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
