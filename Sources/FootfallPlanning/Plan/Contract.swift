/// What an employee may and is to work.
///
/// All limits but `leastWeekMinutes` are hard.
/// A shift counts wholly for the business day on which it begins, and for the week of that day. Minutes are paid ones.
public struct Contract: Hashable, Sendable {
  /// On a day that is worked at all, at least so much.
  public var leastDayMinutes = 0
  /// The most a day.
  public var greatestDayMinutes: Int?
  /// What a week is to have; falling short costs.
  ///
  /// Of a week that the period cuts, as many sevenths as it has days with work for a shift.
  public var leastWeekMinutes = 0
  /// The most a week; what was worked before the period counts in its first week.
  public var greatestWeekMinutes: Int?
  /// The most days a week, counted likewise.
  public var greatestWeekDays: Int?
  /// The most days in a row, those before the period included.
  public var greatestConsecutiveDays: Int?
  /// From the end of one day's last shift to the beginning of the next day's first one.
  public var leastRestMinutes = 0
  /// The most weekends of the period of which Saturday or Sunday is worked.
  public var greatestWeekends: Int?
  /// Limits on any so many consecutive days.
  public var windows: [RollingWindow] = []
  /// Whether a day may have two shifts, after the rules' `SplitRule`.
  public var allowsSplitShifts = false

  /// A contract without limits.
  public init() {}
}
