import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct PolygonDistanceTests {
  private let bent = Polygon([
    Point(0, 0), Point(10, 0), Point(10, 10), Point(6, 10), Point(6, 4), Point(0, 4),
  ])

  @Test(arguments: [
    (Point(5, 2), 2.0), (Point(-3, 2), 3.0), (Point(-3, -4), 5.0), (Point(8, 7), 2.0), (Point(3, 6), 2.0),
    (Point(6, 7), 0.0), (Point(10, 10), 0.0), (Point(13, 14), 5.0),
  ])
  func itIsTheWayToTheNearestEdge(point: Point, distance: Double) {
    #expect(abs(bent.distanceToOutline(from: point) - distance) < 1e-12)
  }

  @Test func noPointOfTheOutlineIsNearer() {
    var generator = SeededGenerator(seed: 3)
    let corners = bent.vertices
    let outline = corners.indices.flatMap { index in
      (0...400).map { step in
        corners[index].interpolated(
          to: corners[(index + 1) % corners.count], fraction: Double(step) / 400)
      }
    }
    for _ in 0..<200 {
      let point = Point(.random(in: -5...15, using: &generator), .random(in: -5...15, using: &generator))
      let nearest = outline.map { ($0 - point).length }.min() ?? 0
      let distance = bent.distanceToOutline(from: point)
      #expect(distance <= nearest + 1e-12 && nearest <= distance + 0.02)
    }
  }
}
