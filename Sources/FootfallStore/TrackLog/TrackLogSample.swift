public import FootfallCore

/// Where one confirmed person stood in one frame: all that the track log keeps of them.
public struct TrackLogSample: Hashable, Sendable {
  /// Who.
  public var track: TrackID
  /// Where the person stands, in pixels of the source's full resolution.
  public var foot: Point
  /// The height of the person's box, in pixels.
  public var heightPixels: Double

  /// Creates a sample.
  public init(track: TrackID, foot: Point, heightPixels: Double) {
    self.track = track
    self.foot = foot
    self.heightPixels = heightPixels
  }
}
