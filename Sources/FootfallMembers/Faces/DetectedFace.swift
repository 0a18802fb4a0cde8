internal import FootfallCore

/// A face in a canvas.
struct DetectedFace: Hashable, Sendable {
  /// Where it is, in pixels of the canvas.
  var box: BoundingBox
  /// The detector's confidence, 0 to 1.
  var score: Double
  /// Its five points, in pixels of the canvas.
  var landmarks: FaceLandmarks
}
