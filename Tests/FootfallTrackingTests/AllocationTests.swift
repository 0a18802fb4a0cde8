import CMallocCounter
import FootfallCrowd
import FootfallTestSupport
import Testing

@Suite struct AllocationTests {
  /// The allocations of the second time round, when the buffers have the size of the largest crowd.
  private func allocations(_ type: (some CrowdStage).Type, people: Int) -> UInt64 {
    let frames = 400
    var stage = type.init(Crowd(people: people))
    for _ in 0..<2 * frames { stage.step() }
    let before = malloc_counter_allocations()
    for _ in 0..<frames { stage.step() }
    return malloc_counter_allocations() - before
  }

  @Test(.enabled(if: TestBuild.isOptimized, "unoptimised code allocates"), arguments: [20, 500])
  func trackingAFrameAllocatesNothingAfterWarmUp(people: Int) {
    #expect(allocations(TrackStage.self, people: people) == 0)
  }

  @Test(.enabled(if: TestBuild.isOptimized, "unoptimised code allocates"), arguments: [20, 500])
  func lookingAheadAllocatesNothingAfterWarmUp(people: Int) {
    #expect(allocations(LookaheadStage.self, people: people) == 0)
  }
}
