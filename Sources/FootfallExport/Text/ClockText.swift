internal import FootfallCore

/// Dates and times of day as planning files write them.
public enum ClockText {
  /// `09:05` of 545 minutes after midnight; hours go on after 23 for the night after.
  public static func time(minutes: Int) -> String {
    Wording.twoDigits(minutes / 60) + ":" + Wording.twoDigits(minutes % 60)
  }

  /// Minutes after midnight of `09:05`, up to `48:00`; nil for another form.
  public static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60, hours * 60 + minutes <= 2880
    else { return nil }
    return hours * 60 + minutes
  }

  /// `2026-11-30` of a number of days since 1970-01-01.
  public static func date(days: Int) -> String {
    var text = TextBuffer(capacity: 10)
    text.append(date: CivilTime(milliseconds: Int64(days) * CivilTime.millisecondsPerDay).date)
    return text.string
  }

  /// Days since 1970-01-01 of `2026-11-30`; nil for another form or a date that no calendar has.
  public static func days(_ text: String) -> Int? {
    guard text.utf8.count == 10, let time = WrittenTime(parsing: text) else { return nil }
    return Int(time.local.days)
  }
}
