/// One person as a detector saw it in one frame.
public struct Detection: Hashable, Sendable {
  /// Where the person is, in pixels of the source's full resolution.
  public var box: BoundingBox
  /// The detector's confidence, 0 to 1.
  public var score: Double
  /// What is to be seen within the box; nil where there is no picture or the box is too small.
  public var appearance: Appearance?

  /// Creates a detection.
  @inlinable
  public init(box: BoundingBox, score: Double, appearance: Appearance? = nil) {
    self.box = box
    self.score = score
    self.appearance = appearance
  }
}
