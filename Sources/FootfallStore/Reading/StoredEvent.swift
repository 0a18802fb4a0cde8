public import FootfallAnalytics
public import FootfallCore

/// One event with its name and its place in wall-clock time.
public struct StoredEvent: Hashable, Sendable {
  /// What happened.
  public enum Detail: Hashable, Sendable {
    /// A line was crossed.
    case crossing(line: String, direction: CountingLine.Direction)
    /// A visit began.
    case zoneEnter(zone: String)
    /// A visit ended: when it had begun, the time the feet were inside, and how it ended.
    case zoneExit(zone: String, enter: MediaTime, inside: Duration, end: Visit.End)
  }

  /// The event's name.
  public var id: EventID
  /// The id of the camera.
  public var camera: String
  /// When it happened, in milliseconds since 1970 UTC.
  public var milliseconds: Int64
  /// When it happened, in media time of its recording.
  public var time: MediaTime
  /// The frame, from 1.
  public var frame: Int
  /// Whom it concerns.
  public var track: TrackID
  /// What happened.
  public var detail: Detail
}
