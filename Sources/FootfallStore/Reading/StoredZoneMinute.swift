/// The people in one zone in one minute; minutes without any are left out, seen or not.
public struct StoredZoneMinute: Hashable, Sendable {
  /// The id of the camera.
  public var camera: String
  /// The beginning of the minute, in milliseconds since 1970 UTC.
  public var startMilliseconds: Int64
  /// The id of the zone.
  public var zone: String
  /// The time-weighted mean over what was seen of the minute.
  public var mean: Double
  /// The largest number at once.
  public var max: Int
}
