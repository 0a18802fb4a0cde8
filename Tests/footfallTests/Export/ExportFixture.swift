import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport
import Foundation

/// A database of two cameras in London in the night in which the clock is set back.
struct ExportFixture: Sendable {
  let folder: TemporaryFolder
  let path: String
  /// 2026-10-25T00:00Z, an hour before the change.
  static let start: Int64 = 1_792_886_400_000

  /// Made once for all tests, which only read it.
  static let shared = Result { try ExportFixture() }

  private init() throws {
    folder = try TemporaryFolder()
    path = folder.url.appendingPathComponent("footfall.db").path
    let store = try EventStore(path: path, access: .readWrite)
    try store.record([ExportFixture.run(camera: "door"), ExportFixture.run(camera: "till", hasLine: false)])
    try store.close()
  }

  /// Three hours in which somebody comes in in the middle of every minute; the last hour was not seen.
  static func run(camera: String, hasLine: Bool = true, start: Int64 = start) -> RunRecord {
    let line = CountingLine(
      id: "entrance", segment: Segment(from: Point(0, 9), to: Point(9, 9)), kind: .entrance)
    let zone = Zone(id: "table", polygon: Polygon([Point(0, 0), Point(9, 0), Point(9, 9)]), kind: .display)
    let scene = CameraScene(id: camera, lines: hasLine ? [line] : [], zones: [zone])
    let crossings = (0..<(hasLine ? 120 : 0)).map { minute in
      Crossing(
        track: TrackID(minute + 1), line: "entrance", direction: .in, frame: minute * 600 + 301,
        time: MediaTime(seconds: Double(minute) * 60 + 30))
    }
    let visit = Visit(
      track: TrackID(1), zone: "table", enterFrame: 401, exitFrame: 500, enter: MediaTime(seconds: 40),
      exit: MediaTime(seconds: 50), inside: .milliseconds(9500), end: .exited)
    let result = CameraResult(
      scene: scene, people: 120,
      lines: hasLine ? [LineResult(line: line, crossings: crossings, traffic: .init(entries: 120))] : [],
      zones: [ZoneResult(zone: zone, visits: [visit], occupancy: Occupancy(mean: 0.1, max: 1))], passersby: 0,
      captureRate: nil, heatmap: HeatmapGrid(covering: PixelSize(width: 9, height: 9), cellPixels: 9),
      intervals: [], transitions: TransitionCounts(zones: ["table"]),
      events: crossings.map(Event.crossing) + [.zoneEnter(visit), .zoneExit(visit)])
    let recording = Recording(
      store: "high-street", timeZone: "Europe/London", camera: camera, source: "clips/\(camera).mp4",
      media: MediaFingerprint(text: camera), startMilliseconds: start, duration: .seconds(10_800),
      frames: 108_000,
      framesPerSecond: 10, size: PixelSize(width: 9, height: 9))
    let analysis = Analysis(
      model: "m", engine: "opencv", precision: "f32", tracking: "two-pass", generatorVersion: "0",
      metricVersion: 1)
    return RunRecord(
      recording: recording, analysis: analysis, result: result, minutes: minutes(hasLine: hasLine), tracks: []
    )
  }

  private static func minutes(hasLine: Bool) -> [IntervalResult] {
    (0..<120).map { minute in
      let start = MediaTime(seconds: Double(minute) * 60)
      return IntervalResult(
        start: start, end: start + .seconds(60), observed: .seconds(60),
        lines: hasLine ? [.init(entries: 1)] : [], zones: [Occupancy(mean: 0, max: 0)],
        trafficIn: hasLine ? 1 : nil, trafficOut: hasLine ? 0 : nil, passersby: nil,
        occupancy: Occupancy(mean: 0.5, max: 1))
    }
  }
}
