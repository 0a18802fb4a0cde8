import FootfallCore
import FootfallPipeline
import FootfallTestSupport
import Foundation
import Testing

@Suite struct WrittenDetectionTests {
  private static let size = PixelSize(width: 640, height: 361)

  private func asRead(_ detection: Detection) throws -> Detection {
    let box = detection.box
    let text = String(
      format: "%.2f,%.2f,%.2f,%.2f,%.4f", box.x, box.y, box.width, box.height, detection.score)
    let values = text.split(separator: ",").compactMap { Double($0) }
    try #require(values.count == 5)
    return Detection(
      box: BoundingBox(x: values[0], y: values[1], width: values[2], height: values[3]), score: values[4])
  }

  @Test func whatIsWrittenAndReadIsTheSameToTheLastBit() throws {
    let seed: UInt64 = 5
    print("detections: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let box = BoundingBox(
        x: .random(in: -100...700, using: &generator), y: .random(in: -100...400, using: &generator),
        width: .random(in: 0...300, using: &generator), height: .random(in: 0...300, using: &generator))
      let written = Detection(box: box, score: .random(in: 0...1, using: &generator)).asWritten(in: Self.size)
      #expect(try asRead(written) == written)
      #expect(try asRead(written).asWritten(in: Self.size) == written)
    }
  }

  @Test func onlyThePartInsideThePictureRemains() {
    let written = Detection(box: BoundingBox(x: -10, y: 350.004, width: 30, height: 50), score: 0.912_34)
      .asWritten(in: Self.size)
    #expect(written.box == BoundingBox(x: 0, y: 350, width: 20, height: 11))
    #expect(written.score == 0.9123)
    let outside = Detection(box: BoundingBox(x: 1e300, y: -1e300, width: 1e300, height: 5), score: 1)
      .asWritten(in: Self.size)
    #expect(outside.box.area == 0)
  }
}
