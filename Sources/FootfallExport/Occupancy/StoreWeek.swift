internal import FootfallCore
internal import Foundation

/// When a store is open and when it is surely empty, by instants in milliseconds since 1970 UTC.
struct StoreWeek {
  private let isOpen: [Bool]
  private let quiet: Set<Int>
  private let zone: TimeZone

  /// Nil when the time zone is unknown.
  init?(hours: OpeningHours, timeZone: String) {
    guard let zone = TimeZone(identifier: timeZone) else { return nil }
    self.zone = zone
    isOpen = (0..<OpeningHours.minutesInWeek).map { hours.isOpen(atMinute: $0) }
    quiet = Set(hours.quietMinutes)
  }

  /// Whether the store is open in the minute that holds an instant.
  func isOpen(at instant: Int64) -> Bool { isOpen[minute(at: instant)] }

  /// Whether that minute is the middle of a closed stretch.
  func isQuiet(at instant: Int64) -> Bool { quiet.contains(minute(at: instant)) }

  private func minute(at instant: Int64) -> Int {
    let local = CivilTime(milliseconds: instant + WallClock.offsetMilliseconds(of: zone, at: instant))
    return local.weekday * 1440 + local.millisecondsOfDay / 60_000
  }
}
