public import FootfallCore

/// How far and how fast one person walked, as one camera saw it.
public struct PersonWalk: Hashable, Sendable {
  /// Who.
  public var track: TrackID
  /// The length of the way, in metres; 0 for somebody who did not move beyond the noise of their position.
  public var pathMetres: Double
  /// How long they were walking.
  public var walking: Duration
  /// The mean speed while walking, in metres a second; nil where they did not.
  public var meanSpeed: Double?
  /// The speed that was not exceeded for half of the time walking; nil where they did not walk.
  public var medianSpeed: Double?
}
