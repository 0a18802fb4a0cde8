import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

/// A database of one camera above a hall of ten by ten metres, a metre being 100 pixels.
///
/// Two seconds apart, people walk a metre a second: eight to the right, eight down, and 3.8 to the left. One of the
/// staff walks there, too.
struct WalkedFixture {
  static let visitors = 24
  static let wayMetres = 19.8
  static let scene = """
    version: 1
    timezone: UTC
    store: hall
    cameras:
      - id: hall
        zones:
          - {id: milk, polygon: [[0, 0], [1000, 0], [1000, 300], [0, 300]]}
          - {id: bread, polygon: [[700, 600], [1000, 600], [1000, 1000], [700, 1000]]}

    """

  private static let corners = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)]
  private static let framesPerSecond = 5
  /// Who is there when a recording begins may have come before, and makes no whole trip.
  private static let quietSeconds = 10.0

  /// Writes the database.
  static func write(to path: String) throws {
    let map = try #require(
      FloorMap(fitting: corners.map { Homography.Correspondence(image: $0 * 100, floor: $0) }))
    let zones = [
      Zone(id: "milk", polygon: Polygon([Point(0, 0), Point(1000, 0), Point(1000, 300), Point(0, 300)])),
      Zone(
        id: "bread",
        polygon: Polygon([Point(700, 600), Point(1000, 600), Point(1000, 1000), Point(700, 1000)])),
    ]
    let store = try EventStore(path: path, access: .readWrite)
    try store.record([run(CameraScene(id: "hall", zones: zones, floor: map))])
    try store.close()
  }

  private static func run(_ scene: CameraScene) -> RunRecord {
    let size = PixelSize(width: 1000, height: 1000)
    var analyzer = CameraAnalyzer(scene: scene, size: size, series: [(.seconds(60), .zero)])
    var log = TrackLogWriter()
    let frames = (Int(quietSeconds) + visitors * 2 + 40) * framesPerSecond
    for index in 0..<frames {
      let second = Double(index) / Double(framesPerSecond)
      let people = (1...visitors + 1).compactMap { person in
        place(after: second - quietSeconds - Double(person) * 2).map { snapshot(person, at: $0 * 100) }
      }
      let stamp = FrameStamp(
        number: index + 1, time: MediaTime(seconds: second),
        duration: .nanoseconds(1_000_000_000 / framesPerSecond))
      analyzer.observe(people, in: stamp)
      log.append(people, in: stamp)
    }
    let (counted, minutes) = analyzer.finish()
    var result = counted
    result.staff = [TrackID(visitors + 1)]
    result.uniformed = result.staff
    let recording = Recording(
      store: "hall", timeZone: "UTC", camera: "hall", source: "hall.mp4",
      media: MediaFingerprint(text: "hall"), startMilliseconds: 1_772_355_600_000,
      duration: .seconds(frames / framesPerSecond), frames: frames,
      framesPerSecond: Double(framesPerSecond), size: size)
    let analysis = Analysis(
      model: "m", engine: "opencv", precision: "f32", tracking: "two-pass", generatorVersion: "0",
      metricVersion: 1)
    return RunRecord(
      recording: recording, analysis: analysis, result: result, minutes: minutes[0], tracks: log.finish())
  }

  /// In metres; nil for somebody who has not come yet or is gone.
  private static func place(after seconds: Double) -> Point? {
    switch seconds {
    case 0..<8: Point(1 + seconds, 1)
    case 8..<16: Point(9, seconds - 7)
    case 16..<wayMetres + 0.001: Point(25 - seconds, 9)
    default: nil
    }
  }

  private static func snapshot(_ person: Int, at foot: Point) -> TrackSnapshot {
    TrackSnapshot(
      track: TrackID(person), box: BoundingBox(x: foot.x - 20, y: foot.y - 100, width: 40, height: 100),
      score: 1, state: .confirmed, evidence: .observed)
  }
}
