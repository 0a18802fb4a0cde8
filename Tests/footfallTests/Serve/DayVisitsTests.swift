import FootfallAnalytics
import FootfallCore
import FootfallSinks
import FootfallStore
import FootfallTestSupport
import FootfallWeb
import Foundation
import Logging
import Synchronization
import Testing

@testable import FootfallPipeline
@testable import footfall

@Suite("Visits since the store's midnight")
struct DayVisitsTests {
  private static let scene = """
    version: 1
    timezone: Europe/London
    store: shop
    cameras:
      - {id: door, zones: [{id: shelf, polygon: [[0, 0], [90, 0], [90, 90]], kind: display}]}

    """

  private let folder: TemporaryFolder
  private let database: EventStore

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(Self.scene, to: "store.yaml")
    database = try EventStore(path: folder.url.path + "/store.db", access: .readWrite)
  }

  private func desk() throws -> LiveDesk {
    try LiveDesk(
      scene: try SceneFile(contentsOfFile: folder.url.path + "/store.yaml"),
      cameras: [LiveCamera(id: "door", source: "rtsp://127.0.0.1:9/none")], model: "none",
      database: database, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  private func visit(_ track: Int, from enter: Int64, to exit: Int64) -> Visit {
    Visit(
      track: TrackID(track), zone: "shelf", enterFrame: 1, exitFrame: 2,
      enter: MediaTime(nanoseconds: enter * 1_000_000_000),
      exit: MediaTime(nanoseconds: exit * 1_000_000_000), inside: .seconds(exit - enter), end: .exited)
  }

  @Test("are those of customers that are over and ended after it, and are still known after a restart")
  func day() async throws {
    let desk = try desk()
    let midnight = desk.state.withLock(\.scene).midnight(before: SystemTime.milliseconds())
    // Begins an hour before midnight.
    let recording = LiveRecording(
      camera: "door", size: PixelSize(width: 100, height: 100), framesPerSecond: 10,
      startMilliseconds: midnight - 3_600_000)
    let analyzer = try desk.analyzer(for: recording, of: 0)
    desk.recordingBegan(recording, of: 0)
    let visits = [
      visit(1, from: 600, to: 1200), visit(2, from: 3500, to: 3610), visit(3, from: 3600, to: 3630),
      visit(4, from: 3600, to: 3900),
    ]
    let stamp = FrameStamp(number: 1, time: .zero, duration: .seconds(4000))
    let moment = LiveMoment(
      rows: [LiveMoment.Row(stamp: stamp, tracks: [])], events: visits.map(Event.zoneExit), notices: [],
      inZones: [0])
    desk.camera(0, saw: moment, after: .zero)
    let (interim, series) = analyzer.interim()
    var result = interim
    result.staff = [TrackID(4)]
    // What goes on when the sum is made, as `interim` tells it.
    result.zones[0].visits = visits + [visit(5, from: 3800, to: 3990)]
    desk.camera(0, counts: result, series)
    let shelf = try #require(await desk.cameras().first?.zones.first)
    #expect(shelf.visits == 2 && shelf.medianDwellSeconds == 70)
    #expect(desk.snapshot().cameras.first?.zones.first?.visits == 2)

    desk.keeper.start()
    desk.keeper.stop()
    let restarted = try self.desk()
    #expect(restarted.snapshot().cameras.first?.zones.first?.visits == 2)
    _ = try restarted.analyzer(for: recording, of: 0)
    restarted.recordingBegan(recording, of: 0)
    let known = try #require(await restarted.cameras().first?.zones.first)
    #expect(known.visits == 2 && known.medianDwellSeconds == 70)
  }
}
