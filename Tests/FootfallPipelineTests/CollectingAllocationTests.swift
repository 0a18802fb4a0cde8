import CMallocCounter
import FootfallAnalytics
import FootfallCore
import FootfallPipeline
import FootfallTestSupport
import FootfallTracking
import FootfallVision
import Foundation
import Testing

/// Keeps nothing.
private struct EmptySink: AnalysisSink {
  mutating func write(tracks: [TrackSnapshot], in stamp: FrameStamp) {}
  mutating func write(detections: [Detection], frame: Int) {}
}

@Suite struct CollectingAllocationTests {
  private static let size = PixelSize(width: 64, height: 48)
  private static let frames = 1200

  /// Somebody who stands still on the left: no event ever makes a list of results grow.
  private static let detections: [Int: [Detection]] = {
    let box = Walk(corners: [], boxHeight: 20).box(at: Point(10, 40))
    return Dictionary(uniqueKeysWithValues: (1...frames).map { ($0, [Detection(box: box, score: 0.9)]) })
  }()

  /// From the ring to the analyzer and the sink, on the thread that collects; the background takes a look at a few
  /// frames only, fewer as time goes by, and copies those.
  @Test(
    .enabled(if: TestBuild.isOptimized, "unoptimised code allocates"),
    arguments: [TrackingMode.online, .twoPass])
  func aFrameOnItsWayThroughTheRingAllocatesNothingAfterWarmUp(tracking: TrackingMode) throws {
    let folder = try TemporaryFolder()
    let url = folder.url.appendingPathComponent("film.y4m")
    try RawFootage.y4m(size: Self.size, framesPerSecond: 10, frames: Self.frames).write(to: url)
    let footage = try Footage(paths: [url.path])
    let line = CountingLine(id: "middle", segment: Segment(from: Point(32, 0), to: Point(32, 48)))
    let analyzer = CameraAnalyzer(
      scene: CameraScene(id: "camera", lines: [line]), size: footage.size,
      series: [(interval: .seconds(900), firstBoundary: .zero)])
    var analysis = FootageAnalysis(
      footage, detections: .known(Self.detections), rate: .recorded,
      tracking: tracking, tracker: TrackerParameters(), analyzer: analyzer, sink: EmptySink())
    var allocations: [UInt64] = []
    allocations.reserveCapacity(Self.frames)
    _ = try analysis.run(cancellation: CancellationFlag()) { _ in
      allocations.append(malloc_counter_allocations())
    }
    let perFrame = zip(allocations, allocations.dropFirst()).map { $1 - $0 }.suffix(Self.frames / 2)
    let allocating = perFrame.count { $0 > 0 }
    #expect(allocating <= BackgroundModel.capacity, "\(allocating) of \(perFrame.count) frames allocate")
  }
}
