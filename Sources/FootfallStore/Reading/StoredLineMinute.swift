public import FootfallAnalytics

/// The crossings of one line in one minute; minutes without any are left out, seen or not.
public struct StoredLineMinute: Hashable, Sendable {
  /// The id of the camera.
  public var camera: String
  /// The beginning of the minute, in milliseconds since 1970 UTC.
  public var startMilliseconds: Int64
  /// The id of the line.
  public var line: String
  /// The crossings.
  public var tally: IntervalResult.LineTally
}
