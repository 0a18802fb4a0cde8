/// A position in the plane: source pixels with the origin at the top left and y down, unless a unit is named.
public struct Point: Hashable, Sendable {
  /// Distance from the left edge.
  public var x: Double
  /// Distance from the top edge.
  public var y: Double

  /// Creates the point (`x`, `y`).
  @inlinable
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The vector from `other` to this point.
  @inlinable
  public static func - (point: Point, other: Point) -> Point {
    Point(point.x - other.x, point.y - other.y)
  }

  /// The point moved by `offset`.
  @inlinable
  public static func + (point: Point, offset: Point) -> Point {
    Point(point.x + offset.x, point.y + offset.y)
  }

  /// The vector scaled by `factor`.
  @inlinable
  public static func * (point: Point, factor: Double) -> Point {
    Point(point.x * factor, point.y * factor)
  }

  /// The point a `fraction` (0 is here, 1 is there) of the way to `end`.
  @inlinable
  public func interpolated(to end: Point, fraction: Double) -> Point {
    self + (end - self) * fraction
  }

  /// The distance from the origin.
  @inlinable
  public var length: Double { (x * x + y * y).squareRoot() }

  /// The z component of the cross product of two vectors: positive when `other` lies clockwise as drawn (y down).
  @inlinable
  public func cross(_ other: Point) -> Double { x * other.y - y * other.x }

  /// The inner product of two vectors.
  @inlinable
  public func dot(_ other: Point) -> Double { x * other.x + y * other.y }
}
