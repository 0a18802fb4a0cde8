import FootfallAnalytics
import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

/// The film of people that is played as a camera.
private let film = "data/pets09-s2l1/clip.mp4"

@Suite("footfall serve", .serialized)
struct ServeCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func scene(_ sources: [(id: String, source: String)]) -> String {
    """
    version: 1
    timezone: Europe/London
    store: high-street
    cameras:

    """
      + sources.map {
        """
          - id: \($0.id)
            source: \($0.source)
            lines:
              - {id: A, from: [420, 150], to: [420, 450], kind: entrance}
            zones:
              - {id: Z1, polygon: [[330, 220], [620, 220], [680, 360], [450, 360]], kind: display}

        """
      }.joined()
  }

  private var filmPath: String { SharedData.root.appendingPathComponent(film).path }

  private static var isReady: Bool {
    SharedData.isPresent(film) && SharedData.hasModel("yolov3-tiny-608x448.onnx")
  }

  /// The events that the database holds.
  private func events() throws -> [StoredEvent] {
    let path = folder.url.appendingPathComponent("footfall-state/footfall.db").path
    return try EventStore(path: path, access: .readOnly).events(of: StoreQuery(store: "high-street"))
  }

  @Test(
    "a film is counted as it plays, and SIGTERM ends within five seconds with everything written",
    .enabled(if: isReady))
  func playing() async throws {
    let store = try await RunningStore(scene([("door", filmPath)]), in: folder)
    #expect(try await LoopbackClient.send("GET", "/healthz", port: store.port).status == 200)
    #expect(try await LoopbackClient.send("GET", "/api/v1/cameras", port: store.port).status == 401)
    let looks = #"footfall_camera_looks_total{camera="door"}"#
    #expect(try await store.wait(seconds: 40, for: looks) { $0 > 40 })
    let outcome = try await store.end()
    #expect(outcome.status == 0 && !outcome.isTimedOut, "\(outcome.errorOutput)")
    let events = try events()
    #expect(!events.isEmpty && Set(events.map(\.id)).count == events.count)
    #expect(!outcome.errorOutput.contains("error"))
    let pictures = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
    #expect(!pictures.contains { $0.hasSuffix(".png") || $0.hasSuffix(".jpg") })
  }

  @Test(
    "a worker or the detector that is killed is started again, and a bad camera stops no other",
    .enabled(if: isReady))
  func faults() async throws {
    let store = try await RunningStore(
      scene([("door", filmPath), ("gone", "rtsp://user:hush@127.0.0.1:9/none")]), in: folder)
    let up = #"footfall_camera_up{camera="door"}"#
    #expect(try await store.wait(seconds: 40, for: up) { $0 == 1 })
    for _ in 0..<3 {
      let looks = try await store.measure(#"footfall_camera_looks_total{camera="door"}"#) ?? 0
      for worker in try store.workers("serve-camera") { kill(worker, SIGKILL) }
      #expect(
        try await store.wait(seconds: 30, for: #"footfall_camera_looks_total{camera="door"}"#) {
          $0 > looks + 5
        })
    }
    let detectors = try store.workers("serve-detector")
    #expect(detectors.count == 1)
    kill(detectors[0], SIGKILL)
    let looks = try await store.measure(#"footfall_camera_looks_total{camera="door"}"#) ?? 0
    #expect(
      try await store.wait(seconds: 40, for: #"footfall_camera_looks_total{camera="door"}"#) {
        $0 > looks + 5
      })
    #expect(try await store.measure(#"footfall_camera_up{camera="gone"}"#) == 0)
    let outcome = try await store.end()
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.contains("Connection refused") && !outcome.errorOutput.contains("hush"))
    #expect(try store.workers("serve-camera").isEmpty && store.workers("serve-detector").isEmpty)
    let events = try events()
    #expect(Set(events.map(\.id)).count == events.count)
  }

  @Test(
    "what cannot be is one line and its status at the start",
    arguments: [
      (["door", "door"], "given twice", Int32(65)), ([""], "source is empty", 65),
    ])
  func badScenes(ids: [String], message: String, status: Int32) async throws {
    let text = scene(ids.map { id in (id.isEmpty ? "door" : id, id.isEmpty ? "\"\"" : "film.mp4") })
    _ = try folder.write(text, to: "store.yaml")
    let outcome = try await BuiltProgram.run(["serve", "--config", "store.yaml"], in: folder.url)
    #expect(outcome.status == status && outcome.errorOutput.contains(message), "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.contains("store.yaml:") && outcome.errorOutput.hasSuffix("\n"))
  }
}
