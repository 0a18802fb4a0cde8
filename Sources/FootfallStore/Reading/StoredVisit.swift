public import FootfallAnalytics

/// One visit with its place in wall-clock time.
public struct StoredVisit: Hashable, Sendable {
  /// The id of the camera.
  public var camera: String
  /// The visit, in media time of its recording.
  public var visit: Visit
  /// When it began, in milliseconds since 1970 UTC.
  public var enterMilliseconds: Int64
  /// When it ended.
  public var exitMilliseconds: Int64
  /// Whether the visitor works here; nil where a version counted that did not write it down.
  public var isStaff: Bool?
}
