public import FootfallCore

/// Where one person is and how they move, as far as the tracker knows: what decides when and where to look again.
public struct TrackMotion: Hashable, Sendable {
  /// Where the person is, in pixels.
  public var box: BoundingBox
  /// How fast the feet move, in pixels per second.
  public var velocity: Point
  /// Whether the track is believed to be a person.
  public var state: TrackSnapshot.State
  /// Whether the person was seen in the last frame that the tracker was given.
  public var isInSight: Bool

  /// Creates a motion.
  public init(box: BoundingBox, velocity: Point, state: TrackSnapshot.State, isInSight: Bool) {
    self.box = box
    self.velocity = velocity
    self.state = state
    self.isInSight = isInSight
  }
}
