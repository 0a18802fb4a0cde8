import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

@Suite("What footfall serve refuses at its start")
struct StartCheckTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func serve(_ scene: String, _ flags: [String] = []) async throws -> BuiltProgram.Outcome {
    _ = try folder.write(scene, to: "store.yaml")
    return try await BuiltProgram.run(
      ["serve", "--config", "store.yaml"] + flags, environment: ["FOOTFALL_MODELS": SharedData.models.path],
      in: folder.url, limit: .seconds(20))
  }

  private func scene(_ source: String = "door.mp4", _ more: String = "") -> String {
    "version: 1\ntimezone: UTC\ncameras:\n  - id: door\n    source: \(source)\n\(more)"
  }

  @Test(
    "is one line that names file and line",
    arguments: [
      (
        "rtps://10.0.0.8/a", "",
        "store.yaml:5:13: source is 'rtps://…', an address of an unknown kind; did you mean 'rtsp'? allowed: "
      ),
      (
        "gopher://10.0.0.8/a", "",
        "store.yaml:5:13: source is 'gopher://…', an address of an unknown kind; allowed: rtsp, rtsps, http, "
      ),
      (
        "door.mp4", "server: {listen: 8080}\n",
        "store.yaml:6:18: listen is '8080'; allowed: a name or an address with a port"
      ),
      (
        "door.mp4", "server: {key: key.pem}\n",
        "store.yaml:6:9: server has only one of certificate and key; expected both or neither"
      ),
      (
        "door.mp4", "server: {port: 80}\n",
        "store.yaml:6:10: unknown key 'port'; allowed: listen, certificate, key"
      ),
      (
        "door.mp4", "retention: {events: 400}\n",
        "store.yaml:6:21: events is '400'; allowed: a whole number of days or years up to 100y"
      ),
      ("door.mp4", "retention: {tracks: 0d}\n", "store.yaml:6:21: tracks is '0d'; allowed: "),
      ("door.mp4", "retention: {rollups: 101y}\n", "store.yaml:6:22: rollups is '101y'; allowed: "),
      (
        "door.mp4", "retention: {roll-ups: 5y}\n",
        "store.yaml:6:13: unknown key 'roll-ups'; did you mean 'rollups'? allowed: "
      ),
    ])
  func scenes(source: String, more: String, message: String) async throws {
    let outcome = try await serve(scene(source, more))
    #expect(
      outcome.status == 65 && outcome.errorOutput.hasPrefix("footfall: \(message)"), "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/footfall-state"))
  }

  @Test("a port in use is said before a password is made that nobody would learn")
  func portInUse() async throws {
    let server = try PictureServer()
    let outcome = try await serve(scene(), ["--listen", "127.0.0.1:\(server.port)"])
    #expect(outcome.status == 69)
    let reason =
      "cannot listen at 127.0.0.1:\(server.port): address already in use; end what listens there, or choose "
      + "another port\n"
    #expect(outcome.errorOutput == "footfall: \(reason)")
    let written = try await serve(
      scene("door.mp4", "server: {listen: \"127.0.0.1:\(server.port)\"}\n"))
    #expect(written.errorOutput == "footfall: store.yaml:6:18: \(reason)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/footfall-state/accounts.json"))
  }

  @Test("a store that was recorded on another clock is refused, rather than nothing written")
  func otherClock() async throws {
    let state = folder.url.path + "/footfall-state"
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: false)
    let database = try EventStore(path: state + "/footfall.db", access: .readWrite)
    try database.record([ExportFixture.run(camera: "door")])
    try database.close()
    let outcome = try await serve("store: high-street\n" + scene())
    #expect(outcome.status == 65)
    #expect(outcome.errorOutput.contains("the store high-street is on Europe/London there, not on UTC"))
  }

  @Test("a certificate that is not there is no such input")
  func absentCertificate() async throws {
    let outcome = try await serve(scene(), ["--certificate", "none.pem", "--key", "none.key"])
    #expect(outcome.status == 66)
    #expect(
      outcome.errorOutput == "footfall: --certificate: cannot read none.pem: no such file or directory\n")
  }

  @Test("a certificate that has expired is named with the line that names it")
  func expired() async throws {
    let (key, request, chain) = (
      folder.url.path + "/key.pem", folder.url.path + "/request.pem", folder.url.path + "/chain.pem"
    )
    for arguments in [
      [
        "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
        "/CN=shop",
      ]
        + ["-keyout", key, "-out", request],
      ["x509", "-req", "-in", request, "-signkey", key, "-days", "-1", "-out", chain],
    ] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
      process.arguments = arguments
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }
    let outcome = try await serve(
      scene("door.mp4", "server: {listen: \"127.0.0.1:0\", certificate: chain.pem, key: key.pem}\n"))
    #expect(outcome.status == 69)
    #expect(
      outcome.errorOutput.hasPrefix("footfall: store.yaml:6:46: chain.pem has expired"),
      "\(outcome.errorOutput)")
  }

  @Test(
    "a state folder serves one program at a time",
    .enabled(if: SharedData.hasModel("yolov3-tiny-608x448.onnx")))
  func twice() async throws {
    let store = try await RunningStore(scene(), in: folder)
    let outcome = try await serve(scene(), ["--listen", "127.0.0.1:0"])
    #expect(outcome.status == 69)
    #expect(
      outcome.errorOutput.contains(
        "footfall-state is used by another footfall serve, process \(store.program.identifier)"))
    #expect(try await store.end().status == 0)
  }
}
