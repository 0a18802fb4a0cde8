import FootfallCore
import FootfallVision
import Testing

@Suite struct YOLOXDecoderTests {
  /// Grids of 4 x 2 and 2 x 1 cells, two classes.
  private static let decoder = YOLOXDecoder(
    inputSize: PixelSize(width: 32, height: 16), strides: [8, 16], classIndex: 1, scoreThreshold: 0.05)

  private static func decode(row: Int, _ values: [Float]) -> [Detection] {
    var rows = [Float](repeating: 0, count: decoder.rowCount * 7)
    for (column, value) in values.enumerated() { rows[row * 7 + column] = value }
    var detections: [Detection] = []
    decoder.decode(rows.span, columns: 7, scale: InputScale(x: 2, y: 3), into: &detections)
    return detections
  }

  @Test func theRowsOfAllGridsAreCounted() { #expect(Self.decoder.rowCount == 10) }

  @Test func aRowOfTheFirstGridIsItsCell() throws {
    // Row 6 is column 2, row 1 of stride 8: centre (2.5, 1.25) * 8, size (e^ln2, e^0) * 8.
    let found = try #require(Self.decode(row: 6, [0.5, 0.25, 0.6931472, 0, 0.8, 0.9, 0.5]).first)
    #expect(abs(found.score - 0.4) < 1e-6)
    #expect(abs(found.box.x - (20 - 8) * 2) < 1e-5)
    #expect(abs(found.box.y - (10 - 4) * 3) < 1e-5)
    #expect(abs(found.box.width - 32) < 1e-5)
    #expect(abs(found.box.height - 24) < 1e-5)
  }

  @Test func rowsOfTheSecondGridFollow() throws {
    let found = try #require(Self.decode(row: 9, [0, 0.5, 0, 0, 1, 0, 1]).first)
    #expect(found == Detection(box: BoundingBox(x: 16, y: 0, width: 32, height: 48), score: 1))
  }

  @Test(arguments: [
    (objectness: Float(0.04), person: Float(1)), (1, 0.04), (0.2, 0.2), (.nan, 1), (1, .nan),
  ])
  func whatIsBelowTheThresholdIsLeftOut(objectness: Float, person: Float) {
    #expect(Self.decode(row: 0, [0, 0, 0, 0, objectness, 1, person]).isEmpty)
  }

  @Test(arguments: 0..<4, [Float.nan, .infinity, 1e30]) func whatIsNoPositionYieldsNoBox(
    column: Int, value: Float
  ) {
    var row: [Float] = [0, 0, 0, 0, 1, 0, 1]
    #expect(Self.decode(row: 0, row).count == 1)
    row[column] = value
    #expect(Self.decode(row: 0, row).isEmpty)
  }
}
