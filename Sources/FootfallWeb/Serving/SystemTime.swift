internal import Foundation

/// The clock of the machine.
public enum SystemTime {
  /// Milliseconds since 1970 UTC.
  @Sendable public static func milliseconds() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

  /// ISO 8601 in UTC.
  static func iso8601(_ milliseconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601)
  }

  /// The instant of an ISO 8601 text with date, time and offset; nil for another form.
  static func milliseconds(parsing text: String) -> Int64? {
    let formats = [false, true].map { Date.ISO8601FormatStyle(includingFractionalSeconds: $0) }
    let date = formats.lazy.compactMap { try? Date(text, strategy: $0) }.first
    return date.map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) }
  }
}
