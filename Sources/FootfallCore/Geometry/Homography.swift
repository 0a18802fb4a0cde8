/// A projective map of the plane, here from picture positions to the floor in metres.
public struct Homography: Hashable, Sendable {
  /// One point seen in the picture and measured on the floor.
  public struct Correspondence: Hashable, Sendable {
    /// Where the point lies in the picture, in pixels.
    public var image: Point
    /// Where the point lies on the floor, in metres.
    public var floor: Point

    /// Creates a pair of matching points.
    public init(image: Point, floor: Point) {
      self.image = image
      self.floor = floor
    }
  }

  /// The nine coefficients, row by row; the scale is such that ``weight(at:)`` is positive where the map holds.
  public let coefficients: [Double]

  /// A point whose weight is below this lies on the horizon or beyond it: further away than a million times the middle
  /// of the points that the map was fitted to.
  private static let leastWeight = 1e-6

  /// Fits the map to four or more correspondences by least squares: the direct linear transformation of normalised
  /// positions (Hartley and Zisserman, Multiple View Geometry, 2nd ed., algorithm 4.2).
  ///
  /// The coefficient that is set to 1 belongs to the middle of the picture's points, through which the horizon of a
  /// camera that sees them all cannot go.
  /// - Returns: nil when there are fewer than four or they do not fix a map (three on one line, say).
  public init?(fitting correspondences: [Correspondence]) {
    guard correspondences.count >= 4, let image = Normalization(of: correspondences.map(\.image)),
      let floor = Normalization(of: correspondences.map(\.floor))
    else { return nil }
    var normal = [[Double]](repeating: [Double](repeating: 0, count: 9), count: 8)
    for pair in correspondences {
      let (from, to) = (image.applied(to: pair.image), floor.applied(to: pair.floor))
      let (x, y, u, v) = (from.x, from.y, to.x, to.y)
      for row in [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]] {
        for i in 0..<8 {
          for j in 0..<9 { normal[i][j] += row[i] * row[j] }
        }
      }
    }
    guard let solution = Homography.solve(normal) else { return nil }
    let fitted = Homography(coefficients: solution + [1])
    guard abs(fitted.determinant) > 1e-12 else { return nil }
    self = floor.inverse.after(fitted.after(image.map))
  }

  init(coefficients: [Double]) { self.coefficients = coefficients }

  /// The third homogeneous coordinate of the image of `point`: 1 in the middle of the points that the map was fitted to,
  /// 0 on the horizon, negative beyond it.
  @inlinable
  public func weight(at point: Point) -> Double {
    coefficients[6] * point.x + coefficients[7] * point.y + coefficients[8]
  }

  /// Where `point` lies on the other plane; nil on the horizon and beyond it, where there is no floor.
  public func mapped(_ point: Point) -> Point? {
    let h = coefficients
    let weight = weight(at: point)
    guard weight > Homography.leastWeight, weight < .infinity else { return nil }
    return Point(
      (h[0] * point.x + h[1] * point.y + h[2]) / weight, (h[3] * point.x + h[4] * point.y + h[5]) / weight)
  }

  /// The way back; nil for a map that puts everything on one line.
  public var inverse: Homography? {
    let h = coefficients
    let adjugate = [
      h[4] * h[8] - h[5] * h[7], h[2] * h[7] - h[1] * h[8], h[1] * h[5] - h[2] * h[4],
      h[5] * h[6] - h[3] * h[8], h[0] * h[8] - h[2] * h[6], h[2] * h[3] - h[0] * h[5],
      h[3] * h[7] - h[4] * h[6], h[1] * h[6] - h[0] * h[7], h[0] * h[4] - h[1] * h[3],
    ]
    let determinant = self.determinant
    guard determinant != 0 else { return nil }
    return Homography(coefficients: adjugate.map { $0 / determinant })
  }

  private var determinant: Double {
    let h = coefficients
    return h[0] * (h[4] * h[8] - h[5] * h[7]) - h[1] * (h[3] * h[8] - h[5] * h[6])
      + h[2] * (h[3] * h[7] - h[4] * h[6])
  }

  /// The map that does `first` and then this one.
  func after(_ first: Homography) -> Homography {
    let (a, b) = (coefficients, first.coefficients)
    return Homography(
      coefficients: (0..<9).map { index in
        let (row, column) = (index / 3 * 3, index % 3)
        return a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6]
      })
  }

  /// Gaussian elimination with partial pivoting of eight equations; rows hold the right side last.
  private static func solve(_ equations: [[Double]]) -> [Double]? {
    var rows = equations
    let count = rows.count
    for column in 0..<count {
      guard let pivot = (column..<count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-12
      else { return nil }
      rows.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        if factor == 0 { continue }
        for k in column...count { rows[row][k] -= factor * rows[column][k] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }
}

/// Moves points so that their middle is the origin and their mean distance from it is the square root of 2.
private struct Normalization {
  let middle: Point
  let scale: Double

  /// Nil when all points are the same.
  init?(of points: [Point]) {
    let count = Double(points.count)
    let middle = points.reduce(Point(0, 0), +) * (1 / count)
    let spread = points.reduce(0) { $0 + ($1 - middle).length } / count
    guard spread > 0 else { return nil }
    self.middle = middle
    scale = 2.0.squareRoot() / spread
  }

  func applied(to point: Point) -> Point { (point - middle) * scale }

  var map: Homography {
    Homography(coefficients: [scale, 0, -scale * middle.x, 0, scale, -scale * middle.y, 0, 0, 1])
  }

  var inverse: Homography {
    Homography(coefficients: [1 / scale, 0, middle.x, 0, 1 / scale, middle.y, 0, 0, 1])
  }
}
