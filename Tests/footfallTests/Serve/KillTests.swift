import FootfallAnalytics
import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

private let film = "data/pets09-s2l1/clip.mp4"

/// Short here; `FOOTFALL_FAULT_ROUNDS` has them kill more often (docs/operations.md has what that came to).
@Suite("Kills at random, with cameras by RTSP and a sink", .serialized)
struct KillTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static var isReady: Bool {
    SharedData.isPresent(film) && SharedData.hasModel("yolov3-tiny-608x448.onnx") && RTSPServer.isPresent
  }

  static let rounds = ProcessInfo.processInfo.environment["FOOTFALL_FAULT_ROUNDS"].flatMap { Int($0) }

  private let cameras = ["door", "shelf"]

  private func server() throws -> RTSPServer {
    let path = SharedData.root.appendingPathComponent(film).path
    return try RTSPServer(Dictionary(uniqueKeysWithValues: cameras.map { ($0, path) }))
  }

  private func scene(_ server: RTSPServer, _ hook: WebhookReceiver) -> String {
    "version: 1\ntimezone: UTC\nstore: high-street\n"
      + "sinks: {webhooks: [{id: planner, url: \"\(hook.address())\"}]}\ncameras:\n"
      + cameras.map {
        """
          - id: \($0)
            source: \(server.address($0))
            lines: [{id: A, from: [420, 150], to: [420, 450], kind: entrance}]

        """
      }.joined()
  }

  private func looks(_ camera: String) -> String { "footfall_camera_looks_total{camera=\"\(camera)\"}" }

  private func database() throws -> EventStore {
    try EventStore(path: folder.url.path + "/footfall-state/footfall.db", access: .readOnly)
  }

  /// The ids of all events that the database has acknowledged, each once.
  private func known() throws -> Set<String> {
    let ids = try database().events(of: StoreQuery(store: "high-street")).map(\.id.description)
    #expect(Set(ids).count == ids.count)
    return Set(ids)
  }

  /// Everything that the database has was told, or still waits.
  private func checkDeliveries(_ posts: [String]) throws {
    let waiting = Set(try database().outbox(of: "planner", limit: 1000).map(\.id))
    let known = try known()
    #expect(!posts.isEmpty && Set(posts).isSubset(of: known))
    #expect(known.subtracting(posts).isSubset(of: waiting))
  }

  @Test(
    "a worker that is killed costs its camera alone; nothing counts twice or is told twice",
    .enabled(if: isReady))
  func workers() async throws {
    let seed: UInt64 = 11
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let (server, hook) = (try server(), try WebhookReceiver())
    let store = try await RunningStore(scene(server, hook), in: folder)
    for camera in cameras { #expect(try await store.wait(seconds: 40, for: looks(camera)) { $0 > 5 }) }
    let pauses = 0...(Self.rounds == nil ? 3000 : 12_000)
    var longest = Duration.zero
    for round in 0..<(Self.rounds ?? 3) {
      let workers = try store.workers("serve-camera")
      kill(try #require(workers.randomElement(using: &generator)), SIGKILL)
      let start = ContinuousClock.now
      var seen: [String: Double] = [:]
      for camera in cameras { seen[camera] = try await store.measure(looks(camera)) }
      // A camera that fails again and again is waited for, up to a minute.
      for camera in cameras {
        let before = try #require(seen[camera])
        #expect(
          try await store.wait(seconds: 80, for: looks(camera)) { $0 > before + 5 },
          "\(camera), round \(round)")
      }
      longest = max(longest, ContinuousClock.now - start)
      try await Task.sleep(for: .milliseconds(Int.random(in: pauses, using: &generator)))
    }
    #expect(try await store.measure("footfall_detector_up") == 1)
    #expect(try await store.end().status == 0)
    let posts = try hook.posts().map(\.id)
    #expect(Set(posts).count == posts.count)
    try checkDeliveries(posts)
    print(
      "\(Self.rounds ?? 3) kills, back after \(longest) at most; \(try known().count) events, \(posts.count) posts"
    )
  }

  @Test(
    "killed itself, no event that the database has is lost or there twice, and the sink is told all of them",
    .enabled(if: isReady))
  func main() async throws {
    let seed: UInt64 = 12
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let (server, hook) = (try server(), try WebhookReceiver())
    var before: Set<String> = []
    for round in 0..<(Self.rounds ?? 3) {
      let store = try await RunningStore(scene(server, hook), in: folder)
      let pause = Int.random(in: 0...12_000, using: &generator)
      try await Task.sleep(for: .milliseconds(pause))
      store.program.send(SIGKILL)
      _ = try await store.program.end(limit: .seconds(5))
      // In the first moments there may be no database yet.
      guard FileManager.default.fileExists(atPath: folder.url.path + "/footfall-state/footfall.db") else {
        continue
      }
      let now = try known()
      #expect(before.isSubset(of: now), "round \(round)")
      before = now
    }
    let store = try await RunningStore(scene(server, hook), in: folder)
    for camera in cameras { #expect(try await store.wait(seconds: 40, for: looks(camera)) { $0 > 30 }) }
    #expect(
      try await store.wait(seconds: 40, for: #"footfall_sink_waiting_messages{sink="planner"}"#) { $0 == 0 })
    #expect(try await store.end().status == 0)
    #expect(try before.isSubset(of: known()))
    let posts = try hook.posts().map(\.id)
    try checkDeliveries(posts)
    print(
      "\(Self.rounds ?? 3) kills; \(try known().count) events, \(posts.count) posts, "
        + "\(posts.count - Set(posts).count) of them again")
  }
}
