import CMallocCounter
import FootfallCore
import FootfallTestSupport
import FootfallTracking
import Testing

@Suite struct AllocationTests {
  /// Thirty people who mill about, with jitter and misses so that tracks are lost and found.
  private static let frames: [[Detection]] = {
    var generator = SeededGenerator(seed: 11)
    return (0..<900).map { frame in
      (0..<30).compactMap { person in
        if Double.random(in: 0..<1, using: &generator) < 0.1 { return nil }
        let foot = Point(
          Double(40 + (person % 6) * 110) + .random(in: -3...3, using: &generator),
          Double(120 + (person / 6) * 80) + Double(frame % 40) + .random(in: -3...3, using: &generator))
        return Detection(
          box: Walk(corners: []).box(at: foot), score: .random(in: 0.3...1, using: &generator))
      }
    }
  }()

  @Test(.enabled(if: TestBuild.isOptimized, "unoptimised code allocates"))
  func trackingAFrameAllocatesNothingAfterWarmUp() {
    var tracker = Tracker()
    var lookahead = Lookahead(lag: .seconds(2))
    var snapshots: [TrackSnapshot] = []
    var ready: [TrackSnapshot] = []
    snapshots.reserveCapacity(100)
    ready.reserveCapacity(100)
    var allocations: UInt64 = 0
    // The second time round the buffers have the size of the largest crowd.
    for (index, detections) in (Self.frames + Self.frames).enumerated() {
      let stamp = FrameStamp(
        number: index + 1, time: MediaTime(seconds: Double(index) / 10), duration: .milliseconds(100))
      let before = malloc_counter_allocations()
      tracker.update(detections, at: stamp.time, into: &snapshots)
      lookahead.append(snapshots, in: stamp)
      while lookahead.next(isEnd: false, into: &ready) != nil {}
      if index >= Self.frames.count { allocations += malloc_counter_allocations() - before }
    }
    #expect(allocations == 0)
  }
}
