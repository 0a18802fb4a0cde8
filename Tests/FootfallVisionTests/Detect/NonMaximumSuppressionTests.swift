import FootfallCore
import FootfallTestSupport
import FootfallVision
import Testing

@Suite struct NonMaximumSuppressionTests {
  private static func random(_ count: Int, seed: UInt64) -> [Detection] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      // Few distinct values, so that scores and boxes tie.
      Detection(
        box: BoundingBox(
          x: Double(Int.random(in: 0...9, using: &generator) * 10),
          y: Double(Int.random(in: 0...9, using: &generator) * 10),
          width: Double(Int.random(in: 2...5, using: &generator) * 10),
          height: Double(Int.random(in: 2...5, using: &generator) * 10)),
        score: Double(Int.random(in: 1...10, using: &generator)) / 10)
    }
  }

  private static func suppressed(_ detections: [Detection], threshold: Double = 0.5) -> [Detection] {
    var detections = detections
    NonMaximumSuppression.suppress(&detections, threshold: threshold)
    return detections
  }

  @Test func ofTwoBoxesOnOnePersonTheBetterStays() {
    let good = Detection(box: BoundingBox(x: 0, y: 0, width: 10, height: 20), score: 0.9)
    let poor = Detection(box: BoundingBox(x: 1, y: 1, width: 10, height: 20), score: 0.6)
    let other = Detection(box: BoundingBox(x: 50, y: 0, width: 10, height: 20), score: 0.3)
    #expect(Self.suppressed([other, poor, good]) == [good, other])
  }

  @Test func anOverlapOfJustTheThresholdIsAllowed() {
    // 10 x 10 and its right half: the intersection over union is a half.
    let whole = Detection(box: BoundingBox(x: 0, y: 0, width: 10, height: 10), score: 0.9)
    let half = Detection(box: BoundingBox(x: 5, y: 0, width: 5, height: 10), score: 0.8)
    #expect(Self.suppressed([whole, half], threshold: 0.5).count == 2)
    #expect(Self.suppressed([whole, half], threshold: 0.49).count == 1)
  }

  @Test func aSuppressedBoxSuppressesNoOther() {
    let boxes = [0.0, 4, 8].enumerated().map { index, x in
      Detection(box: BoundingBox(x: x, y: 0, width: 10, height: 10), score: 0.9 - Double(index) / 10)
    }
    #expect(Self.suppressed(boxes, threshold: 0.3) == [boxes[0], boxes[2]])
  }

  @Test(arguments: UInt64(1)...40)
  func theResultIsSortedFreeOfOverlapsAndCoversWhatWasRemoved(seed: UInt64) {
    let all = Self.random(Int(seed) * 5, seed: seed)
    let kept = Self.suppressed(all)
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.score >= $1.score })
    for (index, detection) in kept.enumerated() {
      #expect(kept[..<index].allSatisfy { $0.box.iou(detection.box) <= 0.5 })
    }
    for detection in all {
      #expect(
        kept.contains { $0.score >= detection.score && $0.box.iou(detection.box) > 0.5 || $0 == detection })
    }
  }

  @Test(arguments: UInt64(1)...20)
  func theOrderOfTheInputDoesNotMatter(seed: UInt64) {
    let all = Self.random(60, seed: seed)
    var generator = SeededGenerator(seed: seed + 1000)
    let expected = Self.suppressed(all)
    for _ in 0..<5 { #expect(Self.suppressed(all.shuffled(using: &generator)) == expected) }
  }

  @Test func nothingStaysNothing() { #expect(Self.suppressed([]).isEmpty) }
}
