import FootfallCore
import FootfallVision
import Foundation
import Testing

@Suite struct SSDDecoderTests {
  private static func decoder() throws -> SSDDecoder {
    let recipe = """
      {"featureMapSizes": [2, 1], "scales": [0.2, 0.5, 0.98], "aspectRatios": [1, 4],
       "lowestMapBoxes": [{"scale": 0.1, "aspectRatio": 1}],
       "boxCoder": {"y": 10, "x": 10, "height": 5, "width": 5}}
      """
    return SSDDecoder(
      inputSize: PixelSize(width: 100, height: 100),
      recipe: try JSONDecoder().decode(SSDRecipe.self, from: Data(recipe.utf8)), classIndex: 1,
      scoreThreshold: 0.05)
  }

  @Test func anchorsFollowTheRecipe() throws {
    let anchors = try Self.decoder().anchors
    try #require(anchors.count == 4 + 3)
    #expect(anchors[1] == SSDDecoder.Anchor(centerX: 0.75, centerY: 0.25, width: 0.1, height: 0.1))
    #expect(anchors[2] == SSDDecoder.Anchor(centerX: 0.25, centerY: 0.75, width: 0.1, height: 0.1))
    #expect(anchors[4] == SSDDecoder.Anchor(centerX: 0.5, centerY: 0.5, width: 0.5, height: 0.5))
    #expect(anchors[5] == SSDDecoder.Anchor(centerX: 0.5, centerY: 0.5, width: 1, height: 0.25))
    #expect(abs(anchors[6].width - 0.7) < 1e-12)
  }

  @Test func encodingsMoveAndStretchTheAnchor() throws {
    let decoder = try Self.decoder()
    var boxes = [Float](repeating: 0, count: 28)
    var scores = [Float](repeating: -20, count: 14)
    // Anchor 4, 50 x 50 around (50, 50): down by a fifth, right by a tenth, twice as high.
    boxes.replaceSubrange(16..<20, with: [2, 1, 5 * 0.6931472, 0])
    scores[9] = 0
    var found: [Detection] = []
    decoder.decode(
      boxes: boxes.span, scores: scores.span, classes: 2, scale: InputScale(x: 1, y: 1), into: &found)
    let detection = try #require(found.first)
    #expect(found.count == 1)
    #expect(detection.score == 0.5)
    #expect(abs(detection.box.x - (55 - 25)) < 1e-4)
    #expect(abs(detection.box.y - (60 - 50)) < 1e-4)
    #expect(abs(detection.box.width - 50) < 1e-4)
    #expect(abs(detection.box.height - 100) < 1e-4)
  }

  @Test(arguments: 0..<4) func aPositionThatIsNotANumberYieldsNoBox(column: Int) throws {
    let decoder = try Self.decoder()
    var boxes = [Float](repeating: 0, count: 28)
    var scores = [Float](repeating: -20, count: 14)
    scores[9] = 0
    boxes[16 + column] = .nan
    var found: [Detection] = []
    decoder.decode(
      boxes: boxes.span, scores: scores.span, classes: 2, scale: InputScale(x: 1, y: 1), into: &found)
    #expect(found.isEmpty)
  }
}
