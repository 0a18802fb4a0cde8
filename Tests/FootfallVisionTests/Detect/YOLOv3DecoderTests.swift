import FootfallCore
import FootfallVision
import Testing

@Suite struct YOLOv3DecoderTests {
  /// Two by two cells of 32 pixels, two anchors.
  private static let decoder = YOLOv3Decoder(
    inputSize: PixelSize(width: 64, height: 64),
    heads: [
      DetectorRecipe.Head(
        stride: 32,
        anchors: [
          DetectorRecipe.Anchor(width: 10, height: 20), DetectorRecipe.Anchor(width: 30, height: 40),
        ])
    ], classIndex: 0, scoreThreshold: 0.05)
  private static let cells = 4

  /// A grid in which nothing is anywhere.
  private static func empty(planes: Int) -> [Float] {
    [Float](repeating: -20, count: 2 * planes * cells)
  }

  /// Puts `values` into the planes from `first` on at one cell of one anchor.
  private static func put(
    _ values: [Float], into grid: inout [Float], planes: Int, anchor: Int, cell: Int, first: Int = 0
  ) {
    for (plane, value) in values.enumerated() {
      grid[(anchor * planes + first + plane) * cells + cell] = value
    }
  }

  private static func decode(
    _ grid: [Float], planes: Int, scale: InputScale = InputScale(x: 1, y: 1)
  ) -> [Detection] {
    var detections: [Detection] = []
    decoder.decode(grid.span, head: 0, channels: 2 * planes, scale: scale, into: &detections)
    return detections
  }

  @Test func aCellOfKnownLogitsGivesTheBoxAndScoreOfThePaper() throws {
    var grid = Self.empty(planes: 6)
    // Cell (column 1, row 0), second anchor: centre (1.5, 0.5) cells, e^0 and e^ln2 times the anchor, σ(0)σ(20).
    Self.put([0, 0, 0, 0.6931472, 0, 20], into: &grid, planes: 6, anchor: 1, cell: 1)
    let detection = try #require(Self.decode(grid, planes: 6).first)
    #expect(abs(detection.score - 0.5) < 1e-8)
    #expect(abs(detection.box.x - (48 - 15)) < 1e-5)
    #expect(abs(detection.box.y - (16 - 40)) < 1e-5)
    #expect(abs(detection.box.width - 30) < 1e-5)
    #expect(abs(detection.box.height - 80) < 1e-5)
  }

  @Test func boxesAreInPixelsOfTheFullPicture() throws {
    var grid = Self.empty(planes: 6)
    Self.put([0, 0, 0, 0, 5, 5], into: &grid, planes: 6, anchor: 0, cell: 3)
    let scale = InputScale(from: PixelSize(width: 64, height: 64), to: PixelSize(width: 1280, height: 640))
    let box = try #require(Self.decode(grid, planes: 6, scale: scale).first).box
    #expect(box == BoundingBox(x: 860, y: 380, width: 200, height: 200))
  }

  @Test func onlyTheClassOfPeopleCounts() {
    var grid = Self.empty(planes: 85)
    Self.put([0, 0, 0, 0, 5], into: &grid, planes: 85, anchor: 0, cell: 0)
    Self.put([9], into: &grid, planes: 85, anchor: 0, cell: 0, first: 5 + 2)
    #expect(Self.decode(grid, planes: 85).isEmpty)
    Self.put([9], into: &grid, planes: 85, anchor: 0, cell: 0, first: 5)
    #expect(Self.decode(grid, planes: 85).count == 1)
  }

  @Test func thePersonOnlyGridGivesWhatTheFullOneGives() {
    var full = Self.empty(planes: 85)
    var small = Self.empty(planes: 6)
    for cell in 0..<4 {
      let values: [Float] = [0.3, -0.2, 0.1, 0.4, 1.5, Float(cell) - 1]
      Self.put(values, into: &full, planes: 85, anchor: cell % 2, cell: cell)
      Self.put(values, into: &small, planes: 6, anchor: cell % 2, cell: cell)
    }
    #expect(Self.decode(full, planes: 85) == Self.decode(small, planes: 6))
    #expect(Self.decode(small, planes: 6).count == 4)
  }

  @Test func theScoreThresholdHoldsForTheProduct() {
    // σ(-1.3863) = 0.2: 0.2 * 0.2 = 0.04 is below 0.05 though both factors are above it.
    var grid = Self.empty(planes: 6)
    Self.put([0, 0, 0, 0, -1.3863, -1.3863], into: &grid, planes: 6, anchor: 0, cell: 0)
    #expect(Self.decode(grid, planes: 6).isEmpty)
    Self.put([0, 0, 0, 0, -1.3863, -1.0986], into: &grid, planes: 6, anchor: 0, cell: 0)
    #expect(Self.decode(grid, planes: 6).count == 1)
  }

  @Test func valuesThatAreNotNumbersYieldNoBox() {
    var grid = Self.empty(planes: 6)
    Self.put([0, 0, .infinity, 0, 9, 9], into: &grid, planes: 6, anchor: 0, cell: 0)
    Self.put([0, 0, 0, 1e6, 9, 9], into: &grid, planes: 6, anchor: 0, cell: 1)
    Self.put([0, 0, 0, 0, .nan, 9], into: &grid, planes: 6, anchor: 0, cell: 2)
    #expect(Self.decode(grid, planes: 6).isEmpty)
  }

  @Test(arguments: 0..<4) func aPositionThatIsNotANumberYieldsNoBox(plane: Int) {
    var grid = Self.empty(planes: 6)
    Self.put([0, 0, 0, 0, 9, 9], into: &grid, planes: 6, anchor: 0, cell: 0)
    #expect(Self.decode(grid, planes: 6).count == 1)
    Self.put([.nan], into: &grid, planes: 6, anchor: 0, cell: 0, first: plane)
    #expect(Self.decode(grid, planes: 6).isEmpty)
  }

  @Test func headsAreKnownByTheirShape() {
    #expect(Self.decoder.head(channels: 12, rows: 2, columns: 2) == 0)
    #expect(Self.decoder.head(channels: 170, rows: 2, columns: 2) == 0)
    #expect(Self.decoder.head(channels: 12, rows: 4, columns: 4) == nil)
    #expect(Self.decoder.head(channels: 11, rows: 2, columns: 2) == nil)
    #expect(Self.decoder.head(channels: 10, rows: 2, columns: 2) == nil)
  }
}
