/// One track in one frame: where Tracking and Analytics meet.
public struct TrackSnapshot: Hashable, Sendable {
  /// Where a track stands in its life.
  public enum State: Hashable, Sendable {
    /// Seen, but not yet often enough to be believed.
    case tentative
    /// Believed to be a person.
    case confirmed
  }

  /// How the box came about.
  public enum Evidence: Hashable, Sendable {
    /// A detection in this very frame.
    case observed
    /// Between two detections of the same track.
    case interpolated
    /// Ahead of the last detection of the track, in a frame that no detector looked at.
    case predicted
  }

  /// Whose snapshot it is.
  public var track: TrackID
  /// The box in pixels of the source's full resolution.
  public var box: BoundingBox
  /// The score of the detection, or that of the next one for an interpolated box.
  public var score: Double
  /// Whether the track is believed to be a person.
  public var state: State
  /// Whether the person was seen in this frame.
  public var evidence: Evidence
  /// The box as it was detected in this frame, where `box` is what the path so far makes of it; nil where not observed.
  public var detected: BoundingBox?
  /// What the person looks like in this frame; nil where nobody looked or somebody else stands before them.
  public var appearance: Appearance?

  /// How far below the box the feet are, in pixels: more than 0 where the frame or another person cuts the box off.
  public var hiddenFeetPixels: Double

  /// Creates a snapshot.
  @inlinable
  public init(
    track: TrackID, box: BoundingBox, score: Double, state: State, evidence: Evidence,
    detected: BoundingBox? = nil, appearance: Appearance? = nil, hiddenFeetPixels: Double = 0
  ) {
    self.track = track
    self.box = box
    self.score = score
    self.state = state
    self.evidence = evidence
    self.detected = detected
    self.appearance = appearance
    self.hiddenFeetPixels = hiddenFeetPixels
  }

  /// Where the person stands, in pixels.
  @inlinable
  public var footPoint: Point { box.footPoint + Point(0, hiddenFeetPixels) }
}
