/// A projective map from image pixels to the floor in metres.
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

  /// The nine coefficients, row by row, the last being 1.
  public let coefficients: [Double]

  /// Fits the map to four or more correspondences by least squares (direct linear transformation with h33 = 1;
  /// Hartley and Zisserman, Multiple View Geometry, 2nd ed., section 4.1).
  /// - Returns: nil when there are fewer than four or they do not fix a map (three on one line, say).
  public init?(fitting correspondences: [Correspondence]) {
    guard correspondences.count >= 4 else { return nil }
    var normal = [[Double]](repeating: [Double](repeating: 0, count: 9), count: 8)
    for pair in correspondences {
      let (x, y, u, v) = (pair.image.x, pair.image.y, pair.floor.x, pair.floor.y)
      for row in [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]] {
        for i in 0..<8 {
          for j in 0..<9 { normal[i][j] += row[i] * row[j] }
        }
      }
    }
    guard let solution = Homography.solve(normal) else { return nil }
    coefficients = solution + [1]
  }

  /// The floor position of an image point, in metres; nil on the horizon, where there is none.
  public func floorPoint(of image: Point) -> Point? {
    let h = coefficients
    let scale = h[6] * image.x + h[7] * image.y + h[8]
    guard abs(scale) > 1e-12 else { return nil }
    return Point(
      (h[0] * image.x + h[1] * image.y + h[2]) / scale, (h[3] * image.x + h[4] * image.y + h[5]) / scale)
  }

  /// Gaussian elimination with partial pivoting of eight equations; rows hold the right side last.
  private static func solve(_ equations: [[Double]]) -> [Double]? {
    var rows = equations
    let count = rows.count
    for column in 0..<count {
      guard let pivot = (column..<count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-9
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
