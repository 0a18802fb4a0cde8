import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport
import Foundation

/// A small recording and its analysis, to be bent by tests.
enum Fixture {
  /// 2026-03-02T10:00:30Z: half a minute into a minute.
  static let start: Int64 = 1_772_445_630_000

  static let scene = CameraScene(
    id: "door",
    lines: [
      CountingLine(
        id: "entrance", segment: Segment(from: Point(0, 100), to: Point(640, 100)), kind: .entrance)
    ],
    zones: [
      Zone(
        id: "table", polygon: Polygon([Point(0, 0), Point(100, 0), Point(100, 100)]), kind: .display,
        engagedTime: .seconds(8))
    ])

  static func recording(start: Int64 = start, media: String = "m", camera: String = "door") -> Recording {
    Recording(
      store: "high-street", timeZone: "Europe/London", camera: camera, source: "clips/door.mp4",
      media: MediaFingerprint(text: media), startMilliseconds: start, duration: .seconds(90), frames: 2250,
      framesPerSecond: 25, size: PixelSize(width: 640, height: 480))
  }

  static func analysis(model: String = "m1") -> Analysis {
    Analysis(
      model: model, engine: "opencv", precision: "f32", tracking: "two-pass", generatorVersion: "0.1.0",
      metricVersion: 1)
  }

  /// A run in which `people` come in, one a second from the fifth, and one of them stays at the table.
  static func run(
    recording: Recording = recording(), analysis: Analysis = analysis(), people: Int = 3,
    scene: CameraScene = scene, staff: Set<TrackID> = [], uniformed: Set<TrackID>? = nil
  ) -> RunRecord {
    let crossings = (0..<people).map { index in
      Crossing(
        track: TrackID(index + 1), line: "entrance", direction: .in, frame: 126 + index * 25,
        time: MediaTime(seconds: 5 + Double(index)))
    }
    let visit = Visit(
      track: TrackID(1), zone: "table", enterFrame: 251, exitFrame: 500, enter: MediaTime(seconds: 10),
      exit: MediaTime(seconds: 20), inside: .milliseconds(9960), end: .exited, wasUnderWay: true)
    let minutes = minutes(people: people)
    let result = CameraResult(
      scene: scene, people: people, staff: staff, uniformed: uniformed,
      lines: [
        LineResult(line: scene.lines[0], crossings: crossings, traffic: .init(entries: people))
      ],
      zones: [
        ZoneResult(zone: scene.zones[0], visits: [visit], occupancy: Occupancy(mean: 0.1, max: 1))
      ],
      passersby: 0, captureRate: nil,
      heatmap: HeatmapGrid(covering: PixelSize(width: 640, height: 480), cellPixels: 16), intervals: minutes,
      transitions: TransitionCounts(zones: ["table"]),
      events: crossings.map(Event.crossing) + [.zoneEnter(visit), .zoneExit(visit)])
    return RunRecord(
      recording: recording, analysis: analysis, result: result, minutes: minutes, tracks: tracks())
  }

  /// Half a minute with everybody, a whole one with nobody, and one that nobody saw.
  private static func minutes(people: Int) -> [IntervalResult] {
    (0..<3).map { index in
      let start = MediaTime(seconds: -30 + Double(index) * 60)
      let count = index == 0 ? people : 0
      let isSeen = index < 2
      let occupancy = isSeen ? Occupancy(mean: Double(count) / 2, max: count) : Occupancy(mean: nil, max: nil)
      return IntervalResult(
        start: start, end: start + .seconds(60), observed: .seconds([30, 60, 0][index]),
        lines: isSeen ? [.init(entries: count)] : nil, zones: [occupancy], trafficIn: isSeen ? count : nil,
        trafficOut: isSeen ? 0 : nil, passersby: nil, occupancy: occupancy)
    }
  }

  private static func tracks() -> [TrackLogChunk] {
    var log = TrackLogWriter()
    for number in 1...50 {
      let time = MediaTime(nanoseconds: Int64(number - 1) * 40_000_000)
      let sample = TrackLogSample(track: TrackID(1), foot: Point(Double(number), 50), heightPixels: 100)
      log.append([sample], in: FrameStamp(number: number, time: time, duration: .milliseconds(40)))
    }
    return log.finish()
  }
}

/// A database in a folder of its own, which is removed with the test.
struct ScratchStore {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.appendingPathComponent("footfall.db").path
  }

  func open(_ access: EventStore.Access = .readWrite) throws -> EventStore {
    try EventStore(path: path, access: access)
  }
}

/// All that can be read from a store, for comparison.
struct Contents: Equatable {
  var stores: [StoreSummary]
  var minutes: [StoredMinute]
  var lines: [StoredLineMinute]
  var zones: [StoredZoneMinute]
  var visits: [StoredVisit]
  var events: [StoredEvent]
  var runs: [StoredRun]
  var windows: [TrackLogWindow]

  init(_ store: EventStore) throws {
    let query = StoreQuery(store: "high-street")
    stores = try store.stores()
    minutes = try store.minutes(of: query)
    lines = try store.lineMinutes(of: query)
    zones = try store.zoneMinutes(of: query)
    visits = try store.visits(of: query)
    events = try store.events(of: query)
    runs = try store.runs(store: "high-street")
    var windows: [TrackLogWindow] = []
    for run in runs { try store.forEachTrackStretch(ofRun: run.id) { windows.append(TrackLogWindow($0)) } }
    self.windows = windows
  }
}
