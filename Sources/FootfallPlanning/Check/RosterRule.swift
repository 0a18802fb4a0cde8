/// What a plan must keep to; the raw values are part of `footfall.plan-check/1` and of a plan's reasons.
public enum RosterRule: String, Hashable, Sendable, CaseIterable {
  /// A shift lies within the period.
  case period
  /// Its role is known.
  case role
  /// Its employee is known.
  case employee
  /// The employee has a skill that the role takes.
  case skill
  /// The employee may work throughout the shift.
  case availability
  /// It begins on the grid of the store's clock.
  case startGrid
  /// It is as long as shifts may be.
  case length
  /// It has the breaks of its length: so many, so long, paid or not, one after the other.
  case breaks
  /// A break begins on the grid of intervals.
  case breakGrid
  /// A break lies within its window.
  case breakWindow
  /// Nobody has two shifts at a time.
  case overlap
  /// A day has one shift, or two where it may be split.
  case shiftsPerDay
  /// The time between the two shifts of a split day.
  case splitGap
  /// The time between the shifts of two days.
  case rest
  /// Paid minutes of a day that is worked.
  case minMinutesDay
  /// Paid minutes of a day.
  case maxMinutesDay
  /// Paid minutes of a week.
  case maxMinutesWeek
  /// Days worked in a week.
  case maxDaysWeek
  /// Days worked in a row.
  case consecutiveDays
  /// Weekends worked.
  case weekends
  /// Paid minutes or days of so many days in a row.
  case rollingWindow
  /// A pinned shift is in the plan.
  case pinned
}
