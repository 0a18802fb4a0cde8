public import FootfallCore

/// One crossing of a line, as an annotator or a report states it.
public struct CrossingRecord: Hashable, Sendable {
  /// A line of a camera, in one direction: what is counted separately.
  public struct Place: Hashable, Sendable {
    /// The id of the camera.
    public var camera: String
    /// The id of the line, unique in its camera.
    public var line: String
    /// Which way.
    public var direction: CountingLine.Direction

    /// Creates a place.
    public init(camera: String, line: String, direction: CountingLine.Direction) {
      self.camera = camera
      self.line = line
      self.direction = direction
    }
  }

  /// Where, and which way.
  public var place: Place
  /// When, since the first frame.
  public var time: MediaTime

  /// Creates a crossing.
  public init(place: Place, time: MediaTime) {
    self.place = place
    self.time = time
  }
}

extension CrossingRecord.Place: Comparable {
  /// Orders by camera, line and direction, in before out.
  public static func < (a: Self, b: Self) -> Bool {
    (a.camera, a.line, a.direction.rawValue) < (b.camera, b.line, b.direction.rawValue)
  }
}
