public import FootfallCore
internal import Foundation

/// The one place where stream time becomes time of day: the instant of a recording's first frame and the time
/// zone of its store.
///
/// ```swift
/// let clock = WallClock(startMilliseconds: 1_109_667_600_000, timeZone: "Europe/London")
/// clock?.iso8601(at: MediaTime(seconds: 90))  // 2005-03-01T09:01:30.000+00:00
/// ```
/// A value may be used from any thread. Converting an instant takes about a tenth of a microsecond.
public struct WallClock: Hashable, Sendable {
  /// The instant of the first frame, in milliseconds since 1970-01-01T00:00Z.
  public let startMilliseconds: Int64
  /// The IANA name of the store's time zone, as it was given.
  public let timeZone: String
  private let zone: TimeZone

  /// Creates a clock; nil when the system knows no time zone of that name.
  public init?(startMilliseconds: Int64, timeZone: String) {
    guard let zone = TimeZone(identifier: timeZone) else { return nil }
    self.startMilliseconds = startMilliseconds
    self.timeZone = timeZone
    self.zone = zone
  }

  /// Creates a clock whose first frame is at the time that `start` tells, in the forms of
  /// ``milliseconds(parsing:timeZone:)``; nil for another form or an unknown time zone.
  public init?(start: String, timeZone: String) {
    guard let milliseconds = WallClock.milliseconds(parsing: start, timeZone: timeZone) else { return nil }
    self.init(startMilliseconds: milliseconds, timeZone: timeZone)
  }

  /// The instant of `time` in milliseconds since 1970-01-01T00:00Z, to the nearest.
  public func milliseconds(at time: MediaTime) -> Int64 { startMilliseconds + time.nearestMillisecond }

  /// The local time at `time` in ISO 8601 with milliseconds and the offset that holds at that very instant:
  /// `2005-03-01T09:00:00.000+00:00`.
  public func iso8601(at time: MediaTime) -> String {
    var text = TextBuffer(capacity: 32)
    append(iso8601At: time, to: &text)
    return text.string
  }

  /// The same for an instant in milliseconds since 1970-01-01T00:00Z, in this clock's zone.
  public func iso8601(atMilliseconds instant: Int64) -> String {
    var text = TextBuffer(capacity: 32)
    append(iso8601AtMilliseconds: instant, to: &text)
    return text.string
  }

  /// Appends ``iso8601(at:)`` to a buffer without allocating a string.
  public func append(iso8601At time: MediaTime, to text: inout TextBuffer) {
    append(iso8601AtMilliseconds: milliseconds(at: time), to: &text)
  }

  private func append(iso8601AtMilliseconds instant: Int64, to text: inout TextBuffer) {
    let offset = WallClock.offsetMilliseconds(of: zone, at: instant)
    let local = CivilTime(milliseconds: instant + offset)
    text.append(date: local.date)
    text.append(literal: "T")
    text.append(timeOfDay: local.millisecondsOfDay)
    text.append(byte: offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let minutes = offset.magnitude / 60_000
    text.append(magnitude: minutes / 60, minimumDigits: 2)
    text.append(literal: ":")
    text.append(magnitude: minutes % 60, minimumDigits: 2)
  }

  /// The boundary of the series' first interval: the last one at or before the first frame.
  ///
  /// Boundaries divide the day of the store's own clock, counted from its midnight, so that quarters of an hour
  /// begin at :00, :15, :30 and :45 and hours at the local hour, also in zones with half-hour offsets. An interval
  /// of a day or more begins at midnight.
  /// - Parameter interval: positive, in whole milliseconds.
  /// - Returns: a moment at or before the first frame, so not positive.
  public func firstBoundary(interval: Duration) -> MediaTime {
    let length = interval.wholeNanoseconds / 1_000_000
    precondition(length > 0, "an interval of a series is at least a millisecond")
    let offset = WallClock.offsetMilliseconds(of: zone, at: startMilliseconds)
    let local = CivilTime(milliseconds: startMilliseconds + offset)
    let sinceMidnight = Int64(local.millisecondsOfDay)
    let boundary = CivilTime(milliseconds: local.milliseconds - sinceMidnight % length)
    let candidate = boundary.milliseconds - offset
    // A clock change between the boundary and the first frame: the boundary had another offset.
    let isSameOffset = WallClock.offsetMilliseconds(of: zone, at: candidate) == offset
    let instant = isSameOffset ? candidate : WallClock.instant(of: boundary, in: zone)
    return MediaTime(nanoseconds: (min(instant, startMilliseconds) - startMilliseconds) * 1_000_000)
  }

  /// What the store's clock shows at `time`.
  func local(at time: MediaTime) -> CivilTime {
    let instant = milliseconds(at: time)
    return CivilTime(milliseconds: instant + WallClock.offsetMilliseconds(of: zone, at: instant))
  }

  /// The offset of a zone from UTC at an instant, in milliseconds.
  static func offsetMilliseconds(of zone: TimeZone, at instant: Int64) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant) / 1000))) * 1000
  }
}

extension MediaTime {
  /// Milliseconds since the first frame, to the nearest.
  var nearestMillisecond: Int64 { (nanoseconds + 500_000).flooredQuotient(by: 1_000_000) }

  /// Seconds since the first frame, to the nearest millisecond.
  var secondsToMillisecond: Double { Double(nearestMillisecond) / 1000 }
}

extension TextBuffer {
  fileprivate mutating func append(date: (year: Int, month: Int, day: Int)) {
    append(magnitude: UInt64(max(0, date.year)), minimumDigits: 4)
    append(literal: "-")
    append(magnitude: UInt64(date.month), minimumDigits: 2)
    append(literal: "-")
    append(magnitude: UInt64(date.day), minimumDigits: 2)
  }

  fileprivate mutating func append(timeOfDay milliseconds: Int) {
    let moment = UInt64(milliseconds)
    append(magnitude: moment / 3_600_000, minimumDigits: 2)
    append(literal: ":")
    append(magnitude: moment / 60_000 % 60, minimumDigits: 2)
    append(literal: ":")
    append(magnitude: moment / 1000 % 60, minimumDigits: 2)
    append(literal: ".")
    append(magnitude: moment % 1000, minimumDigits: 3)
  }
}
