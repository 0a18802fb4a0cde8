import FootfallTestSupport
import Foundation
import Testing

/// People who agreed to be in a set of test data, enrolled with some pictures and filmed with another one.
@Suite(
  "Members in footfall serve",
  .enabled(if: FaceMaterial.isPresent && SharedData.hasModel("yolov3-tiny-608x448.onnx")), .serialized)
struct MemberServeTests {
  private static let people = ["s1", "s11", "s13"]
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let key = try folder.write(String(repeating: "5a", count: 32), to: "master.key")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
  }

  private static func picture(_ name: String) -> URL {
    SharedData.root.appendingPathComponent("data/faces-orl/\(name)")
  }

  private func scene(_ members: String, sinks: String = "") -> String {
    """
    version: 1
    timezone: Europe/London
    cameras:
      - id: till
        source: \(folder.url.path)/film.y4m
        zones: [{id: all, polygon: [[0, 0], [980, 0], [980, 600], [0, 600]], kind: queue}]
    \(members)
    \(sinks)

    """
  }

  private func film() throws {
    try PortraitFilm.write(
      of: Self.people.map { Self.picture("\($0)/4.pgm") },
      to: folder.url.appendingPathComponent("film.y4m"))
  }

  /// Enrols somebody; without pictures somebody who only checks in, for which no model is needed.
  private func enrol(_ pictures: [URL] = []) async throws -> String {
    let year = Calendar(identifier: .gregorian).component(.year, from: Date()) + 1
    let outcome = try await BuiltProgram.run(
      ["members", "enroll"] + pictures.map(\.path) + [
        "--store", "books", "--master-key", "master.key", "--scope", "till", "--text-version", "1",
        "--expires", "\(year)-01-01",
      ], in: folder.url)
    try #require(outcome.status == 0, "\(outcome.errorOutput)")
    return outcome.output.trimmingCharacters(in: .newlines)
  }

  private struct Told: Decodable, Hashable {
    let type, member, camera, zone: String
  }

  @Test(
    "members who are filmed are told to a program and to the sink that names them, once each, and no picture")
  func recognition() async throws {
    try film()
    var enrolled: Set<String> = []
    for person in Self.people.dropLast() {
      enrolled.insert(try await enrol([1, 2].map { Self.picture("\(person)/\($0).pgm") }))
    }
    let members = enrolled
    let (named, usual) = (try WebhookReceiver(), try WebhookReceiver())
    let told = folder.url.appendingPathComponent("told")
    let hook = try folder.write("#!/bin/sh\nexec /bin/cat >> \(told.path)\n", to: "hook.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: hook.path)
    let store = try await RunningStore(
      scene(
        """
        members:
          books: books
          masterKeyFile: master.key
          cameras: [{camera: till, zones: [all]}]
          hooks: [{command: [\(hook.path)]}]
        """,
        sinks: """
          sinks:
            webhooks:
              - {id: crm, url: "\(named.address())", events: [memberRecognised]}
              - {id: planner, url: "\(usual.address())"}
          """), in: folder)
    let lines: @Sendable () -> [String] = {
      ((try? String(contentsOf: told, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    }
    _ = await store.program.wait(limit: .seconds(90)) { lines().count >= members.count }
    let events = try lines().map { try JSONDecoder().decode(Told.self, from: Data($0.utf8)) }
    #expect(Set(events.filter { $0.type == "memberRecognised" }.map(\.member)) == members)
    #expect(events.allSatisfy { $0.camera == "till" && $0.zone == "all" })
    let first = try #require(lines().first)
    let object = try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any]
    #expect(
      Set(object?.keys.map(\.self) ?? []) == ["id", "type", "member", "camera", "zone", "time", "confidence"])
    let end = ContinuousClock.now + .seconds(20)
    while try named.posts().count < members.count, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(100))
    }
    #expect(try named.posts().count == members.count)
    #expect(try usual.posts().allSatisfy { !$0.event.hasPrefix("member") })
    #expect(try await store.end().status == 0)
  }

  @Test(
    "what keeps members from being recognised is said, and people are counted all the same",
    arguments: [
      ("masterKeyFile: other.key", "cannot be opened with this master key"),
      ("masterKeyFile: absent.key", "the master key cannot be read"),
      ("masterKey: \"${NO_SUCH_KEY}\"", "the secret NO_SUCH_KEY is not set"),
    ])
  func refusals(key: String, reason: String) async throws {
    try film()
    _ = try await enrol()
    let other = try folder.write(String(repeating: "6b", count: 32), to: "other.key")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: other.path)
    let store = try await RunningStore(
      scene("members: {books: books, \(key), cameras: [{camera: till}]}"), in: folder)
    #expect(store.program.errorOutput.contains("nobody is recognised, counting goes on"))
    #expect(store.program.errorOutput.contains(reason))
    #expect(
      try await store.wait(seconds: 40, for: "footfall_camera_people_in_view{camera=\"till\"}") { $0 >= 3 })
    #expect(try await store.end().status == 0)
  }

  @Test("without members no model of faces is needed, and members who only check in need none either")
  func nothingLoaded() async throws {
    try film()
    _ = try await enrol()
    let models = folder.url.appendingPathComponent("models")
    try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: SharedData.models.path)
    where !name.hasPrefix("face_") {
      try FileManager.default.createSymbolicLink(
        at: models.appendingPathComponent(name),
        withDestinationURL: SharedData.models.appendingPathComponent(name))
    }
    for members in ["", "members: {books: books, masterKeyFile: master.key}"] {
      let store = try await RunningStore(
        scene(members), in: folder, models: models)
      #expect(!store.program.errorOutput.contains("nobody is recognised"))
      #expect(
        try await store.wait(seconds: 40, for: "footfall_camera_people_in_view{camera=\"till\"}") { $0 >= 3 })
      _ = try await store.end()
    }
  }
}
