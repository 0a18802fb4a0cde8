extension Polygon {
  /// The distance from `point` to the nearest edge, inside as outside; 0 on an edge.
  /// - Complexity: O(number of corners).
  public func distanceToOutline(from point: Point) -> Double {
    var nearest = Double.infinity
    var previous = vertices.count - 1
    for current in 0..<vertices.count {
      let start = vertices[previous]
      let edge = vertices[current] - start
      let length = edge.dot(edge)
      let along = length > 0 ? min(max((point - start).dot(edge) / length, 0), 1) : 0
      nearest = min(nearest, (point - (start + edge * along)).length)
      previous = current
    }
    return nearest
  }
}
