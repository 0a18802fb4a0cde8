import FootfallAnalytics
import FootfallCore
import FootfallPipeline
import FootfallTestSupport
import FootfallTracking
import FootfallVision
import Foundation
import Testing

/// Keeps what it is given, and fails at one frame if it is told to.
final class MemorySink: AnalysisSink {
  struct Failure: Error, Equatable { var frame: Int }

  var frames: [(stamp: FrameStamp, tracks: [TrackSnapshot])] = []
  /// The frames of which it was given detections.
  var detectionFrames: [Int] = []
  var failingFrame: Int?

  func write(tracks: [TrackSnapshot], in stamp: FrameStamp) throws {
    if stamp.number == failingFrame { throw Failure(frame: stamp.number) }
    frames.append((stamp, tracks))
  }

  func write(detections: [Detection], frame: Int) throws { detectionFrames.append(frame) }
}

@Suite struct FootageAnalysisTests {
  private static let size = PixelSize(width: 64, height: 48)

  /// A person who walks from left to right over ten seconds.
  private static let walk = Walk(corners: [(0, Point(4, 40)), (10, Point(60, 40))], boxHeight: 20)

  private func detections(frames: Int, framesPerSecond: Double) -> [Int: [Detection]] {
    Dictionary(
      uniqueKeysWithValues: (1...frames).map { number in
        let foot = Self.walk.foot(at: Double(number - 1) / framesPerSecond)
        return (number, foot.map { [Detection(box: Self.walk.box(at: $0), score: 0.9)] } ?? [])
      })
  }

  private func analyze(
    _ paths: [String], tracking: TrackingMode = .twoPass, frames: Int = 40, framesPerSecond: Double = 10,
    sink: MemorySink = MemorySink(), cancellation: CancellationFlag = CancellationFlag(), cancelAt: Int? = nil
  ) throws -> FootageSummary {
    let footage = try Footage(paths: paths)
    let line = CountingLine(id: "middle", segment: Segment(from: Point(32, 0), to: Point(32, 48)))
    let analyzer = CameraAnalyzer(
      scene: CameraScene(id: "camera", lines: [line]), size: footage.size,
      series: [(interval: .seconds(900), firstBoundary: .zero)])
    var analysis = FootageAnalysis(
      footage, detections: .known(detections(frames: frames, framesPerSecond: framesPerSecond)),
      rate: .recorded, tracking: tracking, tracker: TrackerParameters(),
      analyzer: analyzer, sink: sink)
    return try analysis.run(cancellation: cancellation) { if $0 == cancelAt { cancellation.cancel() } }
  }

  private func film(_ folder: TemporaryFolder, name: String = "film.y4m", frames: Int, rate: Int = 10) throws
    -> String
  {
    let url = folder.url.appendingPathComponent(name)
    try RawFootage.y4m(size: Self.size, framesPerSecond: rate, frames: frames).write(to: url)
    return url.path
  }

  @Test(arguments: [TrackingMode.online, .twoPass])
  func everyFrameReachesTheSinkOnceAndInOrder(tracking: TrackingMode) throws {
    let folder = try TemporaryFolder()
    let sink = MemorySink()
    let summary = try analyze([film(folder, frames: 40)], tracking: tracking, sink: sink)
    #expect(sink.frames.map(\.stamp.number) == Array(1...40))
    #expect(summary.frames == 40)
    #expect(abs(summary.observed.inSeconds - 4) < 1e-6)
    #expect(summary.coverage == 1)
    #expect(summary.framesPerSecond == 10)
  }

  @Test func theSameFootageGivesTheSameTracksEveryTime() throws {
    let folder = try TemporaryFolder()
    let path = try film(folder, frames: 100)
    let sinks = [MemorySink(), MemorySink()]
    for sink in sinks { _ = try analyze([path], frames: 100, sink: sink) }
    #expect(sinks[0].frames.map(\.tracks) == sinks[1].frames.map(\.tracks))
    #expect(sinks[0].frames.contains { !$0.tracks.isEmpty })
  }

