import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

private let film = "data/pets09-s2l1/clip.mp4"

@Suite("Reading the scene file again", .serialized)
struct ReloadTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static var isReady: Bool {
    SharedData.isPresent(film) && SharedData.hasModel("yolov3-tiny-608x448.onnx")
  }

  private func scene(_ cameras: [String], x: Int, timezone: String = "UTC") -> String {
    "version: 1\ntimezone: \(timezone)\nstore: high-street\ncameras:\n"
      + cameras.map {
        """
          - id: \($0)
            source: \(SharedData.root.appendingPathComponent(film).path)
            lines: [{id: A, from: [\(x), 150], to: [\(x), 450], kind: entrance}]

        """
      }.joined()
  }

  private func looks(_ camera: String) -> String { "footfall_camera_looks_total{camera=\"\(camera)\"}" }

  @Test(
    "cameras come and go, lines move, and a file that is bad changes nothing, while the others count on",
    .enabled(if: isReady))
  func reload() async throws {
    let configuration = "footfall_configuration_up"
    let store = try await RunningStore(scene(["door"], x: 420), in: folder)
    #expect(try await store.wait(seconds: 40, for: looks("door")) { $0 > 20 })
    func reload(_ text: String) throws {
      _ = try folder.write(text, to: "store.yaml")
      store.program.send(SIGHUP)
    }

    try reload(scene(["door", "shelf"], x: 420))
    #expect(try await store.wait(seconds: 20, for: looks("shelf")) { $0 > 5 })
    #expect(try await store.measure("footfall_camera_restarts_total{camera=\"door\"}") == 0)

    for (text, reason) in [
      (scene(["door", "door"], x: 420), "store.yaml:8:9: camera 'door' is given twice"),
      (scene(["door"], x: 4000), "store.yaml:7:27: line 'A' has the point"),
      (scene(["door"], x: 420, timezone: "Europe/London"), "store or timezone has changed"),
    ] {
      try reload(text)
      #expect(try await store.wait(seconds: 10, for: configuration) { $0 == 0 })
      #expect(await store.says(reason, within: 10), "\(reason): \(store.program.errorOutput)")
      try reload(scene(["door", "shelf"], x: 420))
      #expect(try await store.wait(seconds: 10, for: configuration) { $0 == 1 })
    }

    let seen = try #require(try await store.measure(looks("door")))
    try reload(scene(["door"], x: 300))
    #expect(try await store.wait(seconds: 20, for: looks("door")) { $0 > seen + 20 })
    #expect(try await store.measure(looks("shelf")) == nil)
    #expect(try store.workers("serve-camera").count == 1)
    #expect(try await store.end().status == 0)
    let database = try EventStore(
      path: folder.url.path + "/footfall-state/footfall.db", access: .readOnly)
    let versions = try database.geometryVersions(store: "high-street").filter { $0.camera == "door" }
    #expect(versions.count == 2)
    // The second began by the change of lines alone: nothing else ended a recording of this camera.
    #expect(try database.runs(store: "high-street").filter { $0.recording.camera == "door" }.count == 2)
    let ids = try database.events(of: StoreQuery(store: "high-street")).map(\.id)
    #expect(!ids.isEmpty && Set(ids).count == ids.count)
  }
  @Test(
    "other sinks hold at once and get what comes, and an alert that is on and did not change is not raised again",
    .enabled(if: SharedData.hasModel("yolov3-tiny-608x448.onnx")))
  func sinks() async throws {
    let (planner, late) = (try WebhookReceiver(), try WebhookReceiver())
    func scene(_ sinks: [(id: String, receiver: WebhookReceiver)], alerts: [String]) -> String {
      """
      version: 1
      timezone: UTC
      store: high-street
      cameras: [{id: door, source: nowhere.mp4}]
      sinks: {webhooks: [\(sinks.map { "{id: \($0.id), url: \"\($0.receiver.address())\"}" }.joined(separator: ", "))]}
      alerts: [\(alerts.map { "{id: \($0), camera: door, for: 1s}" }.joined(separator: ", "))]

      """
    }
    func wait(for receiver: WebhookReceiver, _ count: Int) async throws {
      for _ in 0..<1000 where try receiver.posts().count < count {
        try await Task.sleep(for: .milliseconds(20))
      }
    }
    let store = try await RunningStore(scene([("planner", planner)], alerts: ["blind"]), in: folder)
    try await wait(for: planner, 1)
    _ = try folder.write(
      "# A line above moves the rest.\n"
        + scene([("late", late), ("planner", planner)], alerts: ["dark", "blind"]), to: "store.yaml")
    store.program.send(SIGHUP)
    try await wait(for: late, 1)
    try await wait(for: planner, 2)
    #expect(try await store.measure(#"footfall_alert_raised{alert="blind"}"#) == 1)
    #expect(try await store.end().status == 0)
    #expect(try planner.posts().map(\.event) == ["alertRaised", "alertRaised"])
    #expect(try late.posts().map(\.id) == planner.posts().suffix(1).map(\.id))
  }
}
