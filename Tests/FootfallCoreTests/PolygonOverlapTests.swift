import FootfallCore
import Testing

@Suite("Polygons that overlap")
struct PolygonOverlapTests {
  private static func square(_ x: Double, _ y: Double, _ side: Double) -> Polygon {
    Polygon([Point(x, y), Point(x + side, y), Point(x + side, y + side), Point(x, y + side)])
  }

  private static let cross = Polygon([Point(4, 0), Point(6, 0), Point(6, 10), Point(4, 10)])

  @Test(
    "Squares overlap where they share floor, not where they touch",
    arguments: [
      (square(5, 5, 10), true), (square(0, 0, 10), true), (square(2, 2, 3), true), (square(-5, -5, 30), true),
      (square(10, 0, 10), false), (square(10, 10, 5), false), (square(9.95, 0, 10), false),
      (square(20, 20, 1), false), (cross, true),
    ])
  func squares(other: Polygon, isOverlap: Bool) {
    let square = Self.square(0, 0, 10)
    #expect(square.overlaps(other) == isOverlap && other.overlaps(square) == isOverlap)
  }

  @Test("Bars that cross overlap though no corner of one is in the other")
  func bars() {
    let bar = Polygon([Point(0, 4), Point(10, 4), Point(10, 6), Point(0, 6)])
    #expect(bar.overlaps(Self.cross))
  }

  @Test("A square in the bay of another shape does not overlap it")
  func bay() {
    let shape = Polygon([
      Point(0, 0), Point(10, 0), Point(10, 10), Point(8, 10), Point(8, 2), Point(2, 2), Point(2, 10),
      Point(0, 10),
    ])
    #expect(!shape.overlaps(Self.square(3, 3, 4)) && shape.overlaps(Self.square(3, 1, 4)))
  }
}
