import FootfallTestSupport
import Foundation
import Testing

private let film = "data/pets09-s2l1/clip.mp4"

@Suite("footfall doctor --config")
struct StoreDoctorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static var isReady: Bool {
    SharedData.isPresent(film) && SharedData.hasModel("yolov3-tiny-608x448.onnx")
  }

  private struct Told: Decodable {
    struct Store: Decodable {
      let checks: [Check]
      let cameras: [Camera]
    }
    struct Check: Decodable {
      let name: String
      let verdict: String
      let detail: String
    }
    struct Camera: Decodable {
      let id: String
      let problem: String?
      let codec: String?
      let width: Int?
      let declaredFramesPerSecond: Double?
      let deliveredFramesPerSecond: Double?
      let streamSecondsPerSecond: Double?
    }
    let store: Store
  }

  private func diagnose(_ scene: String) async throws -> (BuiltProgram.Outcome, Told.Store) {
    _ = try folder.write(scene, to: "store.yaml")
    let outcome = try await BuiltProgram.run(
      ["doctor", "--config", "store.yaml", "--json"],
      environment: ["FOOTFALL_MODELS": SharedData.models.path],
      in: folder.url, limit: .seconds(40))
    return (outcome, try JSONDecoder().decode(Told.self, from: Data(outcome.output.utf8)).store)
  }

  private func scene(_ cameras: String, port: Int = 0) -> String {
    "version: 1\ntimezone: Europe/London\nserver: {listen: \"127.0.0.1:\(port)\"}\ncameras:\n\(cameras)"
  }

  @Test(
    "each camera is looked at: codec, size, the rate it says and the rate that comes", .enabled(if: isReady))
  func cameras() async throws {
    let server = try PictureServer()
    let (outcome, store) = try await diagnose(
      scene(
        """
          - {id: door, source: \(SharedData.root.appendingPathComponent(film).path)}
          - {id: till, source: "\(server.address)"}

        """))
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let door = try #require(store.cameras.first)
    #expect(door.id == "door" && door.codec == "h264" && door.width == 768 && door.problem == nil)
    #expect(door.declaredFramesPerSecond == 10)
    // A film that fell behind on a busy machine is played faster for a while.
    #expect((5...20).contains(door.deliveredFramesPerSecond ?? 0))
    let rates = try #require(door.deliveredFramesPerSecond) / (try #require(door.streamSecondsPerSecond))
    #expect(abs(rates - 10) < 0.1)
    #expect(store.cameras.last?.codec == "mjpeg" && store.cameras.last?.problem == nil)
    #expect(
      store.checks.map(\.name) == ["clock", "disk", "database", "address", "camera door", "camera till"])
  }

  @Test(
    "what would not work is a problem of its own, the rest is still looked at, and all within twenty seconds")
  func problems() async throws {
    let server = try PictureServer()
    _ = try folder.write("no film", to: "notes.txt")
    let (outcome, store) = try await diagnose(
      scene(
        """
          - {id: absent, source: nowhere.mp4}
          - {id: text, source: notes.txt}
          - {id: off, source: "rtsp://user:hush@127.0.0.1:9/a"}

        """, port: server.port))
    #expect(outcome.status == 69 && outcome.life < .seconds(20))
    let problems = store.checks.filter { $0.verdict == "problem" }
    #expect(problems.map(\.name) == ["address", "camera absent", "camera text", "camera off"])
    let detail = try #require(problems.first?.detail)
    #expect(detail.hasPrefix("cannot listen at 127.0.0.1:\(server.port): address already in use; "))
    #expect(problems[1].detail.contains("no such file") && problems[3].detail.contains("Connection refused"))
    #expect(!(outcome.output + outcome.errorOutput).contains("hush"))
  }

  @Test("a line that serve would refuse once it knows the picture is a problem", .enabled(if: isReady))
  func lineOutside() async throws {
    let (outcome, store) = try await diagnose(
      scene(
        """
          - id: door
            source: \(SharedData.root.appendingPathComponent(film).path)
            lines: [{id: far, from: [900, 100], to: [900, 400]}]

        """))
    #expect(outcome.status == 69)
    let door = try #require(store.checks.last)
    #expect(door.name == "camera door" && door.verdict == "problem")
    #expect(
      door.detail.contains("store.yaml:7:") && door.detail.contains("line 'far' is wholly outside"),
      "\(door.detail)")
  }

  @Test("a file that is no scene file is said as by any command")
  func badFile() async throws {
    _ = try folder.write("version: 2\n", to: "store.yaml")
    let outcome = try await BuiltProgram.run(["doctor", "--config", "store.yaml"], in: folder.url)
    #expect(outcome.status == 65 && outcome.errorOutput.hasPrefix("footfall: store.yaml:1:10: version is"))
  }
}