  @Test(arguments: [5, 10, 25, 30])
  func aWalkAcrossTheLineIsCountedAtAnyRate(rate: Int) throws {
    let folder = try TemporaryFolder()
    let path = try film(folder, frames: rate * 10, rate: rate)
    let summary = try analyze([path], frames: rate * 10, framesPerSecond: Double(rate))
    #expect(summary.result.lines[0].crossings.count == 1)
    #expect(summary.result.people == 1)
  }

  @Test func aSinkThatFailsAtAnyFrameEndsTheRunWithItsError() throws {
    let folder = try TemporaryFolder()
    let path = try film(folder, frames: 12)
    for frame in 1...12 {
      let sink = MemorySink()
      sink.failingFrame = frame
      #expect(throws: MemorySink.Failure(frame: frame)) { try analyze([path], frames: 12, sink: sink) }
    }
  }

  @Test func footageThatFailsAtAnyFrameEndsTheRunWithItsError() throws {
    for bad in 2...8 {
      let folder = try TemporaryFolder()
      for number in 1...8 {
        let size = number == bad ? PixelSize(width: 32, height: 24) : Self.size
        try RawFootage.pgm(size: size).write(to: folder.url.appendingPathComponent("\(number).pgm"))
      }
      let error = #expect(throws: VisionError.self) { try analyze([folder.url.path + "/%d.pgm"]) }
      #expect(error?.kind == .badData)
      #expect(error?.description.contains("frame \(bad) is 32x24") == true)
    }
  }

  @Test(arguments: [1, 5, 11])
  func cancellingEndsTheRunAtTheNextFrame(frame: Int) throws {
    let folder = try TemporaryFolder()
    let path = try film(folder, frames: 1000)
    let sink = MemorySink()
    #expect(throws: AnalysisCancelled.self) {
      try analyze([path], tracking: .online, frames: 1000, sink: sink, cancelAt: frame)
    }
    #expect(sink.frames.count <= frame)
  }

  @Test func sourcesThatFollowEachOtherAreOneRecording() throws {
    let folder = try TemporaryFolder()
    let paths = [
      try film(folder, name: "a.y4m", frames: 40), try film(folder, name: "b.y4m", frames: 60),
    ]
    let sink = MemorySink()
    let summary = try analyze(paths, frames: 100, sink: sink)
    #expect(summary.frames == 100)
    #expect(abs(summary.end.seconds - 10) < 1e-6)
    #expect(sink.frames.map(\.stamp.number) == Array(1...100))
    // Neither file tells when it was made: the second is taken to follow the first at once.
    #expect(summary.result.people == 1)
    #expect(Set(sink.frames.flatMap(\.tracks).map(\.track.number)) == [1])
  }

  @Test func sourcesOfDifferentSizesAreNoRecording() throws {
    let folder = try TemporaryFolder()
    let small = folder.url.appendingPathComponent("small.pgm")
    try RawFootage.pgm(size: PixelSize(width: 8, height: 8)).write(to: small)
    let film = try film(folder, frames: 3)
    let error = #expect(throws: VisionError.self) { try Footage(paths: [film, small.path]) }
    #expect(error?.description.contains("8x8") == true)
  }

  @Test(arguments: [(1, 1), (1, 7), (5, 1), (3, 3), (17, 31)])
  func picturesOfAnySizeAreAnalysed(width: Int, height: Int) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("film.y4m")
    try RawFootage.y4m(size: PixelSize(width: width, height: height), framesPerSecond: 10, frames: 3)
      .write(to: file)
    #expect(try analyze([file.path]).frames == 3)
  }

  @Test func aSinglePictureIsOneFrame() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("still.pgm")
    try RawFootage.pgm(size: Self.size).write(to: file)
    #expect(try analyze([file.path]).frames == 1)
  }
}
