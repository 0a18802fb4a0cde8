internal import Foundation

extension WallClock {
  /// The instant that an ISO 8601 text tells, in milliseconds since 1970-01-01T00:00Z; nil for another form, a
  /// date that no calendar has or an unknown time zone.
  ///
  /// Forms: `2005-03-01`, `2005-03-01T09:00`, `2005-03-01T09:00:30`, `2005-03-01T09:00:30.25`, each with a time
  /// followed by nothing, `Z`, `+01:00`, `+0100` or `+01`; a space may stand for the `T`. Digits beyond the
  /// millisecond are dropped. Without an offset the time is that of `timeZone`: the earlier of two where the clock
  /// is set back, and the time as far after the change where it is set forward.
  /// - Parameters:
  ///   - text: the time.
  ///   - timeZone: an IANA name.
  public static func milliseconds(parsing text: String, timeZone: String) -> Int64? {
    TimeZone(identifier: timeZone).flatMap { milliseconds(parsing: text, in: $0) }
  }

  static func milliseconds(parsing text: String, in zone: TimeZone) -> Int64? {
    var scanner = TimeScanner(text)
    guard let date = scanner.date() else { return nil }
    if scanner.isAtEnd { return instant(of: date, in: zone) }
    guard let timeOfDay = scanner.timeOfDay() else { return nil }
    let local = CivilTime(milliseconds: date.milliseconds + timeOfDay)
    if scanner.isAtEnd { return instant(of: local, in: zone) }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    return local.milliseconds - offset
  }

  /// The instant at which a zone's clock shows `local`: the earlier of two where the clock is set back; where it
  /// is set forward over `local`, the instant as far after the change.
  static func instant(of local: CivilTime, in zone: TimeZone) -> Int64 {
    // No zone is more than a day from UTC, so the two offsets are those before and after any one change.
    let before = offsetMilliseconds(of: zone, at: local.milliseconds - CivilTime.millisecondsPerDay)
    let after = offsetMilliseconds(of: zone, at: local.milliseconds + CivilTime.millisecondsPerDay)
    for offset in [max(before, after), min(before, after)] {
      let instant = local.milliseconds - offset
      if offsetMilliseconds(of: zone, at: instant) == offset { return instant }
    }
    return local.milliseconds - before
  }
}

/// Reads the parts of an ISO 8601 time from left to right.
private struct TimeScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func date() -> CivilTime? {
    guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2) else {
      return nil
    }
    return CivilTime(year: year, month: month, day: day)
  }

  /// `T` or a space and the time of day, in milliseconds.
  mutating func timeOfDay() -> Int64? {
    guard skip("T") || skip("t") || skip(" "), let hour = digits(2), skip(":"), let minute = digits(2),
      hour < 24, minute < 60
    else { return nil }
    var milliseconds = Int64(hour * 3_600_000 + minute * 60_000)
    if skip(":") {
      guard let second = digits(2), second < 60 else { return nil }
      milliseconds += Int64(second * 1000)
      if skip(".") || skip(",") {
        guard let fraction = fractionMilliseconds() else { return nil }
        milliseconds += fraction
      }
    }
    return milliseconds
  }

  /// `Z`, `+01:00`, `+0100` or `+01`, in milliseconds.
  mutating func offset() -> Int64? {
    if skip("Z") || skip("z") { return 0 }
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hours = digits(2), hours < 24 else { return nil }
    var minutes = 0
    if !isAtEnd {
      _ = skip(":")
      guard let given = digits(2), given < 60 else { return nil }
      minutes = given
    }
    let size = Int64(hours * 3_600_000 + minutes * 60_000)
    return isNegative ? -size : size
  }

  private mutating func fractionMilliseconds() -> Int64? {
    var milliseconds: Int64 = 0
    var weight: Int64 = 100
    var count = 0
    while let byte = rest.first, (48...57).contains(byte) {
      milliseconds += Int64(byte - 48) * weight
      weight /= 10
      count += 1
      rest.removeFirst()
    }
    return count > 0 ? milliseconds : nil
  }

  private mutating func digits(_ count: Int) -> Int? {
    var number = 0
    for _ in 0..<count {
      guard let byte = rest.first, (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
      rest.removeFirst()
    }
    return number
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, UInt32(byte) == character.value else { return false }
    rest.removeFirst()
    return true
  }
}
