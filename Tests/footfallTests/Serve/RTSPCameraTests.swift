import FootfallTestSupport
import Foundation
import Testing

private let film = "data/pets09-s2l1/clip.mp4"

@Suite("RTSP cameras", .serialized)
struct RTSPCameraTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static var isReady: Bool {
    SharedData.isPresent(film) && SharedData.hasModel("yolov3-tiny-608x448.onnx") && RTSPServer.isPresent
  }

  private var films: [String: String] { ["door": SharedData.root.appendingPathComponent(film).path] }

  private func scene(_ source: String) -> String {
    """
    version: 1
    timezone: UTC
    cameras:
      - id: door
        source: \(source)
        lines: [{id: A, from: [420, 150], to: [420, 450], kind: entrance}]

    """
  }

  private let looks = #"footfall_camera_looks_total{camera="door"}"#
  private let up = #"footfall_camera_up{camera="door"}"#

  @Test(
    "a camera whose server goes away for long is streaming again within ten seconds of its return",
    .enabled(if: isReady))
  func serverAway() async throws {
    let first = try RTSPServer(films)
    let port = first.port
    let store = try await RunningStore(scene(first.address("door")), in: folder)
    #expect(try await store.wait(seconds: 40, for: looks) { $0 > 10 })
    first.end()
    #expect(try await store.wait(seconds: 40, for: up) { $0 == 0 })
    // By its fourth failure it would wait for 6 s or more, and then for up to 16 s.
    try #require(
      try await store.wait(seconds: 40, for: #"footfall_camera_restarts_total{camera="door"}"#) { $0 >= 4 })
    let seen = try #require(try await store.measure(looks))
    let second = try RTSPServer(films, port: port)
    let back = ContinuousClock.now
    #expect(try await store.wait(seconds: 40, for: looks) { $0 > seen })
    let time = ContinuousClock.now - back
    print("streaming \(time) after the server was back")
    #expect(time <= .seconds(10))
    #expect(second.port == port)
    #expect(try await store.end().status == 0)
  }

  @Test("wrong credentials are said as such, and no password is told", .enabled(if: isReady))
  func credentials() async throws {
    let server = try RTSPServer(films, options: ["--user", "keeper", "--password", "right-word"])
    let bad = try await RunningStore(scene(server.address("door", user: "keeper:wrong-word")), in: folder)
    #expect(
      await bad.program.wait(limit: .seconds(20)) { bad.program.errorOutput.contains("401 Unauthorized") })
    #expect(!bad.program.errorOutput.contains("wrong-word"))
    #expect(try await bad.end().status == 0)
    let good = try await RunningStore(scene(server.address("door", user: "keeper:right-word")), in: folder)
    #expect(try await good.wait(seconds: 40, for: looks) { $0 > 3 })
    #expect(try await good.end().status == 0)
  }
}
