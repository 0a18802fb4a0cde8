extension Polygon {
  /// The distance from `point` to the nearest edge, inside as outside; 0 on an edge.
  /// - Complexity: O(number of corners).
  public func distanceToOutline(from point: Point) -> Double {
    var nearest = Double.infinity
    var previous = vertices.count - 1
    for current in 0..<vertices.count {
      nearest = min(nearest, Segment(from: vertices[previous], to: vertices[current]).distance(to: point))
      previous = current
    }
    return nearest
  }
}
