public import FootfallCore

/// One settled crossing of a line by a confirmed person.
public struct Crossing: Hashable, Sendable {
  /// Who crossed.
  public var track: TrackID
  /// The id of the line.
  public var line: String
  /// Which way.
  public var direction: CountingLine.Direction
  /// The frame in which the foot path meets the line, from 1.
  public var frame: Int
  /// When the foot path meets the line.
  public var time: MediaTime

  /// Creates a crossing.
  public init(
    track: TrackID, line: String, direction: CountingLine.Direction, frame: Int, time: MediaTime
  ) {
    self.track = track
    self.line = line
    self.direction = direction
    self.frame = frame
    self.time = time
  }
}
