import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

private let film = "data/pets09-s2l1/clip.mp4"

@Suite("What is counted by RTSP", .serialized)
struct RTSPCountTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static var isReady: Bool {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/ffmpeg") else {
      print("skipped: ffmpeg is absent")
      return false
    }
    return SharedData.isPresent(film) && SharedData.hasModel("yolov3-tiny-608x448.onnx")
      && RTSPServer.isPresent
  }

  private var filmPath: String { SharedData.root.appendingPathComponent(film).path }

  private func scene(_ cameras: [(id: String, source: String)]) -> String {
    "version: 1\ntimezone: UTC\nstore: high-street\ncameras:\n"
      + cameras.map {
        """
          - id: \($0.id)
            source: \($0.source)
            lines:
              - {id: A, from: [420, 150], to: [420, 450], kind: entrance}
              - {id: B, from: [540, 215], to: [740, 215], kind: internal}

        """
      }.joined()
  }

  /// The first twenty seconds of the film, as a file of its own.
  /// - Parameter coding: what FFmpeg is told of the coding.
  private func beginning(_ name: String, _ coding: [String]) throws -> String {
    let path = folder.url.path + "/\(name).mp4"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ffmpeg")
    process.arguments = ["-loglevel", "error", "-i", filmPath, "-t", "20", "-an"] + coding + [path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return path
  }

  /// Crossings by line and direction: `A in`.
  private func recorded(_ path: String) async throws -> [String: Int] {
    _ = try folder.write(scene([("door", path)]), to: "scene.yaml")
    let outcome = try await BuiltProgram.run(
      [
        "analyze", path, "--scene", "scene.yaml", "--out", "out", "--tracking", "online", "--precision",
        "int8",
      ],
      environment: ["FOOTFALL_MODELS": SharedData.models.path], in: folder.url)
    try #require(outcome.status == 0, "\(outcome.errorOutput)")
    let lines = try String(contentsOfFile: folder.url.path + "/out/events.jsonl", encoding: .utf8).split(
      separator: "\n")
    let keys = lines.compactMap { line in
      line.firstMatch(of: /"line":"(.)","direction":"(in|out)"/).map { "\($0.output.1) \($0.output.2)" }
    }
    return Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test(
    "a film counts by RTSP in H.264 and in H.265 as it does recorded, within one each way at each line",
    .enabled(if: isReady))
  func counts() async throws {
    let films = [
      "h264": try beginning("h264", ["-c", "copy"]),
      "h265": try beginning(
        "h265", ["-c:v", "libx265", "-preset", "ultrafast", "-crf", "18", "-x265-params", "log-level=none"]),
    ]
    let recorded = try await recorded(try #require(films["h264"]))
    let server = try RTSPServer(films)
    let cameras = ["h264", "h265"]
    // In f32 two cameras beside the server are too much for two processors, and the network opens too late.
    let store = try await RunningStore(
      scene(cameras.map { ($0, server.address($0)) }), in: folder, flags: ["--precision", "int8"])
    // The film is over where the camera is opened anew.
    for camera in cameras {
      #expect(
        try await store.wait(seconds: 90, for: "footfall_camera_restarts_total{camera=\"\(camera)\"}") {
          $0 > 0
        })
    }
    #expect(try await store.end().status == 0)
    let database = try EventStore(path: folder.url.path + "/footfall-state/footfall.db", access: .readOnly)
    for camera in cameras {
      let first = try #require(
        try database.runs(store: "high-street").filter { $0.recording.camera == camera }
          .min { $0.recording.startMilliseconds < $1.recording.startMilliseconds })
      let query = StoreQuery(
        store: "high-street", camera: camera,
        milliseconds: first.recording.startMilliseconds..<first.recording.endMilliseconds + 1)
      let keys = try database.events(of: query).compactMap { event -> String? in
        guard case .crossing(let line, let direction) = event.detail else { return nil }
        return "\(line) \(direction.rawValue)"
      }
      let live = Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
      print("\(camera): \(live.sorted { $0.key < $1.key }), recorded \(recorded.sorted { $0.key < $1.key })")
      for way in ["A in", "A out", "B in", "B out"] {
        #expect(abs(live[way, default: 0] - recorded[way, default: 0]) <= 1, "\(camera) \(way)")
      }
    }
  }
}
