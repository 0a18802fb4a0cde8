public import FootfallCore

/// Where one person stood in one frame: all that the track log keeps of them.
public struct TrackLogSample: Hashable, Sendable {
  /// Who.
  public var track: TrackID
  /// Where the person stands, in pixels of the source's full resolution.
  public var foot: Point
  /// The height of the person's box, in pixels.
  public var heightPixels: Double
  /// Whether the tracker believed in the person by then; it does later where not.
  public var isConfirmed: Bool

  /// Creates a sample.
  public init(track: TrackID, foot: Point, heightPixels: Double, isConfirmed: Bool = true) {
    self.track = track
    self.foot = foot
    self.heightPixels = heightPixels
    self.isConfirmed = isConfirmed
  }
}
