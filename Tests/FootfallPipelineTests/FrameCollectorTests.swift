import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import FootfallTracking
import FootfallVision
import Foundation
import Testing

@testable import FootfallPipeline

/// Frames of 25 a second, of which every fifth is looked at.
@Suite struct FrameCollectorTests {
  private static let size = PixelSize(width: 640, height: 480)
  private static let framesPerSecond = 25
  private static let room = Zone(
    id: "room", polygon: Polygon([Point(1, 1), Point(639, 1), Point(639, 479), Point(1, 479)]))
  private let walk = Walk(corners: [(0, Point(100, 300)), (10, Point(500, 380))])

  /// How the frame with this number, from 0, is known.
  private typealias Plan = (Int) -> Sight

  private static func everyFifth(_ count: Int) -> Plan {
    let lastLook = (count - 1) / 5 * 5
    return { $0 % 5 == 0 ? .seen(isWhole: true) : $0 > lastLook ? .ahead : .between }
  }

  private static func slot(_ index: Int, picture: FrameBuffers? = nil) -> FrameSlot {
    let slot = FrameSlot()
    slot.number = index + 1
    slot.time = MediaTime(seconds: Double(index) / Double(framesPerSecond))
    slot.buffers = picture
    return slot
  }

  private func collect(
    _ count: Int, _ mode: TrackingMode, plan: Plan, seam: Int? = nil, pause: Double = 0,
    sink: MemorySink = MemorySink(),
    picture: FrameBuffers? = nil
  ) throws -> FootageSummary {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("film.y4m")
    try RawFootage.y4m(size: PixelSize(width: 8, height: 8), framesPerSecond: 25, frames: count).write(
      to: file)
    let analyzer = CameraAnalyzer(
      scene: CameraScene(id: "camera", zones: [Self.room]), size: Self.size,
      series: [(interval: .seconds(900), firstBoundary: .zero)])
    var collector = FrameCollector(
      tracker: Tracker(), lookahead: mode == .twoPass ? Lookahead(lag: .seconds(2)) : nil, analyzer: analyzer,
      sink: sink, fullSize: Self.size, nominalInterval: .milliseconds(40))
    for index in 0..<count {
      let slot = Self.slot(index, picture: picture)
      slot.isSeam = index == seam
      if let seam, index >= seam { slot.time = slot.time + .seconds(pause) }
      let sight = plan(index)
      var people: [Detection] = []
      if case .seen = sight {
        people = walk.foot(at: slot.time.seconds).map { [Detection(box: walk.box(at: $0), score: 0.9)] } ?? []
      }
      try collector.collect(sight, people, of: slot)
    }
    let footage = try Footage(paths: [file.path])
    return try collector.finish(
      framesPerSecond: footage.declaredFramesPerSecond, duration: footage.declaredDuration)
  }

  @Test(arguments: [TrackingMode.online, .twoPass])
  func everyFrameReachesTheSinkOnceAndInOrder(mode: TrackingMode) throws {
    for count in [1, 2, 5, 6, 23, 60] {
      let sink = MemorySink()
      let summary = try collect(count, mode, plan: Self.everyFifth(count), sink: sink)
      #expect(sink.frames.map(\.stamp.number) == Array(1...count))
      #expect(summary.frames == count)
    }
  }

  @Test(arguments: [(TrackingMode.online, TrackSnapshot.Evidence.predicted), (.twoPass, .interpolated)])
  func framesBetweenTwoLooksShowWherePeopleWere(mode: TrackingMode, evidence: TrackSnapshot.Evidence) throws {
    let sink = MemorySink()
    _ = try collect(101, mode, plan: Self.everyFifth(101), sink: sink)
    for (index, frame) in sink.frames.enumerated() where index > 20 {
      let snapshot = try #require(frame.tracks.first { $0.state == .confirmed }, "frame \(index)")
      #expect(snapshot.evidence == (index % 5 == 0 ? .observed : evidence), "frame \(index)")
      let truth = try #require(walk.foot(at: frame.stamp.time.seconds))
      #expect((snapshot.footPoint - truth).length < 3, "frame \(index)")
    }
  }

