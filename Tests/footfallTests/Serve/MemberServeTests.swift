import FootfallTestSupport
import Foundation
import Testing

/// People who agreed to be in a set of test data, enrolled with some pictures and filmed with another one.
@Suite(
  "Members in footfall serve",
  .enabled(if: FaceMaterial.isPresent && SharedData.hasModel("yolov3-tiny-608x448.onnx")), .serialized)
struct MemberServeTests {
  /// The last is a stranger.
  private static let people = ["s1", "s11", "s13", "s15", "s17", "s19"]
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
        zones: [{id: all, polygon: [[0, 0], [1160, 0], [1160, 600], [0, 600]], kind: queue}]
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
      try await store.wait(seconds: 40, for: "footfall_camera_people_in_view{camera=\"till\"}") { $0 >= 5 })
    #expect(try await store.end().status == 0)
  }

  private static let looks = "footfall_camera_looks_total{camera=\"till\"}"

  @Test("the detector looks at as many pictures of the same film with members on as with them off")
  func detectionRate() async throws {
    try film()
    _ = try await enrol([Self.picture("s1/1.pgm")])
    var counts: [(looks: Double, ofFaces: Double)] = []
    for members in ["", "members: {books: books, masterKeyFile: master.key, cameras: [{camera: till}]}"] {
      let store = try await RunningStore(scene(members), in: folder)
      let frames = "footfall_camera_frames_total{camera=\"till\"}"
      // The people are followed by then, and faces are looked for.
      #expect(try await store.wait(seconds: 60, for: frames) { $0 >= 20 })
      let (first, before) = (try await store.measure(frames) ?? 0, try await store.measure(Self.looks) ?? 0)
      #expect(try await store.wait(seconds: 60, for: frames) { $0 >= first + 50 })
      let seen = (try await store.measure(frames) ?? 0) - first
      let looks = ((try await store.measure(Self.looks) ?? 0) - before) / seen
      counts.append((looks, try await store.measure("footfall_member_looks_total") ?? 0))
      _ = try await store.end()
    }
    print(
      "looks a picture: \(counts[0].looks) without members, \(counts[1].looks) with; "
        + "\(counts[1].ofFaces) looks for faces")
    #expect(counts[0].ofFaces == 0 && counts[1].ofFaces >= 5)
    #expect(counts[1].looks >= 0.9 * counts[0].looks)
  }

  @Test(
    "a ledger that is tampered with meanwhile is named, nobody is looked at any more, and counting goes on")
  func tampering() async throws {
    try film()
    _ = try await enrol()
    let store = try await RunningStore(
      scene("members: {books: books, masterKeyFile: master.key, cameras: [{camera: till}]}"), in: folder)
    #expect(try await store.wait(seconds: 60, for: "footfall_member_looks_total") { $0 >= 1 })
    #expect(try await store.measure("footfall_member_recognition_up") == 1)
    let ledger = folder.url.appendingPathComponent("books/ledger")
    var content = try Data(contentsOf: ledger)
    content[content.startIndex + 100] ^= 1
    try content.write(to: ledger)
    #expect(await store.says("ledger:1: the ledger was tampered with", within: 20))
    #expect(try await store.wait(seconds: 5, for: "footfall_member_recognition_up") { $0 == 0 })
    let ofFaces = try await store.measure("footfall_member_looks_total")
    let looks = try await store.measure(Self.looks) ?? 0
    #expect(try await store.wait(seconds: 30, for: Self.looks) { $0 >= looks + 10 })
    // One may have been under way.
    #expect(try await store.measure("footfall_member_looks_total") ?? 0 <= (ofFaces ?? 0) + 1)
    #expect(try await store.end().status == 0)
  }

  /// Models of which those of faces, and the list of all, are files that can be watched.
  private func watchedModels() throws -> URL {
    let models = folder.url.appendingPathComponent("models")
    try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: SharedData.models.path) {
      let (file, copy) = (SharedData.models.appendingPathComponent(name), models.appendingPathComponent(name))
      if name.hasPrefix("face_") || name == "manifest.json" {
        try FileManager.default.copyItem(at: file, to: copy)
      } else {
        try FileManager.default.createSymbolicLink(at: copy, withDestinationURL: file)
      }
    }
    return models
  }

  @Test(
    "without members, and with members who only check in, no model of faces is opened",
    arguments: [
      ("", false), ("members: {books: books, masterKeyFile: master.key}", false),
      ("members: {books: books, masterKeyFile: master.key, cameras: [{camera: till}]}", true),
    ])
  func nothingLoaded(members: String, isLoaded: Bool) async throws {
    try film()
    _ = try await enrol()
    let models = try watchedModels()
    let opened = try OpenedFiles(in: models)
    let store = try await RunningStore(scene(members), in: folder, models: models)
    #expect(!store.program.errorOutput.contains("nobody is recognised"))
    #expect(
      try await store.wait(seconds: 60, for: "footfall_camera_people_in_view{camera=\"till\"}") { $0 >= 5 })
    _ = try await store.end()
    #expect(opened.all().contains("manifest.json"))
    #expect(opened.all().contains { $0.hasPrefix("face_") } == isLoaded)
  }
}
