/// A directed straight line between two points.
public struct Segment: Hashable, Sendable {
  /// Where the segment begins (`a` in contract formulas).
  public var from: Point
  /// Where the segment ends (`b`).
  public var to: Point

  /// Creates the segment from one point to another.
  @inlinable
  public init(from: Point, to: Point) {
    self.from = from
    self.to = to
  }

  /// The distance between the ends.
  @inlinable
  public var length: Double { (to - from).length }

  /// side(P) = (bx − ax)(Py − ay) − (by − ay)(Px − ax): its sign tells the half-plane, its size is
  /// the distance to the infinite line times `length`.
  @inlinable
  public func side(of point: Point) -> Double { (to - from).cross(point - from) }

  /// The signed distance of `point` to the infinite line through the segment, in the segment's unit; the sign
  /// is that of `side(of:)`.
  ///
  /// 0 for a segment of zero length.
  @inlinable
  public func signedDistance(of point: Point) -> Double {
    let length = length
    return length > 0 ? side(of: point) / length : 0
  }

  /// The distance of `point` to the nearest point of the segment.
  @inlinable
  public func distance(to point: Point) -> Double {
    let way = to - from
    let lengthSquared = way.dot(way)
    let along = lengthSquared > 0 ? min(max((point - from).dot(way) / lengthSquared, 0), 1) : 0
    return (point - (from + way * along)).length
  }

  /// Where the path from `start` to `end` meets this segment.
  ///
  /// Both ends of the segment belong to it. A path along the segment's own line does not meet it.
  /// - Returns: the fraction of the path (0 to 1) at the meeting point, or nil when they do not meet.
  @inlinable
  public func crossingFraction(from start: Point, to end: Point) -> Double? {
    let sideStart = side(of: start)
    let sideEnd = side(of: end)
    guard sideStart != sideEnd, (sideStart <= 0) != (sideEnd <= 0) || sideStart == 0 || sideEnd == 0 else {
      return nil
    }
    let fraction = sideStart / (sideStart - sideEnd)
    let meeting = start.interpolated(to: end, fraction: fraction)
    let along = (meeting - from).dot(to - from)
    let lengthSquared = (to - from).dot(to - from)
    return along >= 0 && along <= lengthSquared ? fraction : nil
  }
}
