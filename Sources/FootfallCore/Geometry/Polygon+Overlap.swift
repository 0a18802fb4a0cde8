extension Polygon {
  /// Whether two polygons share more than a strip along their edges.
  ///
  /// Edges may be drawn a little over each other: what is within `tolerance` of both outlines does not count.
  /// - Parameter tolerance: in the unit of the polygons; nil for a hundredth of the shorter side of the smaller one's
  ///   bounding rectangle.
  /// - Complexity: O(n m).
  public func overlaps(_ other: Polygon, tolerance: Double? = nil) -> Bool {
    let tolerance = tolerance ?? 0.01 * min(shorterSide, other.shorterSide)
    return sharesPoint(with: other, tolerance)
  }

  private var shorterSide: Double { min(maxX - minX, maxY - minY) }

  /// Whether a point is inside both, farther than `tolerance` from both outlines: looked for in the middle between the
  /// places where a horizontal line through the polygons meets their edges.
  private func sharesPoint(with other: Polygon, _ tolerance: Double) -> Bool {
    let (low, high) = (max(minY, other.minY), min(maxY, other.maxY))
    guard low < high, max(minX, other.minX) < min(maxX, other.maxX) else { return false }
    // Between two heights at which a corner lies or edges meet nothing changes but lengths.
    let heights = ((vertices + other.vertices).map(\.y) + meetingHeights(with: other) + [low, high])
      .filter { low...high ~= $0 }.sorted()
    return zip(heights, heights.dropFirst()).contains { from, to in
      let y = (from + to) / 2
      let places = (crossings(at: y) + other.crossings(at: y)).sorted()
      return zip(places, places.dropFirst()).contains { left, right in
        let point = Point((left + right) / 2, y)
        return contains(point) && other.contains(point) && distanceToOutline(from: point) > tolerance
          && other.distanceToOutline(from: point) > tolerance
      }
    }
  }

  private var edges: [Segment] {
    vertices.indices.map { Segment(from: vertices[$0], to: vertices[($0 + 1) % vertices.count]) }
  }

  private func meetingHeights(with other: Polygon) -> [Double] {
    edges.flatMap { edge in
      other.edges.compactMap { second in
        edge.crossingFraction(from: second.from, to: second.to).map {
          second.from.interpolated(to: second.to, fraction: $0).y
        }
      }
    }
  }

  private func crossings(at y: Double) -> [Double] {
    edges.compactMap { edge in
      guard (edge.from.y > y) != (edge.to.y > y) else { return nil }
      return edge.from.x + (edge.to.x - edge.from.x) * (y - edge.from.y) / (edge.to.y - edge.from.y)
    }
  }
}
