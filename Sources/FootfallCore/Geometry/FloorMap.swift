/// Where on the floor somebody stands whose feet are seen at a place in the picture, and back.
///
/// ```swift
/// let map = FloorMap(fitting: correspondences)
/// map?.floorPoint(of: snapshot.footPoint)  // metres; nil beyond the horizon
/// ```
public struct FloorMap: Hashable, Sendable {
  /// What the map was fitted to.
  public let correspondences: [Homography.Correspondence]
  /// How the lens bends the picture; nil for a lens that does not.
  public let lens: LensDistortion?
  private let toFloor: Homography
  private let toPicture: Homography

  /// Fits the map to four or more correspondences by least squares.
  /// - Returns: nil when they do not fix a map, or when one of them lies beyond the horizon or where the lens shows
  ///   nothing.
  public init?(fitting correspondences: [Homography.Correspondence], lens: LensDistortion? = nil) {
    var straight: [Homography.Correspondence] = []
    for pair in correspondences {
      guard let image = FloorMap.straightened(pair.image, lens) else { return nil }
      straight.append(Homography.Correspondence(image: image, floor: pair.floor))
    }
    guard let toFloor = Homography(fitting: straight), let toPicture = toFloor.inverse,
      straight.allSatisfy({ toFloor.mapped($0.image) != nil })
    else { return nil }
    self.correspondences = correspondences
    self.lens = lens
    self.toFloor = toFloor
    self.toPicture = toPicture
  }

  /// The floor position of an image point, in metres; nil on the horizon, beyond it and where the lens shows nothing.
  public func floorPoint(of image: Point) -> Point? {
    guard let straight = FloorMap.straightened(image, lens) else { return nil }
    return toFloor.mapped(straight)
  }

  /// Where in the picture, or beside it, a point of the floor is; nil behind the camera.
  public func imagePoint(of floor: Point) -> Point? {
    guard let straight = toPicture.mapped(floor) else { return nil }
    guard let lens else { return straight }
    return lens.bent(straight)
  }

  /// How far the map misses each correspondence, in metres on the floor; all 0 for four, which always fit.
  public var errorsMetres: [Double] {
    correspondences.map { pair in floorPoint(of: pair.image).map { ($0 - pair.floor).length } ?? .infinity }
  }

  /// The square root of the mean square of ``errorsMetres``.
  public var rmsMetres: Double {
    let errors = errorsMetres
    return (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
  }

  /// Whether the floor's axes are handed as the picture's: x to the right and y towards the viewer.
  ///
  /// A camera looks at the floor from above, so that a plan with axes of this kind is drawn with y downwards, and with
  /// y upwards otherwise, to be no mirror image.
  public var isHandedAsPicture: Bool {
    let middle = correspondences.reduce(Point(0, 0)) { $0 + $1.image } * (1 / Double(correspondences.count))
    let corners = [middle, middle + Point(1, 0), middle + Point(0, 1)].compactMap(floorPoint)
    guard corners.count == 3 else { return false }
    return (corners[1] - corners[0]).cross(corners[2] - corners[0]) > 0
  }

  /// How many pixels a metre of the floor takes in the direction in which it takes the fewest; nil where the floor is
  /// not seen.
  ///
  /// The smaller singular value of the map's derivative, taken over 2 cm.
  public func pixelsPerMetre(at floor: Point) -> Double? {
    let reach = 0.01
    guard let right = imagePoint(of: floor + Point(reach, 0)),
      let left = imagePoint(of: floor - Point(reach, 0)),
      let up = imagePoint(of: floor + Point(0, reach)), let down = imagePoint(of: floor - Point(0, reach))
    else { return nil }
    let (a, b) = ((right - left) * (0.5 / reach), (up - down) * (0.5 / reach))
    // Singular values s ≤ t of a 2x2 matrix: s² + t² and s·t are its square sum and its determinant.
    let (squares, product) = (a.dot(a) + b.dot(b), abs(a.cross(b)))
    let (sum, difference) = (squares + 2 * product, max(0, squares - 2 * product))
    return (sum.squareRoot() - difference.squareRoot()) / 2
  }

  private static func straightened(_ image: Point, _ lens: LensDistortion?) -> Point? {
    guard let lens else { return image }
    return lens.straightened(image)
  }
}
