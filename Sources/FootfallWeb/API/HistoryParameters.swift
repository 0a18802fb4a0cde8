internal import HTTPTypes

/// Reads `from`, `to`, `interval` and `camera`.
enum HistoryParameters {
  /// What one answer holds at most: a year of hours, a month of minutes.
  static let mostIntervals = 44_640
  private static let day: Int64 = 86_400_000

  /// The stretch of history that is asked for: by default the last 24 hours.
  /// - Parameter intervalMinutes: where nothing else is asked for.
  /// - Throws: ``Refusal`` where a value is none or not allowed.
  static func query(
    _ values: [String: String], now: Int64, intervalMinutes: Int
  ) throws -> HistoryQuery {
    let minutes = try values["interval"].map(interval) ?? intervalMinutes
    return HistoryQuery(
      milliseconds: try span(values, now: now, days: 1, intervalMinutes: minutes), intervalMinutes: minutes,
      camera: values["camera"])
  }

  /// From `from` to `to`: by default so many days up to now.
  /// - Throws: ``Refusal`` where a value is none, or there would be too many intervals.
  static func span(
    _ values: [String: String], now: Int64, days: Int64, intervalMinutes: Int
  ) throws -> Range<Int64> {
    let to = try values["to"].map { try time($0, "to") } ?? now
    let from = try values["from"].map { try time($0, "from") } ?? to - days * day
    guard from < to else { throw Refusal(.badRequest, "from is not before to") }
    let intervals = (to - from) / (Int64(intervalMinutes) * 60_000)
    guard intervals <= mostIntervals, to - from <= 400 * day else {
      throw Refusal(
        .badRequest,
        "from and to are \(intervals) intervals apart; allowed: \(mostIntervals) intervals and 400 days at most"
      )
    }
    return from..<to
  }

  private static func time(_ text: String, _ name: String) throws -> Int64 {
    // A plus sign that was not written as %2B may come as a space.
    guard let time = SystemTime.milliseconds(parsing: text.replacing(" ", with: "+")),
      (0...4_102_444_800_000).contains(time)
    else {
      throw Refusal(
        .badRequest,
        "\(name) is '\(text.prefix(40))'; allowed: a time with its offset, such as 2026-03-01T09:00:00+01:00")
    }
    return time
  }

  private static func interval(_ text: String) throws -> Int {
    let units: [Character: Int] = ["m": 1, "h": 60, "d": 1440]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
      (1...1440).contains(count), 1440 % (count * unit) == 0
    else {
      throw Refusal(
        .badRequest, "interval is '\(text.prefix(20))'; allowed: a divisor of a day such as 1m, 15m, 1h, 1d")
    }
    return count * unit
  }
}
