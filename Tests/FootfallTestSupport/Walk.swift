public import FootfallCore

/// People who walk along straight lines between corners at a steady pace, seen by a camera.
public struct Walk: Sendable {
  /// The track's number.
  public var track: Int
  /// Where the feet are, and when.
  public var corners: [(seconds: Double, foot: Point)]
  /// The height of the box, in pixels.
  public var boxHeight: Double
  /// Times in seconds in which the person is not seen.
  public var hidden: [Range<Double>]
  /// Until when the track is only tentative.
  public var confirmedAfter: Double
  /// What the person looks like; nil where nobody can tell.
  public var appearance: Appearance?

  /// Creates a walk.
  public init(
    track: Int = 1, corners: [(seconds: Double, foot: Point)], boxHeight: Double = 100,
    hidden: [Range<Double>] = [], confirmedAfter: Double = 0, appearance: Appearance? = nil
  ) {
    self.track = track
    self.corners = corners
    self.boxHeight = boxHeight
    self.hidden = hidden
    self.confirmedAfter = confirmedAfter
    self.appearance = appearance
  }

  /// The feet at a moment; nil before the first and after the last corner, and while hidden.
  public func foot(at seconds: Double) -> Point? {
    if hidden.contains(where: { $0.contains(seconds) }) { return nil }
    for (start, end) in zip(corners, corners.dropFirst())
    where start.seconds <= seconds && seconds <= end.seconds {
      let fraction = (seconds - start.seconds) / (end.seconds - start.seconds)
      return start.foot.interpolated(to: end.foot, fraction: fraction)
    }
    return nil
  }

  /// The box of a person whose feet are at `foot`.
  public func box(at foot: Point) -> BoundingBox {
    BoundingBox(x: foot.x - boxHeight / 5, y: foot.y - boxHeight, width: boxHeight * 0.4, height: boxHeight)
  }

  /// The snapshot at a moment, with the feet moved by `offset`; nil when not seen.
  public func snapshot(at seconds: Double, offset: Point = Point(0, 0)) -> TrackSnapshot? {
    foot(at: seconds).map {
      TrackSnapshot(
        track: TrackID(track), box: box(at: $0 + offset), score: 0.9,
        state: seconds >= confirmedAfter ? .confirmed : .tentative, evidence: .observed,
        appearance: appearance)
    }
  }
}
