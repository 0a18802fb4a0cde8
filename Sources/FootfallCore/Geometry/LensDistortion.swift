/// How a lens bends a picture: Brown's radial model about the middle of the picture (Photogrammetric Engineering 32(3),
/// 1966).
///
/// A point that a perfect lens shows at radius r appears at r·(1 + k1·r² + k2·r⁴ + k3·r⁶), radii being counted in
/// `unitPixels`: with the focal length in pixels as the unit, the coefficients are those of OpenCV.
public struct LensDistortion: Hashable, Sendable {
  /// Why coefficients are not those of a lens.
  public enum Defect: Error, Hashable, Sendable {
    /// From so many pixels from the middle on positions turn back inwards, and the corners are further out.
    case folds(atPixels: Double)
  }

  /// k1, k2, k3.
  public let coefficients: [Double]
  /// The radius that counts as 1, in pixels.
  public let unitPixels: Double
  /// The middle of the picture.
  public let middle: Point
  /// Up to where bent radii grow with straight ones, in units.
  private let straightLimit: Double
  private let bentLimit: Double

  /// Creates the distortion of a picture of `size`.
  /// - Parameters:
  ///   - coefficients: k1, k2, k3.
  ///   - unitPixels: the radius that counts as 1; positive.
  /// - Throws: ``Defect`` where two points of a straight picture would meet in the bent one.
  public init(coefficients: [Double], unitPixels: Double, size: PixelSize) throws(Defect) {
    precondition(coefficients.count == 3 && unitPixels > 0, "three coefficients and a unit")
    self.coefficients = coefficients
    self.unitPixels = unitPixels
    middle = Point(Double(size.width), Double(size.height)) * 0.5
    let corner = middle.length / unitPixels
    let step = corner / 1000
    // Feet may be outside the picture, as far as lines and zones may: three times as far from the middle as a corner.
    // A lens that folds there is one, and those feet are nowhere.
    var radius = 0.0
    while Self.slope(at: radius + step, coefficients) > 0, Self.bent(radius, coefficients) < 3 * corner,
      radius < 100 * corner
    {
      radius += step
    }
    straightLimit = radius
    bentLimit = Self.bent(radius, coefficients)
    if bentLimit < corner { throw .folds(atPixels: bentLimit * unitPixels) }
  }

  /// Where a perfect lens would show what is seen at `point`; nil beyond where the lens folds.
  public func straightened(_ point: Point) -> Point? {
    let offset = (point - middle) * (1 / unitPixels)
    let bent = offset.length
    guard bent <= bentLimit else { return nil }
    guard bent > 0 else { return point }
    // Newton's method on a function that grows throughout.
    var radius = min(bent, straightLimit)
    for _ in 0..<30 {
      let error = Self.bent(radius, coefficients) - bent
      let next = min(max(radius - error / Self.slope(at: radius, coefficients), 0), straightLimit)
      let isDone = abs(next - radius) < 1e-12
      radius = next
      if isDone { break }
    }
    return middle + offset * (radius / bent * unitPixels)
  }

  /// Where the lens shows what a perfect one would show at `point`; nil beyond where it folds.
  public func bent(_ point: Point) -> Point? {
    let offset = point - middle
    let radius = offset.length / unitPixels
    guard radius <= straightLimit else { return nil }
    return middle + offset * Self.factor(radius, coefficients)
  }

  private static func factor(_ radius: Double, _ k: [Double]) -> Double {
    let square = radius * radius
    return 1 + square * (k[0] + square * (k[1] + square * k[2]))
  }

  private static func bent(_ radius: Double, _ k: [Double]) -> Double { radius * factor(radius, k) }

  private static func slope(at radius: Double, _ k: [Double]) -> Double {
    let square = radius * radius
    return 1 + square * (3 * k[0] + square * (5 * k[1] + square * 7 * k[2]))
  }
}
