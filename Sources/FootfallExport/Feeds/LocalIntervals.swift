internal import FootfallCore
internal import Foundation

/// The division of time into intervals of a store's clock.
///
/// An interval begins whenever the clock shows a multiple of its length since midnight, or leaps over one. Where the
/// clock is set back, the hour that comes twice has its intervals twice, with different offsets; where it is set
/// forward, the hour that does not come has none. An interval that contains a change of the clock is longer or
/// shorter than its name says: a day has 23, 24 or 25 hours.
public struct LocalIntervals: Sendable {
  /// The lengths allowed, in minutes: those that divide a day.
  public static let allowedMinutes = (1...1440).filter { 1440 % $0 == 0 }

  /// The length of an interval by the clock, in minutes.
  public let minutes: Int
  private let length: Int64
  private let zone: TimeZone

  /// Creates a division; nil when the length does not divide a day or the time zone is unknown.
  public init?(minutes: Int, timeZone: String) {
    guard minutes > 0, 1440 % minutes == 0, let zone = TimeZone(identifier: timeZone) else { return nil }
    self.minutes = minutes
    self.zone = zone
    length = Int64(minutes) * 60_000
  }

  /// The beginnings of the intervals that touch a range of time, and the end of the last one, in milliseconds since
  /// 1970 UTC.
  ///
  /// Two or more numbers in increasing order; none for an empty range.
  /// - Parameter limit: stop when there are more intervals than this.
  /// - Returns: nil when there are more than `limit`.
  /// - Complexity: O(number of intervals).
  public func boundaries(covering range: Range<Int64>, limit: Int = .max) -> [Int64]? {
    guard !range.isEmpty else { return [] }
    // A clock change may have moved the boundary: two days before, there surely is one to walk from.
    var boundary = range.lowerBound - 2 * CivilTime.millisecondsPerDay
    boundary = boundaryByOffset(before: boundary)
    var next = boundary
    repeat {
      boundary = next
      next = self.next(after: boundary)
    } while next <= range.lowerBound
    var boundaries = [boundary]
    while boundary < range.upperBound {
      boundary = self.next(after: boundary)
      boundaries.append(boundary)
      if boundaries.count - 1 > limit { return nil }
    }
    return boundaries
  }

  private func offset(at instant: Int64) -> Int64 { WallClock.offsetMilliseconds(of: zone, at: instant) }

  private func boundaryByOffset(before instant: Int64) -> Int64 {
    let offset = offset(at: instant)
    return (instant + offset).flooredQuotient(by: length) * length - offset
  }

  private func next(after boundary: Int64) -> Int64 {
    var instant = boundary
    while true {
      let offset = offset(at: instant)
      let block = (instant + offset).flooredQuotient(by: length)
      let candidate = (block + 1) * length - offset
      guard let change = clockChange(after: instant, until: candidate) else { return candidate }
      let shown = change + self.offset(at: change)
      if shown.flooredQuotient(by: length) != block || shown % length == 0 { return change }
      instant = change
    }
  }

  /// The first change of the clock after one instant, up to another.
  private func clockChange(after instant: Int64, until end: Int64) -> Int64? {
    // Rarely is there one: two look-ups of the offset are cheaper than a search for the change.
    let before = offset(at: instant)
    guard length > 3_600_000 || offset(at: end) != before else { return nil }
    let date = Date(timeIntervalSince1970: Double(instant) / 1000)
    guard let change = zone.nextDaylightSavingTimeTransition(after: date) else { return nil }
    let milliseconds = Int64((change.timeIntervalSince1970 * 1000).rounded())
    return milliseconds > instant && milliseconds <= end ? milliseconds : nil
  }
}
