internal import FootfallCore

/// The similarity (rotation, scale and shift) that maps points of a crop to a picture.
struct FaceAlignment: Hashable, Sendable {
  private let cosine: Double
  private let sine: Double
  private let shift: Point

  /// The similarity that brings the template nearest to a face's points by least squares (Umeyama, PAMI 13, 1991; in
  /// the plane and without reflection it has this closed form).
  init(of landmarks: FaceLandmarks) {
    let (from, to) = (FaceLandmarks.template.points, landmarks.points)
    let (fromMean, toMean) = (Self.mean(from), Self.mean(to))
    var (cosine, sine, norm) = (0.0, 0.0, 0.0)
    for (point, image) in zip(from, to) {
      let (p, q) = (point - fromMean, image - toMean)
      cosine += p.dot(q)
      sine += p.cross(q)
      norm += p.dot(p)
    }
    self.cosine = cosine / norm
    self.sine = sine / norm
    shift = Point(
      toMean.x - (self.cosine * fromMean.x - self.sine * fromMean.y),
      toMean.y - (self.sine * fromMean.x + self.cosine * fromMean.y))
  }

  /// Pixels of the picture for one of the crop.
  var scale: Double { (cosine * cosine + sine * sine).squareRoot() }

  /// Where a point of the crop lies in the picture.
  func position(_ point: Point) -> Point {
    Point(cosine * point.x - sine * point.y + shift.x, sine * point.x + cosine * point.y + shift.y)
  }

  private static func mean(_ points: [Point]) -> Point {
    points.reduce(Point(0, 0), +) * (1 / Double(points.count))
  }
}
