internal import FootfallCore

/// Five points of a face, left and right as seen in the picture.
struct FaceLandmarks: Hashable, Sendable {
  var leftEye: Point
  var rightEye: Point
  var nose: Point
  var leftMouth: Point
  var rightMouth: Point

  var points: [Point] { [leftEye, rightEye, nose, leftMouth, rightMouth] }

  /// Where the points lie in the 112 x 112 crops that embeddings are trained with (ArcFace, Deng et al., CVPR 2019).
  static let template = FaceLandmarks(
    leftEye: Point(38.2946, 51.6963), rightEye: Point(73.5318, 51.5014), nose: Point(56.0252, 71.7366),
    leftMouth: Point(41.5493, 92.3655), rightMouth: Point(70.7299, 92.2041))

  /// The distance between the eyes in pixels.
  var eyeDistance: Double { (rightEye - leftEye).length }

  /// How far the head is turned to a side: the nose's distance from the middle between the eyes along the line through
  /// them, in distances between the eyes; 0 is frontal, 0.5 puts the nose below an eye.
  var turn: Double {
    let axis = rightEye - leftEye
    let middle = leftEye.interpolated(to: rightEye, fraction: 0.5)
    return (nose - middle).dot(axis) / max(axis.dot(axis), .leastNormalMagnitude)
  }

  /// How far the head is nodded: where the nose lies between the line of the eyes (0) and that of the mouth (1).
  var nod: Double {
    let eyes = leftEye.interpolated(to: rightEye, fraction: 0.5)
    let axis = leftMouth.interpolated(to: rightMouth, fraction: 0.5) - eyes
    return (nose - eyes).dot(axis) / max(axis.dot(axis), .leastNormalMagnitude)
  }
}
