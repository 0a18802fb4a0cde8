public import FootfallCore
internal import Foundation

/// The clock on a store's wall: turns instants into what it shows, and back.
public struct StoreClock: Hashable, Sendable {
  /// The IANA name of its time zone, as it was given.
  public let timeZone: String
  private let zone: TimeZone

  /// Creates a clock; nil for a name that is neither in the tz database nor an offset as in `GMT+0530`.
  public init?(timeZone: String) {
    guard let zone = TimeZoneName.zone(named: timeZone) ?? Self.offset(named: timeZone) else { return nil }
    self.timeZone = timeZone
    self.zone = zone
  }

  private static func offset(named name: String) -> TimeZone? {
    let isOffset = name.wholeMatch(of: /GMT[+-][0-9]{4}/) != nil
    return isOffset ? TimeZone(identifier: name) : nil
  }

  /// What the clock shows at an instant, in milliseconds since 1970-01-01T00:00Z, and its offset then.
  public func time(atMilliseconds instant: Int64) -> WrittenTime {
    let offset = WallClock.offsetMilliseconds(of: zone, at: instant)
    return WrittenTime(local: CivilTime(milliseconds: instant + offset), offsetMilliseconds: offset)
  }

  /// The instant at which the clock shows `local`, in milliseconds since 1970-01-01T00:00Z: the earlier of two where it
  /// is set back; where it is set forward over `local`, the instant as far after the change.
  public func milliseconds(at local: CivilTime) -> Int64 { WallClock.instant(of: local, in: zone) }
}
