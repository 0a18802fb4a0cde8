import CMallocCounter
import FootfallCore
import FootfallRandomOutput
import FootfallTestSupport
import FootfallVision
import Testing

@Suite struct DecodingAllocationTests {
  /// The allocations of 20 rounds of `work` after a first one.
  private func allocations(_ work: () throws -> Void) rethrows -> UInt64 {
    try work()
    let before = malloc_counter_allocations()
    for _ in 0..<20 { try work() }
    return malloc_counter_allocations() - before
  }

  @Test(.enabled(if: TestBuild.isOptimized, "unoptimised code allocates"))
  func decodingYOLOv3AndSuppressingAllocateNothingAfterWarmUp() {
    let output = RandomOutput.yolov3(seed: 3)
    var detections: [Detection] = []
    let count = allocations {
      detections.removeAll(keepingCapacity: true)
      output.decode(into: &detections)
      NonMaximumSuppression.suppress(&detections, threshold: 0.5)
    }
    #expect(detections.isEmpty == false)
    #expect(count == 0)
  }

  @Test(.enabled(if: TestBuild.isOptimized, "unoptimised code allocates"))
  func decodingYOLOXAllocatesNothingAfterWarmUp() {
    let output = RandomOutput.yolox(seed: 4)
    var detections: [Detection] = []
    let count = allocations {
      detections.removeAll(keepingCapacity: true)
      output.decode(into: &detections)
    }
    #expect(detections.isEmpty == false)
    #expect(count == 0)
  }

  /// OpenCV's resize makes tables of its weights anew in each call, on the decoding thread; nothing of ours is added.
  @Test(
    .enabled(if: TestBuild.isOptimized, "unoptimised code allocates"),
    arguments: [DetectorRecipe.Normalisation.Resize.plain, .letterbox])
  func fillingADetectorsInputTakesNoMoreThanOpenCVsTables(resize: DetectorRecipe.Normalisation.Resize) throws
  {
    let picture = PixelBuffer()
    picture.resize(to: PixelSize(width: 768, height: 576))
    picture.bytes.initializeMemory(as: UInt8.self, repeating: 9)
    let input = DetectorInput(size: PixelSize(width: 608, height: 448), resize: resize, padding: 114)
    let count = try allocations { try input.fill(from: picture) }
    #expect(count <= 20 * 5)
  }
}
