/// The period that is planned: whole business days of a store's clock.
///
/// Everything in a plan is counted in minutes that pass, from the beginning of the period. Where the clock is set
/// forward or back, its reading jumps and these minutes do not.
public struct PlanHorizon: Hashable, Sendable {
  /// What the clock is ahead of UTC from a minute on.
  public struct ClockOffset: Hashable, Sendable {
    /// From this minute of the period on; that of the first may lie before the period.
    public let from: Int
    /// Minutes ahead of UTC.
    public let minutes: Int

    /// Creates an offset.
    public init(from: Int, minutes: Int) {
      self.from = from
      self.minutes = minutes
    }
  }

  /// The longest period: eight weeks.
  public static let greatestDays = 56

  /// The IANA name of the store's time zone.
  public let timeZone: String
  /// Minutes from 1970-01-01T00:00Z to the beginning.
  public let start: Int
  /// The business days, one after the other; the first begins at minute 0.
  public let days: [PlanDay]
  /// The day of the week on which contracts' weeks begin, 0 being Monday.
  public let firstWeekday: Int
  /// In order of time; the first holds for what is before the second, too.
  public let clockOffsets: [ClockOffset]

  /// Creates a period from at least one day and one offset.
  public init(
    timeZone: String, start: Int, days: [PlanDay], firstWeekday: Int = 0, clockOffsets: [ClockOffset]
  ) {
    precondition(!days.isEmpty && !clockOffsets.isEmpty, "a period has a day and a clock")
    self.timeZone = timeZone
    self.start = start
    self.days = days
    self.firstWeekday = firstWeekday
    self.clockOffsets = clockOffsets
  }

  /// From 0 to the end of the last day.
  public var minutes: Range<Int> { 0..<(days.last?.minutes.upperBound ?? 0) }

  /// The index of the business day in which a minute lies; nil outside the period.
  public func day(at minute: Int) -> Int? {
    guard minutes.contains(minute) else { return nil }
    // Days have 23 to 25 hours, so the guess is off by one at most.
    var day = min(minute / 1440, days.count - 1)
    while minute < days[day].minutes.lowerBound { day -= 1 }
    while minute >= days[day].minutes.upperBound { day += 1 }
    return day
  }

  /// What the store's clock shows at a minute, in minutes since midnight.
  public func clockMinute(at minute: Int) -> Int { (start + minute + offset(at: minute)).modulo(1440) }

  /// The minute at which the clock shows a time of a day's date: the earlier of two where it is set back, and the time
  /// as far after the change where it is set forward over it.
  /// - Parameters:
  ///   - day: an index of `days`; a negative one for a day before the period.
  ///   - clockMinute: minutes since midnight of its date; 1440 and more are on the next date.
  public func minute(ofDay day: Int, clockMinute: Int) -> Int {
    let local = (days[0].number + day) * 1440 + clockMinute - start
    // No zone is more than a day from UTC, so these are the offsets before and after any one change.
    let (before, after) = (offset(at: local - 1440), offset(at: local + 1440))
    for offset in [max(before, after), min(before, after)] where self.offset(at: local - offset) == offset {
      return local - offset
    }
    return local - before
  }

  /// The week of a day: days of equal numbers belong to the same week of contracts.
  /// - Parameter day: an index of `days`; a negative one for a day before the period.
  public func week(ofDay day: Int) -> Int {
    let number = days[0].number + day
    // 1970-01-05 is the first Monday.
    let shifted = number - 4 - firstWeekday
    return (shifted - shifted.modulo(7)) / 7
  }

  /// The weeks that the period touches, in order.
  public var weeks: ClosedRange<Int> { week(ofDay: 0)...week(ofDay: days.count - 1) }

  /// The minutes of a day at which the clock shows a multiple of `grid` minutes since midnight.
  public func starts(onDay day: Int, grid: Int) -> [Int] {
    days[day].minutes.filter { clockMinute(at: $0) % grid == 0 }
  }

  /// The length of the intervals into which the period can be divided evenly where those of the clock are to be so many
  /// minutes long: as long, or a part of it where the clock is changed by a part, as by half an hour on Lord Howe Island.
  public func evenMinutes(_ length: Int) -> Int {
    let before = offset(at: -1)
    return clockOffsets.filter { minutes.contains($0.from) }.reduce(length) { even, offset in
      Self.commonDivisor(even, abs(offset.minutes - before))
    }
  }

  private static func commonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : commonDivisor(b, a % b) }

  /// What the clock is ahead of UTC at a minute.
  public func offset(at minute: Int) -> Int {
    (clockOffsets.last { $0.from <= minute } ?? clockOffsets[0]).minutes
  }
}
