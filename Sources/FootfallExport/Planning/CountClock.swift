public import FootfallCore

/// How the times of counts are told: on which clock, and with which offsets from UTC.
public enum CountClock: Hashable, Sendable {
  /// With offsets, on the clock of a zone; days have 23 and 25 hours where it is changed.
  case zoned(StoreClock)
  /// Without offsets, in a zone: every day has 24 hours.
  case wallClock(StoreClock)
  /// With offsets, in no zone: the clock is what was written, and this is the offset of what follows.
  case offset(milliseconds: Int64)

  /// The name of the zone: of the tz database, or `GMT+0530` for an offset that none of its names stands for.
  public var timeZone: String {
    switch self {
    case .zoned(let clock), .wallClock(let clock): return clock.timeZone
    case .offset(let milliseconds):
      let hours = milliseconds / 3_600_000
      if milliseconds == 0 { return "UTC" }
      // The sign of these names is that of POSIX, ahead of UTC being below 0.
      if milliseconds % 3_600_000 == 0 { return "Etc/GMT\(hours > 0 ? "-" : "+")\(hours.magnitude)" }
      let minutes = Int(milliseconds.magnitude / 60_000)
      return "GMT\(milliseconds < 0 ? "-" : "+")" + Wording.twoDigits(minutes / 60)
        + Wording.twoDigits(minutes % 60)
    }
  }

  /// What the clock shows at a time that was written; nil where it needs an offset that is not there.
  public func local(_ time: WrittenTime) -> CivilTime? {
    switch self {
    case .zoned(let clock): time.milliseconds.map { clock.time(atMilliseconds: $0).local }
    case .wallClock: time.local
    case .offset: time.local
    }
  }

  /// What the clock shows at a time that is told without regard to it: the origin of a forecast, with or without offset.
  public func reading(of time: WrittenTime) -> CivilTime {
    switch self {
    case .zoned(let clock), .wallClock(let clock):
      time.milliseconds.map { clock.time(atMilliseconds: $0).local } ?? time.local
    case .offset(let own): time.milliseconds.map { CivilTime(milliseconds: $0 + own) } ?? time.local
    }
  }

  /// The starts of all intervals of a stretch of the clock, in order, each with its offset.
  ///
  /// On a zone's clock an interval that it shows twice is there twice, and one that it leaps over is not. A wall clock
  /// without offsets has every interval once; one that the zone leaps over has the offset from before the change.
  /// - Parameters:
  ///   - slots: in intervals since 1970-01-01T00:00 of the clock.
  ///   - intervalMinutes: the length of an interval; it divides a day.
  public func starts(of slots: Range<Int>, intervalMinutes: Int) -> [WrittenTime] {
    let length = Int64(intervalMinutes) * 60_000
    let locals = slots.lazy.map { CivilTime(milliseconds: Int64($0) * length) }
    switch self {
    case .offset(let milliseconds):
      return locals.map { WrittenTime(local: $0, offsetMilliseconds: milliseconds) }
    case .wallClock(let clock):
      return locals.map { local in
        WrittenTime(
          local: local, offsetMilliseconds: local.milliseconds - clock.milliseconds(at: local))
      }
    case .zoned(let clock):
      let ends = [slots.lowerBound, slots.upperBound].map {
        clock.milliseconds(at: CivilTime(milliseconds: Int64($0) * length))
      }
      let intervals = LocalIntervals(minutes: intervalMinutes, timeZone: clock.timeZone)
      let boundaries = intervals?.boundaries(covering: ends[0]..<max(ends[0], ends[1])) ?? []
      return boundaries.dropLast().map { clock.time(atMilliseconds: $0) }
    }
  }

  /// How many intervals a stretch of the clock has: as many as ``starts(of:intervalMinutes:)``.
  public func count(of slots: Range<Int>, intervalMinutes: Int) -> Int {
    guard case .zoned = self else { return slots.count }
    return starts(of: slots, intervalMinutes: intervalMinutes).count
  }
}
