public import FootfallCore

/// How one person moves, as far as the tracker knows: what decides when to look again.
public struct TrackMotion: Hashable, Sendable {
  /// Where the person stands, in pixels.
  public var foot: Point
  /// How fast the feet move, in pixels per second.
  public var velocity: Point
  /// The height of the box: about 1.7 metres.
  public var heightPixels: Double
  /// Whether the track is believed to be a person.
  public var state: TrackSnapshot.State
  /// Whether the person was seen in the last frame that the tracker was given.
  public var isInSight: Bool

  /// Creates a motion.
  public init(
    foot: Point, velocity: Point, heightPixels: Double, state: TrackSnapshot.State, isInSight: Bool
  ) {
    self.foot = foot
    self.velocity = velocity
    self.heightPixels = heightPixels
    self.state = state
    self.isInSight = isInSight
  }
}
