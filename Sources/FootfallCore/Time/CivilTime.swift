/// A reading of a wall clock with its calendar date (proleptic Gregorian), without a zone.
public struct CivilTime: Hashable, Sendable {
  /// Milliseconds of a day without a change of the clock.
  public static let millisecondsPerDay: Int64 = 86_400_000

  /// Milliseconds from 1970-01-01T00:00 on this clock; not an instant, since the zone is not known.
  public var milliseconds: Int64

  /// The clock so many milliseconds after 1970-01-01T00:00.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Whole days since 1970-01-01, rounded down.
  public var days: Int64 { milliseconds.flooredQuotient(by: CivilTime.millisecondsPerDay) }

  /// Milliseconds since this clock's midnight.
  public var millisecondsOfDay: Int { Int(milliseconds - days * CivilTime.millisecondsPerDay) }

  /// The day of the week, 0 being Monday.
  public var weekday: Int { Int((days + 3) - (days + 3).flooredQuotient(by: 7) * 7) }

  /// The calendar date.
  ///
  /// Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), Int(month), Int(day))
  }

  /// The clock at midnight of a date; nil for a date that no calendar has.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let longest = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    guard (1...longest).contains(day) else { return nil }
    // days_from_civil of the same source.
    let shiftedYear = Int64(month <= 2 ? year - 1 : year)
    let era = shiftedYear.flooredQuotient(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    milliseconds = (era * 146_097 + dayOfEra - 719_468) * CivilTime.millisecondsPerDay
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity.
  public func flooredQuotient(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
