/// What was counted at one line or zone of a camera, over all recordings that count.
public struct PlaceTotal: Hashable, Sendable {
  /// The count, by what is counted there.
  public enum Count: Hashable, Sendable {
    /// Settled crossings of a line, in and out.
    case line(entries: Int, exits: Int)
    /// Visits to a zone.
    case zone(visits: Int)
  }

  /// The id of the camera.
  public var camera: String
  /// The id of the line or zone.
  public var place: String
  /// The count.
  public var count: Count
}
