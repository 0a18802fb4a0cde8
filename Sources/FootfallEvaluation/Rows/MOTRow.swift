public import FootfallCore

/// One box of a text file in the form of MOTChallenge (Leal-Taixé et al., arXiv:1504.01942, table 4).
public struct MOTRow: Hashable, Sendable {
  /// The frame, from 1.
  public var frame: Int
  /// Whose box it is; -1 for detections, which belong to nobody.
  public var id: Int
  /// The box in pixels.
  public var box: BoundingBox
  /// Column 7, 1 where it is missing: the confidence of a detection.
  public var score: Double

  /// Creates a row.
  public init(frame: Int, id: Int, box: BoundingBox, score: Double = 1) {
    self.frame = frame
    self.id = id
    self.box = box
    self.score = score
  }
}
