import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport

/// A hall in which people walk across with small tremors, stop and go on, to be analysed and then recomputed.
///
/// Some are tentative at first, as they are online. The camera is away for ten seconds in the middle.
struct FilmedHall {
  static let scene = CameraScene(
    id: "door",
    lines: [
      CountingLine(
        id: "entrance", segment: Segment(from: Point(320, 0), to: Point(320, 480)), kind: .entrance)
    ],
    zones: [
      Zone(
        id: "table",
        polygon: Polygon([Point(100, 100), Point(250, 100), Point(250, 400), Point(100, 400)]),
        kind: .display)
    ])
  static let editedScene = CameraScene(
    id: "door",
    lines: [
      CountingLine(
        id: "entrance", segment: Segment(from: Point(400, 480), to: Point(430, 0)), kind: .entrance),
      CountingLine(id: "inner", segment: Segment(from: Point(150, 60), to: Point(160, 450))),
    ],
    zones: [
      Zone(
        id: "shelf",
        polygon: Polygon([Point(380, 50), Point(600, 60), Point(610, 440), Point(390, 430)]),
        kind: .display)
    ], thresholds: editedThresholds)
  private static let editedThresholds = {
    var thresholds = CountingThresholds()
    thresholds.engagedDisplayTime = .milliseconds(2500)
    thresholds.queueLongPeople = 6
    return thresholds
  }()

  private static let size = PixelSize(width: 640, height: 480)
  private static let framesPerSecond = 25
  private static let minutes = 6
  private static let firstFrameBack = 4000

  private let frames: [(stamp: FrameStamp, people: [TrackSnapshot])]

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let seconds = Double(Self.minutes * 60)
    let walks = (1...60).map { number in
      let start = Double.random(in: 0..<seconds - 30, using: &generator)
      let (left, right) = (
        Point(20, .random(in: 120...380, using: &generator)),
        Point(620, .random(in: 120...380, using: &generator))
      )
      // Nobody stands on an edge, where half a pixel decides.
      let x = [60.0, 200, 285, 350, 500][Int.random(in: 0..<5, using: &generator)]
      let middle = left.interpolated(to: right, fraction: (x - 20) / 600)
      let pause = Double.random(in: 0...8, using: &generator)
      let corners =
        Bool.random(using: &generator) ? [left, middle, middle, right] : [right, middle, middle, left]
      let times = [start, start + 6, start + 6 + pause, start + 12 + pause]
      return Walk(
        track: number, corners: zip(times, corners).map { (seconds: $0, foot: $1) },
        confirmedAfter: number % 3 == 0 ? start + 2.5 : 0)
    }
    let step = 1 / Double(Self.framesPerSecond)
    frames = (0..<Self.minutes * 60 * Self.framesPerSecond).map { index in
      let seconds = Double(index) * step
      let away = index >= Self.firstFrameBack ? 10.0 : 0
      let people = walks.compactMap { walk in
        walk.snapshot(
          at: seconds,
          offset: Point(
            .random(in: -0.7...0.7, using: &generator), .random(in: -0.7...0.7, using: &generator)))
      }
      let stamp = FrameStamp(
        number: index + 1, time: MediaTime(seconds: seconds + away), duration: .seconds(step))
      return (stamp, people)
    }
  }

  /// What `analyze` leaves for the store.
  func analyzed(with scene: CameraScene = FilmedHall.scene) -> RunRecord {
    var analyzer = Self.analyzer(scene)
    var log = TrackLogWriter()
    for (index, frame) in frames.enumerated() {
      if index == Self.firstFrameBack { analyzer.seam() }
      analyzer.observe(frame.people, in: frame.stamp)
      log.append(frame.people, in: frame.stamp)
    }
    let (result, series) = analyzer.finish()
    return RunRecord(
      recording: Self.recording, analysis: Fixture.analysis(), result: result, minutes: series[0],
      tracks: log.finish())
  }

  /// What `recompute` leaves for the store.
  static func recomputed(
    _ run: StoredRun, with scene: CameraScene, in store: EventStore
  ) throws -> RunRecord {
    var analyzer = analyzer(scene)
    try store.replay(run: run.id, into: &analyzer) { _ in }
    let (result, series) = analyzer.finish()
    return RunRecord(
      recording: run.recording, analysis: run.analysis, result: result, minutes: series[0], tracks: [],
      tracksFrom: run.tracksFrom)
  }

  /// What `recompute` leaves of the run that counts for a recording.
  static func recomputed(
    _ record: RunRecord, with scene: CameraScene, in store: EventStore
  ) throws -> RunRecord {
    let current = try store.runs(store: "high-street").first {
      $0.isCurrent && $0.recording.id == record.recording.id
    }
    guard let current else { throw StoreGap() }
    return try recomputed(current, with: scene, in: store)
  }

  private struct StoreGap: Error {}

  private static func analyzer(_ scene: CameraScene) -> CameraAnalyzer {
    // The recording starts half a minute into a minute.
    CameraAnalyzer(scene: scene, size: size, series: [(.seconds(60), MediaTime(seconds: -30))])
  }

  private static let recording = Recording(
    store: "high-street", timeZone: "Europe/London", camera: "door", source: "clips/door.mp4",
    media: MediaFingerprint(text: "hall"), startMilliseconds: Fixture.start,
    duration: .seconds(minutes * 60 + 10), frames: minutes * 60 * framesPerSecond,
    framesPerSecond: Double(framesPerSecond), size: size)
}
