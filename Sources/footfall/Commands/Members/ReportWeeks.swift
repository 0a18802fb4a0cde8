import FootfallExport
import Foundation

/// The weeks, from Monday to Sunday, of a store's clock with their days and hours.
struct ReportWeeks {
  /// The hours of each day of each week, in milliseconds since 1970 UTC.
  let all: [[[Range<Int64>]]]
  let timeZone: String
  private let zone: TimeZone

  /// The weeks that touch a span of time and are over.
  /// - Parameter now: in milliseconds since 1970 UTC.
  /// - Throws: ``CommandError`` where the time zone is unknown.
  init(touching span: Range<Int64>, over now: Int64, timeZone: String) throws {
    guard let zone = TimeZone(identifier: timeZone),
      let days = LocalIntervals(minutes: 1440, timeZone: timeZone),
      let hours = LocalIntervals(minutes: 60, timeZone: timeZone)
    else { throw CommandError.unknownTimeZone(timeZone) }
    (self.timeZone, self.zone) = (timeZone, zone)
    // Wide enough to hold the whole of each week.
    let wide = span.lowerBound - 7 * Self.day..<min(span.upperBound + 7 * Self.day, now + Self.day)
    let boundaries = wide.isEmpty || span.isEmpty ? [] : days.boundaries(covering: wide) ?? []
    let ranges = zip(boundaries, boundaries.dropFirst()).map { $0..<$1 }
    let weeks = Dictionary(grouping: ranges) { Self.week(ofDay: Self.day(of: $0.lowerBound, zone)) }
    all = weeks.sorted { $0.key < $1.key }.map(\.value).filter { week in
      guard week.count == 7, let first = week.first, let last = week.last else { return false }
      return last.upperBound <= now && (first.lowerBound..<last.upperBound).overlaps(span)
    }.map { week in
      week.map { day in
        let boundaries = hours.boundaries(covering: day) ?? []
        return zip(boundaries, boundaries.dropFirst()).map { $0..<$1 }
      }
    }
  }

  /// The number of the day on the store's clock since 1970.
  func day(_ milliseconds: Int64) -> Int { Self.day(of: milliseconds, zone) }

  /// The time from the first week's beginning to the last one's end; nil without a week.
  var span: Range<Int64>? {
    guard let first = all.first?.first?.first, let last = all.last?.last?.last else { return nil }
    return first.lowerBound..<last.upperBound
  }

  private static let day: Int64 = 86_400_000

  private static func day(of milliseconds: Int64, _ zone: TimeZone) -> Int {
    let seconds = milliseconds / 1000
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    return Int((Double(seconds + Int64(offset)) / 86_400).rounded(.down))
  }

  /// 1 January 1970 was a Thursday.
  private static func week(ofDay day: Int) -> Int { Int((Double(day + 3) / 7).rounded(.down)) }
}
