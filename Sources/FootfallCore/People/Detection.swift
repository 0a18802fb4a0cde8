/// One person as a detector saw it in one frame.
public struct Detection: Hashable, Sendable {
  /// Where the person is, in pixels of the source's full resolution.
  public var box: BoundingBox
  /// The detector's confidence, 0 to 1.
  public var score: Double

  /// Creates a detection.
  @inlinable
  public init(box: BoundingBox, score: Double) {
    self.box = box
    self.score = score
  }
}