  @Test func whatLiesBetweenTwoLooksIsOnTheLineBetweenThem() throws {
    let sink = MemorySink()
    _ = try collect(101, .twoPass, plan: Self.everyFifth(101), sink: sink)
    let feet = try sink.frames.map { try #require($0.tracks.first).footPoint }
    for index in feet.indices where index % 5 != 0 {
      let (before, after) = (feet[index / 5 * 5], feet[index / 5 * 5 + 5])
      let expected = before.interpolated(to: after, fraction: Double(index % 5) / 5)
      #expect((feet[index] - expected).length < 1e-6, "frame \(index)")
    }
  }

  @Test(arguments: [TrackingMode.online, .twoPass], [101, 102, 103, 104, 105])
  func aVisitLastsToTheEndOfTheRecordingWhateverTheLastLook(mode: TrackingMode, count: Int) throws {
    let sink = MemorySink()
    let summary = try collect(count, mode, plan: Self.everyFifth(count), sink: sink)
    let visits = summary.result.zones[0].visits
    #expect(visits.count == 1 && visits[0].end == .endOfMedia)
    #expect(visits[0].exitFrame == count)
    #expect(abs(visits[0].exit.seconds - Double(count) / 25) < 1e-6)
    #expect(sink.frames.last?.tracks.count == 1)
  }

  @Test(arguments: [TrackingMode.online, .twoPass])
  func beforeASeamPeopleAreCarriedOnAndAfterItTheyAreNew(mode: TrackingMode) throws {
    let sink = MemorySink()
    let summary = try collect(
      100, mode, plan: { $0 % 5 == 0 ? .seen(isWhole: true) : (45..<50).contains($0) ? .ahead : .between },
      seam: 50, sink: sink)
    #expect(sink.frames[40..<50].allSatisfy { $0.tracks.map(\.track.number) == [1] })
    #expect(sink.frames[50...].allSatisfy { $0.tracks.allSatisfy { $0.track.number == 2 } })
    #expect(summary.result.people == 2)
  }

  /// Two recordings of two seconds each, a day apart: nothing of them is missing.
  @Test func whatLiesBetweenTwoRecordingsIsNotLost() throws {
    let summary = try collect(100, .online, plan: Self.everyFifth(100), seam: 50, pause: 86_400)
    #expect(summary.coverage == 1)
    #expect(abs(summary.end.seconds - 86_404) < 1e-6)
    #expect(abs(summary.mediaDuration.inSeconds - 4) < 1e-6)
  }

  @Test(arguments: [TrackingMode.online, .twoPass])
  func aStillPictureShowsThePeopleOfTheLook(mode: TrackingMode) throws {
    let sink = MemorySink()
    _ = try collect(
      60, mode, plan: { $0 % 5 != 0 ? .between : $0 <= 25 ? .seen(isWhole: true) : .still }, sink: sink)
    #expect(sink.frames[25..<56].allSatisfy { $0.tracks.count == 1 })
    #expect(sink.frames[55].tracks[0].evidence == .observed)
  }

  @Test func detectionsAreWrittenOfFramesThatWereLookedAtAlone() throws {
    let sink = MemorySink()
    _ = try collect(
      23, .online, plan: { $0 % 5 == 0 ? .seen(isWhole: $0 < 10) : $0 % 5 == 1 ? .still : .between },
      sink: sink)
    #expect(sink.detectionFrames == [1, 6, 11, 16, 21])
  }

  @Test func whatPeopleLookLikeIsSeenInThePictureWhateverItsSize() throws {
    let buffers = FrameBuffers(input: nil)
    buffers.picture.resize(to: PixelSize(width: Self.size.width / 2, height: Self.size.height / 2))
    for index in buffers.picture.bytes.indices { buffers.picture.bytes[index] = index % 3 == 2 ? 200 : 0 }
    let sink = MemorySink()
    _ = try collect(50, .online, plan: { _ in .seen(isWhole: false) }, sink: sink, picture: buffers)
    for frame in sink.frames[10...] {
      let appearance = try #require(frame.tracks.first?.appearance)
      // Red is the first of the hues, after six greys.
      #expect(appearance.shares[6] == 255 && appearance.shares[22] == 255)
    }
    let blind = MemorySink()
    _ = try collect(50, .online, plan: { _ in .seen(isWhole: false) }, sink: blind)
    #expect(blind.frames.allSatisfy { $0.tracks.allSatisfy { $0.appearance == nil } })
  }

  /// Nobody outside a part of the picture was looked for: they would be taken for the empty scene.
  @Test func theBackgroundIsSampledInLooksAtTheWholeAlone() throws {
    let buffers = FrameBuffers(input: nil)
    buffers.picture.resize(to: Self.size)
    buffers.picture.bytes.initializeMemory(as: UInt8.self, repeating: 90)
    let parts = try collect(
      100, .twoPass, plan: { $0 % 5 == 0 ? .seen(isWhole: false) : .still }, picture: buffers)
    #expect(parts.background.sampleCount == 0)
    let whole = try collect(
      100, .twoPass, plan: { $0 % 25 == 0 ? .seen(isWhole: true) : .seen(isWhole: false) }, picture: buffers)
    #expect(whole.background.sampleCount == 4)
  }
}
