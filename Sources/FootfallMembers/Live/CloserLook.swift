public import FootfallCore

/// Whose face is to be looked for, and where.
public struct CloserLook: Hashable, Sendable {
  /// The person.
  public var track: TrackID
  /// The upper part of the person, in pixels of the camera.
  public var area: BoundingBox
}
