import FootfallAnalytics
import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

private let film = "data/pets09-s2l1/clip.mp4"

@Suite("Faults around footfall serve", .serialized)
struct LiveFaultTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static var isReady: Bool {
    SharedData.isPresent(film) && SharedData.hasModel("yolov3-tiny-608x448.onnx")
  }

  private var filmPath: String { SharedData.root.appendingPathComponent(film).path }

  private func scene(_ sources: [String: String]) -> String {
    "version: 1\ntimezone: UTC\nstore: high-street\ncameras:\n"
      + sources.sorted { $0.key < $1.key }.map {
        """
          - id: \($0.key)
            source: \($0.value)
            lines: [{id: A, from: [420, 150], to: [420, 450], kind: entrance}]

        """
      }.joined()
  }

  private func looks(_ camera: String) -> String { "footfall_camera_looks_total{camera=\"\(camera)\"}" }
  private func up(_ camera: String) -> String { "footfall_camera_up{camera=\"\(camera)\"}" }

  @Test(
    "a picture that freezes, another size and bytes of no sense are noticed, and the camera comes back by itself",
    .enabled(if: SharedData.hasModel("yolov3-tiny-608x448.onnx")))
  func oddStreams() async throws {
    let camera = try PictureServer()
    let store = try await RunningStore(
      "version: 1\ntimezone: UTC\ncameras: [{id: door, source: \"\(camera.address)\"}]\n", in: folder,
      flags: ["--frozen-after", "3s"])
    #expect(try await store.wait(seconds: 40, for: looks("door")) { $0 > 5 })
    camera.show(.same)
    #expect(try await store.wait(seconds: 15, for: up("door")) { $0 == 0 })
    #expect(store.program.errorOutput.contains("door: stalled, the picture has not changed for 3"))
    #expect(await store.says("the picture did not change any more", within: 15))
    camera.show(.changing)
    #expect(try await store.wait(seconds: 15, for: up("door")) { $0 == 1 })
    camera.show(.small)
    var seen = try #require(try await store.measure(looks("door")))
    #expect(try await store.wait(seconds: 20, for: looks("door")) { $0 > seen + 5 })
    camera.show(.garbage)
    #expect(try await store.wait(seconds: 20, for: up("door")) { $0 == 0 })
    camera.show(.changing)
    seen = try #require(try await store.measure(looks("door")))
    #expect(try await store.wait(seconds: 30, for: looks("door")) { $0 > seen + 5 })
    #expect(try await store.end().status == 0)
  }

  @Test("a camera whose file is absent keeps no other from streaming", .enabled(if: isReady))
  func absentFile() async throws {
    let store = try await RunningStore(scene(["door": filmPath, "gone": "nowhere.mp4"]), in: folder)
    #expect(try await store.wait(seconds: 40, for: looks("door")) { $0 > 5 })
    #expect(try await store.measure(up("gone")) == 0)
    #expect(store.program.errorOutput.contains("nowhere.mp4: no such file"))
    #expect(try await store.end().status == 0)
  }

  @Test(
    "a full disk stops no counting, and what was found meanwhile is written once there is room",
    .enabled(if: isReady && SmallDisk.isAvailable))
  func fullDisk() async throws {
    let disk = try SmallDisk(kilobytes: 12_000)
    let store = try await RunningStore(
      scene(["door": filmPath]), in: folder, flags: ["--state", disk.url.path])
    #expect(try await store.wait(seconds: 40, for: looks("door")) { $0 > 20 })
    let filler = disk.url.appendingPathComponent("filler")
    #expect(FileManager.default.createFile(atPath: filler.path, contents: nil))
    let handle = try FileHandle(forWritingTo: filler)
    // To the last byte: the journal takes what is left else.
    for size in [1 << 16, 1 << 12, 1] {
      while (try? handle.write(contentsOf: Data(repeating: 0, count: size))) != nil {}
    }
    #expect(try await store.wait(seconds: 30, for: "footfall_database_up") { $0 == 0 })
    let seen = try #require(try await store.measure(looks("door")))
    #expect(try await store.wait(seconds: 15, for: looks("door")) { $0 > seen + 20 })
    try handle.close()
    try FileManager.default.removeItem(at: filler)
    #expect(try await store.wait(seconds: 15, for: "footfall_database_up") { $0 == 1 })
    #expect(try await store.wait(seconds: 15, for: "footfall_database_waiting_events") { $0 == 0 })
    #expect(try await store.measure("footfall_database_lost_events_total") == 0)
    #expect(try await store.measure("footfall_camera_restarts_total{camera=\"door\"}") == 0)
    let outcome = try await store.end()
    #expect(outcome.status == 0 && outcome.errorOutput.contains("the disk is full"))
    // One recording from beginning to end, minute by minute, as if the disk had never been full.
    let database = try EventStore(path: disk.url.path + "/footfall.db", access: .readOnly)
    #expect(try database.runs(store: "high-street").count == 1)
    #expect(try !database.events(of: StoreQuery(store: "high-street")).isEmpty)
  }
}
