internal import FootfallCore
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
    guard let written = WrittenTime(parsing: text) else { return nil }
    return written.offsetMilliseconds.map { written.local.milliseconds - $0 }
      ?? instant(of: written.local, in: zone)
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
