import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

private let film = "data/pets09-s2l1/clip.mp4"

/// The long form, with the numbers that are to be reached, is `scripts/bench load` (docs/performance.md).
@Suite("Requests beside counting", .serialized)
struct LiveLoadTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static var isReady: Bool {
    SharedData.isPresent(film) && SharedData.hasModel("yolov3-tiny-608x448.onnx")
  }

  @Test(
    "many requests at once are answered, 99 in a hundred within a quarter of a second, and looks go on as before",
    .enabled(if: isReady))
  func load() async throws {
    let source = SharedData.root.appendingPathComponent(film).path
    let store = try await RunningStore(
      "version: 1\ntimezone: UTC\ncameras: [{id: door, source: \(source)}]\n", in: folder)
    let looks = #"footfall_camera_looks_total{camera="door"}"#
    #expect(try await store.wait(seconds: 40, for: looks) { $0 > 10 })
    let before = try #require(try await store.measure(looks))
    let start = ContinuousClock.now
    let paths = [
      ("/healthz", 200), ("/metrics", 200), ("/readyz", 200), ("/api/v1/traffic", 401), ("/nothing", 404),
    ]
    let times = try await withThrowingTaskGroup(of: Duration.self) { group in
      for number in 0..<1000 {
        let due = start + .milliseconds(5 * number)
        group.addTask { [port = store.port] in
          try await Task.sleep(until: due)
          let (path, status) = paths[number % paths.count]
          let answer = try await LoopbackClient.send("GET", path, port: port)
          #expect(answer.status == status, "\(path)")
          return ContinuousClock.now - due
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }.sorted()
    }
    let seconds = (ContinuousClock.now - start).inSeconds
    let after = try #require(try await store.measure(looks))
    print("p50 \(times[500]), p99 \(times[990]), \((after - before) / seconds) looks a second")
    #expect(times[990] < .milliseconds(250))
    #expect((after - before) / seconds > 4)
    #expect(try await store.measure(#"footfall_camera_restarts_total{camera="door"}"#) == 0)
    #expect(try await store.end().status == 0)
  }

  @Test(
    "bytes that are no requests, by a seed, crash nothing and stop no counting", .enabled(if: isReady),
    arguments: [21, 22] as [UInt64])
  func noise(seed: UInt64) async throws {
    print("seed \(seed)")
    let source = SharedData.root.appendingPathComponent(film).path
    let store = try await RunningStore(
      "version: 1\ntimezone: UTC\ncameras: [{id: door, source: \(source)}]\n", in: folder)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<200 {
      let request = Self.request(using: &generator)
      // Whatever is answered, or that the connection is closed: the next one is served.
      _ = try? await LoopbackClient.send(
        request.method, request.path, port: store.port, host: request.host, body: request.body)
      if round % 50 == 49 {
        #expect(
          try await LoopbackClient.send("GET", "/healthz", port: store.port).status == 200, "round \(round)")
      }
    }
    let looks = #"footfall_camera_looks_total{camera="door"}"#
    let seen = try #require(try await store.measure(looks))
    #expect(try await store.wait(seconds: 20, for: looks) { $0 > seen + 5 })
    #expect(try await store.end().status == 0)
  }

  /// A line that may be cut, doubled or full of bytes that do not belong there, headers in its words included.
  private static func request(
    using generator: inout SeededGenerator
  ) -> (method: String, path: String, host: String, body: String) {
    func noise(_ most: Int) -> String {
      String(
        decoding: (0..<Int.random(in: 0...most, using: &generator)).map { _ in
          UInt8.random(in: 1...255, using: &generator)
        }, as: UTF8.self)
    }
    let methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "get", "G\u{0}T", noise(12)]
    let paths = [
      "/", "/api/v1/layout", "/api/v1/session", "/metrics", "/../../etc/passwd", "//", "*", "/%", noise(200),
    ]
    let hosts = [
      "localhost", "[::1", "a\r\nTransfer-Encoding: chunked", "x\r\nContent-Length: 9999999", noise(40),
    ]
    return (
      methods.randomElement(using: &generator) ?? "GET",
      (paths.randomElement(using: &generator) ?? "/")
        + (Bool.random(using: &generator) ? "?" + noise(60) : ""),
      hosts.randomElement(using: &generator) ?? "localhost", noise(3000)
    )
  }
}
