import FootfallCore
import FootfallTestSupport
import FootfallVision
import Testing

@Suite struct HeatmapPictureTests {
  private func draw(
    _ size: PixelSize, cellPixels: Int = 8, hot: (Int, Int)? = nil, lines: [CountingLine] = [],
    zones: [Zone] = []
  ) throws -> PixelBuffer {
    let columns = (size.width + cellPixels - 1) / cellPixels
    let rows = (size.height + cellPixels - 1) / cellPixels
    var values = [Double](repeating: 0, count: columns * rows)
    if let hot { values[hot.1 * columns + hot.0] = 12 }
    let background = PixelBuffer.make(96, 64) { _, _ in [100, 100, 100] }
    let bytes = try HeatmapPicture(
      columns: columns, rows: rows, cellPixels: cellPixels, values: values, lines: lines, zones: zones
    ).png(over: background, size: size)
    let folder = try TemporaryFolder()
    let picture = PixelBuffer()
    #expect(try FootageReader(opening: folder.write(bytes, to: "a.png")).read(into: picture) == .zero)
    return picture
  }

  @Test(arguments: [
    (1, 1), (7, 5), (160, 120), (768, 576), (1920, 1080), (4000, 3000), (10, 3000), (3000, 10),
  ])
  func picturesOfAnySourceFitInto1280Pixels(width: Int, height: Int) throws {
    let picture = try draw(PixelSize(width: width, height: height))
    #expect(picture.size.width <= 1280)
    #expect((200...1300).contains(picture.size.height))
  }

  @Test func theHotPlaceIsBrightAndTheRestShowsTheScene() throws {
    let picture = try draw(PixelSize(width: 768, height: 576), hot: (20, 30))
    let hot = picture[20 * 8 + 4, 30 * 8 + 4]
    let cold = picture[600, 100]
    // Red and green of inferno's bright end; the scene stays grey.
    #expect(hot[2] > 200)
    #expect(hot[1] > 150)
    #expect((cold.max() ?? 0) - (cold.min() ?? 0) <= 2)
  }

  @Test func theArrowPointsToTheInSide() throws {
    // From left to right: side(P) > 0 is below the line, as y grows downwards.
    let segment = Segment(from: Point(200, 300), to: Point(600, 300))
    for (isSwapped, arrowRow, otherRow) in [(false, 330, 270), (true, 270, 330)] {
      let picture = try draw(
        PixelSize(width: 768, height: 576),
        lines: [CountingLine(id: "", segment: segment, kind: .entrance, isSwapped: isSwapped)])
      let arrow = picture[400, arrowRow]
      let other = picture[400, otherRow]
      #expect(arrow[1] - arrow[0] > 50)
      #expect(abs(other[1] - other[0]) <= 2)
    }
  }

  @Test func marksBeyondThePictureAndForeignLettersDoNoHarm() throws {
    let line = CountingLine(
      id: "Käsetheke 日本", segment: Segment(from: Point(-900, 2000), to: Point(1e9, -1e9)))
    let zone = Zone(id: "é", polygon: Polygon([Point(-500, -500), Point(2000, -400), Point(300, 1100)]))
    let picture = try draw(PixelSize(width: 768, height: 576), lines: [line], zones: [zone])
    #expect(picture.size == PixelSize(width: 896, height: 576))
  }

  @Test func valuesThatAreNoNumbersAreDrawnAsNothing() throws {
    let background = PixelBuffer.make(8, 8) { _, _ in [1, 1, 1] }
    let heatmap = HeatmapPicture(columns: 2, rows: 1, cellPixels: 4, values: [.nan, .infinity])
    #expect(try heatmap.png(over: background, size: PixelSize(width: 8, height: 4)).count > 100)
  }
}
