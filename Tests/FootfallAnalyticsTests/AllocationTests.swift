import CMallocCounter
import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct AllocationTests {
  @Test func analysingAFrameAllocatesNothingAfterWarmUp() {
    var analyzer = CameraAnalyzer(
      scene: TestCamera.scene, size: TestCamera.size, series: [(interval: .seconds(3600), firstBoundary: .zero)])
    // Twenty people mill about left of the line, some in the zone; who and where repeats, so nothing needs to grow.
    let walks = (0..<20).map { index in
      Walk(
        track: index + 1,
        corners: (0..<100).map { (Double($0), Point(Double(210 + ($0 * 37 + index * 11) % 90), 220 + Double(index))) })
    }
    let frames: [[TrackSnapshot]] = (0..<600).map { frame in walks.compactMap { $0.snapshot(at: Double(frame) / 10) } }
    var allocations: UInt64 = 0
    for (index, snapshots) in frames.enumerated() {
      let stamp = FrameStamp(
        number: index + 1, time: MediaTime(seconds: Double(index) / 10), duration: .milliseconds(100))
      let before = malloc_counter_allocations()
      analyzer.observe(snapshots, in: stamp)
      if index >= 100 { allocations += malloc_counter_allocations() - before }
    }
    #expect(allocations == 0)
  }
}
