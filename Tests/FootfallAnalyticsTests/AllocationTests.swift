import CMallocCounter
import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct AllocationTests {
  private static func crowd(of people: Int, at frame: Int) -> [TrackSnapshot] {
    (0..<people).map { person in
      let foot = Point(Double(210 + (frame + person * 11) % 90), Double(220 + person % 60))
      return TrackSnapshot(
        track: TrackID(person + 1), box: Walk(corners: []).box(at: foot), score: 0.9, state: .confirmed,
        evidence: .observed)
    }
  }

  @Test(
    .enabled(if: TestBuild.isOptimized, "unoptimised code allocates"), arguments: [20, 500], [false, true])
  func analysingAFrameAllocatesNothingAfterWarmUp(people: Int, hasFloor: Bool) {
    var scene = TestCamera.scene
    let camera = SyntheticCamera(size: TestCamera.size)
    scene.floor = hasFloor ? FloorMap(fitting: camera.correspondences(every: 1, within: 9)) : nil
    var analyzer = CameraAnalyzer(
      scene: scene, size: TestCamera.size,
      series: [(interval: .seconds(3600), firstBoundary: .zero)])
    // They mill about in the zone, left of the line; it is always they, so nothing needs to grow.
    let frames = (0..<600).map { Self.crowd(of: people, at: $0) }
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
