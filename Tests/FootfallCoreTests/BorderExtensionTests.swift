import FootfallCore
import Testing

@Suite struct BorderExtensionTests {
  private let size = PixelSize(width: 1920, height: 1080)

  private func extended(_ corners: [Point]) -> Polygon {
    let scene = CameraScene(id: "camera", zones: [Zone(id: "zone", polygon: Polygon(corners))])
    return scene.extendedBeyondBorder(of: size).zones[0].polygon
  }

  @Test(arguments: [
    [Point(500, 1062), Point(900, 1062), Point(900, 1080), Point(500, 1080)],
    [Point(500, 1065), Point(900, 1065), Point(900, 1200), Point(500, 1200)],
    [Point(500, 900), Point(900, 900), Point(900, 1075), Point(500, 1075)],
  ])
  func aZoneAtTheBottomHoldsWhatItShowsAndFeetBelowThePicture(corners: [Point]) {
    for corners in [corners, corners.reversed()] {
      let drawn = Polygon(corners)
      let zone = extended(corners)
      for y in stride(from: 880.5, to: 1080, by: 1) {
        if drawn.contains(Point(700, y)) { #expect(zone.contains(Point(700, y))) }
      }
      #expect(zone.contains(Point(700, 1079)))
      #expect(zone.contains(Point(700, 1150)))
      #expect(!zone.contains(Point(700, 880)))
      #expect(!zone.contains(Point(480, 1070)))
    }
  }

  @Test func aZoneAwayFromTheBorderStaysAsItIs() {
    let corners = [Point(500, 300), Point(900, 300), Point(900, 600), Point(500, 600)]
    #expect(extended(corners) == Polygon(corners))
  }

  @Test func aLineGoesOnBeyondTheBorderItLeadsTo() {
    let line = CountingLine(id: "line", segment: Segment(from: Point(500, 600), to: Point(500, 1078)))
    let flat = CountingLine(id: "flat", segment: Segment(from: Point(200, 1075), to: Point(900, 1075)))
    let scene = CameraScene(id: "camera", lines: [line, flat]).extendedBeyondBorder(of: size)
    #expect(scene.lines[0].segment.from == line.segment.from)
    #expect(scene.lines[0].segment.to.y > 2000)
    #expect(scene.lines[1] == flat)
  }
}
