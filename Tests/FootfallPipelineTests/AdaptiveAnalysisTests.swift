import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import FootfallTracking
import FootfallVision
import Foundation
import Testing

@testable import FootfallPipeline

/// A real detector, which needs no model file, in films of plain grey: which frames it looks at, and that all arrive.
@Suite(.serialized) struct AdaptiveAnalysisTests {
  private static let size = PixelSize(width: 64, height: 48)

  /// Looks at films whose grey rises by one level a frame.
  private func analyze(
    _ films: [(frames: Int, framesPerSecond: Int)], rate: DetectionRate, tracking: TrackingMode = .twoPass,
    requests: Int = 2, sink: MemorySink = MemorySink(), cancelAt: Int? = nil, blank: Set<Int> = []
  ) throws -> FootageSummary {
    let folder = try TemporaryFolder()
    let paths = try films.enumerated().map { index, film in
      let file = folder.url.appendingPathComponent("film\(index).y4m")
      try RawFootage.y4m(
        size: Self.size, framesPerSecond: film.framesPerSecond, frames: film.frames,
        isBlank: blank.contains(index)
      ).write(to: file)
      return file.path
    }
    let catalog = try ModelCatalog(folder: SharedData.packageRoot.appendingPathComponent("models").path)
    let detector = try PersonDetector(
      profile: try catalog.profile(named: "hog"), catalog: catalog, engine: .auto, precision: nil, threads: 1,
      requests: requests)
    let footage = try Footage(paths: paths)
    var analysis = FootageAnalysis(
      footage, detections: .detector(detector), rate: rate, tracking: tracking,
      tracker: TrackerParameters(),
      analyzer: CameraAnalyzer(
        scene: CameraScene(id: "camera"), size: footage.size,
        series: [(interval: .seconds(900), firstBoundary: .zero)]), sink: sink)
    let cancellation = CancellationFlag()
    return try analysis.run(cancellation: cancellation) { if $0 == cancelAt { cancellation.cancel() } }
  }

  @Test(arguments: [TrackingMode.online, .twoPass], [1, 2, 3])
  func everyFrameReachesTheSinkOnceAndInOrder(tracking: TrackingMode, requests: Int) throws {
    for (frames, framesPerSecond) in [(1, 25), (7, 5), (40, 30), (90, 60)] {
      let sink = MemorySink()
      let summary = try analyze(
        [(frames, framesPerSecond)], rate: .recorded, tracking: tracking, requests: requests, sink: sink)
      #expect(sink.frames.map(\.stamp.number) == Array(1...frames))
      #expect(summary.frames == frames && summary.coverage > 0.999)
      #expect(summary.detectorRuns == sink.detectionFrames.count)
      #expect(sink.detectionFrames == sink.detectionFrames.sorted() && sink.detectionFrames.first == 1)
    }
  }

  @Test(arguments: [TrackingMode.online, .twoPass], [DetectionRate.recorded, .everyFrame])
  func whileNothingIsToBeSeenNothingIsKnown(tracking: TrackingMode, rate: DetectionRate) throws {
    let sink = MemorySink()
    let dark = try analyze([(30, 30)], rate: rate, tracking: tracking, sink: sink, blank: [0])
    #expect(dark.coverage == 0 && dark.detectorRuns == 0 && dark.frames == 30)
    #expect(sink.frames.count == 30 && sink.frames.allSatisfy { $0.stamp.duration == .zero })
    #expect(
      dark.series[0].allSatisfy { $0.lines == nil && $0.occupancy.mean == nil } && dark.series[0].count == 1)
    // Three parts of two seconds, of which the one in the middle is dark.
    let parts = try analyze(
      Array(repeating: (60, 30), count: 3), rate: rate, tracking: tracking, blank: [1])
    #expect(abs(parts.coverage - 2.0 / 3) < 0.02)
    #expect(abs(parts.blank.inSeconds - 2) < 0.1 && abs(parts.framesPerSecond - 30) < 1e-6)
    #expect(abs(parts.result.intervals[0].observed.inSeconds - 4) < 0.1)
  }

  /// More frames between two looks than the ring has slots.
  @Test(arguments: [120, 240, 700])
  func footageOfManyFramesASecondDoesNotComeToAHalt(framesPerSecond: Int) throws {
    let sink = MemorySink()
    let frames = framesPerSecond
    let summary = try analyze([(frames, framesPerSecond)], rate: .recorded, sink: sink)
    #expect(sink.frames.map(\.stamp.number) == Array(1...frames))
    #expect((5...11).contains(summary.detectorRuns))
  }

  @Test func aLookAtEveryFrameIsOneAtEveryFrame() throws {
    let sink = MemorySink()
    let summary = try analyze([(9, 30)], rate: .everyFrame, sink: sink)
    #expect(summary.detectorRuns == 9 && sink.detectionFrames == Array(1...9))
  }

  @Test func sourcesWithoutTimesAreLookedAtAsOneThatWasCut() throws {
    let sink = MemorySink()
    let summary = try analyze([(20, 25), (3, 25), (20, 25)], rate: .recorded, sink: sink)
    let looks = sink.detectionFrames.sorted()
    // No cut makes a look of its own, and none makes one late: 9 frames are the longest interval.
    #expect(looks.first == 1 && !looks.contains(24))
    #expect(zip(looks, looks.dropFirst() + [44]).allSatisfy { $1 - $0 <= 9 })
    #expect(summary.frames == 43 && sink.frames.map(\.stamp.number) == Array(1...43))
  }

  @Test func theNumberOfRequestsIsTheOnlyThingThatMayChangeWhatIsLookedAt() throws {
    let sinks = (0..<3).map { _ in MemorySink() }
    for sink in sinks { _ = try analyze([(60, 30)], rate: .recorded, sink: sink) }
    #expect(sinks[1].detectionFrames == sinks[0].detectionFrames)
    #expect(sinks[2].detectionFrames == sinks[0].detectionFrames)
  }

  @Test(arguments: [1, 2, 7, 30])
  func aSinkThatFailsBetweenTwoLooksEndsTheRunWithItsError(frame: Int) {
    let sink = MemorySink()
    sink.failingFrame = frame
    #expect(throws: MemorySink.Failure(frame: frame)) {
      try analyze([(40, 30)], rate: .recorded, tracking: .online, sink: sink)
    }
  }

  @Test(arguments: [1, 2, 5, 20])
  func cancellingEndsTheRunWithLooksUnderWay(frame: Int) {
    #expect(throws: AnalysisCancelled.self) {
      try analyze([(200, 30)], rate: .recorded, requests: 3, cancelAt: frame)
    }
  }
}
