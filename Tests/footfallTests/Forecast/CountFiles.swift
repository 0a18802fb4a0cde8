import FootfallTestSupport
import Foundation

/// Files of counts for the tests of `forecast`.
struct CountFiles {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What comes in an hour: 10 more each hour of the day, twice as much on Saturdays and Sundays.
  static func count(hour: Int) -> Int { (hour % 24) * 10 * (hour / 24 % 7 >= 5 ? 2 : 1) }

  /// A naive time, so many hours after Monday 2024-01-01.
  static func time(hour: Int, separator: String = "T") -> String {
    let date = Date(timeIntervalSince1970: 1_704_067_200 + Double(hour) * 3600)
    return String(date.formatted(.iso8601).prefix(16)).replacingOccurrences(of: "T", with: separator)
  }

  /// Whole weeks of hours from Monday 2024-01-01 on, a row an hour as `row` writes it.
  static func text(
    header: String = "start,value", weeks: Int = 9, _ row: (_ time: String, _ hour: Int) -> String
  ) -> String {
    header + "\n" + (0..<weeks * 168).map { row(time(hour: $0), $0) }.joined(separator: "\n") + "\n"
  }

  /// The rows of `start,value` without offset.
  static func plain(weeks: Int = 9) -> String { text(weeks: weeks) { "\($0),\(count(hour: $1))" } }

  /// Forecasts the counts of `text`.
  func forecast(_ text: String, _ arguments: [String] = ["--timezone", "Europe/London"]) async throws
    -> BuiltProgram.Outcome
  {
    _ = try folder.write(text, to: "counts.csv")
    return try await BuiltProgram.run(["forecast", "counts.csv"] + arguments, in: folder.url)
  }
}

/// A forecast as other programs read it.
struct ReadForecast: Decodable {
  struct Series: Decodable {
    var id: String
    var points: [Point]
  }

  struct Point: Decodable {
    var start: String
    var value: Double?
    var low: Double?
    var high: Double?
  }

  var schema: String
  var timeZone: String
  var intervalMinutes: Int
  var level: Double
  var series: [Series]

  init(_ text: String) throws { self = try JSONDecoder().decode(ReadForecast.self, from: Data(text.utf8)) }
}
