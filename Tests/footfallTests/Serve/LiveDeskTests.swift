import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport
import FootfallWeb
import Foundation
import Logging
import Synchronization
import Testing

@testable import FootfallPipeline
@testable import footfall

@Suite("Where the cameras of a running store meet")
struct LiveDeskTests {
  private static func scene(lines: String) -> String {
    "version: 1\ntimezone: Europe/London\nstore: shop\ncameras:\n  - {id: door, lines: [\(lines)]}\n"
  }
  private static let both =
    "{id: A, from: [10, 10], to: [10, 90], kind: entrance}, {id: B, from: [50, 10], to: [50, 90], kind: internal}"
  private static let one = "{id: B, from: [50, 10], to: [50, 90], kind: internal}"

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func desk() throws -> LiveDesk {
    let path = try folder.write(Self.scene(lines: Self.both), to: "store.yaml").path
    return try LiveDesk(
      scene: try SceneFile(contentsOfFile: path),
      cameras: [LiveCamera(id: "door", source: "rtsp://127.0.0.1:9/none")], model: "none",
      database: try EventStore(path: folder.url.path + "/store.db", access: .readWrite),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  @Test(
    "A scene that is put into force between analyzer and recording changes nothing of what is written down")
  func reloadBetween() throws {
    let desk = try desk()
    let recording = LiveRecording(
      camera: "door", size: PixelSize(width: 100, height: 100), framesPerSecond: 10,
      startMilliseconds: 1_780_000_000_000)
    let analyzer = try desk.analyzer(for: recording, of: 0)
    let changed = try SceneFile(text: Self.scene(lines: Self.one), path: "store.yaml")
    desk.state.withLock { $0.scene = changed }
    desk.recordingBegan(recording, of: 0)
    let record = desk.state.withLock { $0.boards[0]?.record }
    #expect(record?.scene == analyzer.interim().result.scene)
    #expect(record?.scene.lines.map(\.id) == ["A", "B"])
    let second = try desk.analyzer(for: recording, of: 0)
    desk.recordingBegan(recording, of: 0)
    let next = desk.state.withLock { $0.boards[0]?.record }
    #expect(next?.scene == second.interim().result.scene && next?.scene.lines.map(\.id) == ["B"])
  }

  @Test("Of two who save the same version at once one is saved, and the other is told to look again")
  func saving() async throws {
    let desk = try desk()
    let recording = LiveRecording(
      camera: "door", size: PixelSize(width: 100, height: 100), framesPerSecond: 10,
      startMilliseconds: 1_780_000_000_000)
    _ = try desk.analyzer(for: recording, of: 0)
    desk.recordingBegan(recording, of: 0)
    let version = await desk.layout().version
    @Sendable func isStale(_ line: String) async throws -> Bool {
      let new = LineLayout(id: line, from: [20, 10], to: [20, 90], kind: "entrance", swap: false)
      let layout = CameraLayout(id: "door", width: 100, height: 100, lines: [new], zones: [])
      do {
        let saved = try await desk.save(layout, ofVersion: version)
        #expect(saved.version != version && saved.cameras.first?.lines.map(\.id) == [line])
        return false
      } catch let refusal as LayoutRefusal {
        return refusal.isStale
      }
    }
    async let first = isStale("C")
    async let second = isStale("D")
    let stale = try await [first, second]
    #expect(stale.filter { $0 }.count == 1)
    let written = try SceneFile(contentsOfFile: folder.url.path + "/store.yaml")
    #expect(written.cameras[0].lines.map(\.id.value) == [stale[0] ? "D" : "C"])
  }

  @Test("A database that can't be read is said as pages are promised, whatever is asked of it")
  func unreadable() async throws {
    let desk = try desk()
    try desk.database.close()
    let query = HistoryQuery(milliseconds: 1_780_000_000_000..<1_780_003_600_000)
    func expect(_ error: WebError?) {
      #expect(error?.description.hasPrefix("cannot read ") == true, "\(error?.description ?? "")")
    }
    expect(await #expect(throws: WebError.self) { try await desk.traffic(query) })
    expect(await #expect(throws: WebError.self) { try await desk.visits(query) })
    expect(await #expect(throws: WebError.self) { try await desk.events(query) })
    expect(await #expect(throws: WebError.self) { try await desk.heatmap(camera: "door", query) })
  }
}
