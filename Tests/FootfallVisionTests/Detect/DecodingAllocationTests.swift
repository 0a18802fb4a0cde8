import CMallocCounter
import FootfallCore
import FootfallTestSupport
import FootfallVision
import Testing

@Suite struct DecodingAllocationTests {
  @Test(.enabled(if: TestBuild.isOptimized, "unoptimised code allocates"))
  func decodingAndSuppressingAllocateNothingAfterWarmUp() {
    let decoder = YOLOv3Decoder(
      inputSize: PixelSize(width: 608, height: 448),
      heads: [DetectorRecipe.Head(stride: 16, anchors: [DetectorRecipe.Anchor(width: 37, height: 58)])],
      classIndex: 0, scoreThreshold: 0.05)
    var generator = SeededGenerator(seed: 3)
    let values = (0..<6 * 38 * 28).map { _ in Float.random(in: -2...2, using: &generator) }
    var detections: [Detection] = []
    var allocations: UInt64 = 0
    for round in 0..<20 {
      let before = malloc_counter_allocations()
      detections.removeAll(keepingCapacity: true)
      decoder.decode(
        values.span, head: 0, channels: 6, scale: InputScale(x: 1, y: 1), into: &detections)
      NonMaximumSuppression.suppress(&detections, threshold: 0.5)
      if round > 0 { allocations += malloc_counter_allocations() - before }
    }
    #expect(detections.isEmpty == false)
    #expect(allocations == 0)
  }
}
