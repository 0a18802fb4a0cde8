import CMallocCounter
import FootfallCore
import FootfallCrowd
import FootfallTestSupport
import FootfallTracking
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

  @Test(.enabled(if: TestBuild.isOptimized, "unoptimised code allocates"), arguments: [20, 500])
  func askingWherePeopleWillBeAllocatesNothingAfterWarmUp(people: Int) {
    let crowd = Crowd(people: people)
    var tracker = Tracker()
    var (snapshots, motions): ([TrackSnapshot], [TrackMotion]) = ([], [])
    var allocations: UInt64 = 0
    for number in 1...900 {
      let time = Crowd.stamp(ofFrame: number).time
      tracker.update(crowd.detections(inFrame: number), at: time, into: &snapshots)
      let before = malloc_counter_allocations()
      tracker.motions(into: &motions)
      tracker.predict(at: time + .milliseconds(50), into: &snapshots)
      if number > 600 { allocations += malloc_counter_allocations() - before }
    }
    #expect(allocations == 0)
    #expect(motions.count >= people && snapshots.count > people / 2)
  }
}
