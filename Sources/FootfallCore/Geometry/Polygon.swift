/// A simple polygon: its edges meet only at shared corners.
public struct Polygon: Hashable, Sendable {
  /// The corners in drawing order, at least three; the last is joined to the first.
  public let vertices: [Point]
  @usableFromInline let minX: Double
  @usableFromInline let maxX: Double
  @usableFromInline let minY: Double
  @usableFromInline let maxY: Double

  /// Creates a polygon with at least three corners.
  ///
  /// The caller has checked outside input with ``defect(of:)``.
  public init(_ vertices: [Point]) {
    precondition(vertices.count >= 3, "a polygon has at least three corners")
    self.vertices = vertices
    minX = vertices.lazy.map(\.x).min() ?? 0
    maxX = vertices.lazy.map(\.x).max() ?? 0
    minY = vertices.lazy.map(\.y).min() ?? 0
    maxY = vertices.lazy.map(\.y).max() ?? 0
  }

  /// Whether `point` lies inside, by the even-odd rule; left and top edges belong to the polygon.
  /// - Complexity: O(number of corners), O(1) outside the bounding rectangle.
  @inlinable
  public func contains(_ point: Point) -> Bool {
    guard point.x >= minX, point.x <= maxX, point.y >= minY, point.y <= maxY else { return false }
    var isInside = false
    var previous = vertices.count - 1
    for current in 0..<vertices.count {
      let a = vertices[current]
      let b = vertices[previous]
      if (a.y > point.y) != (b.y > point.y),
        point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
      {
        isInside.toggle()
      }
      previous = current
    }
    return isInside
  }

  /// The enclosed area in square units.
  public var area: Double { abs(signedArea) }

  /// 1 where the corners run clockwise as drawn (y down), −1 where they run the other way.
  var orientation: Double { signedArea < 0 ? -1 : 1 }

  private var signedArea: Double {
    var doubled = 0.0
    for (index, vertex) in vertices.enumerated() {
      doubled += vertex.cross(vertices[(index + 1) % vertices.count])
    }
    return doubled / 2
  }

  /// Why corners do not make a simple polygon.
  public enum Defect: Equatable, Sendable {
    /// Fewer than three corners.
    case tooFewVertices(Int)
    /// All corners on one line.
    case zeroArea
    /// Two edges that are not neighbours meet; edges are numbered from their first corner, from 0.
    case selfCrossing(edge: Int, other: Int)
  }

  /// The first reason why `vertices` are no simple polygon, or nil when they are one.
  /// - Complexity: O(n²) in the number of corners.
  public static func defect(of vertices: [Point]) -> Defect? {
    guard vertices.count >= 3 else { return .tooFewVertices(vertices.count) }
    let count = vertices.count
    for first in 0..<count {
      let edge = Segment(from: vertices[first], to: vertices[(first + 1) % count])
      for second in (first + 1)..<count {
        let isNeighbour = second == first + 1 || (first == 0 && second == count - 1)
        if isNeighbour { continue }
        let other = Segment(from: vertices[second], to: vertices[(second + 1) % count])
        if edge.crossingFraction(from: other.from, to: other.to) != nil {
          return .selfCrossing(edge: first, other: second)
        }
      }
    }
    return Polygon(vertices).area > 0 ? nil : .zeroArea
  }
}
