import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall members", .enabled(if: FaceMaterial.isPresent))
struct MembersCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try writeKey("5a", to: "master.key")
  }

  private func writeKey(_ byte: String, to name: String) throws {
    let file = try folder.write(String(repeating: byte, count: 32) + "\n", to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }

  private func run(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(["members"] + arguments, in: folder.url)
  }

  private static func picture(_ name: String) -> String {
    SharedData.root.appendingPathComponent("data/faces-orl/\(name)").path
  }

  /// Within ten years from now, whenever that is.
  private static let nextYear: String = {
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    return "\(year + 1)-01-01"
  }()

  private func enrol(_ pictures: String...) async throws -> BuiltProgram.Outcome {
    try await enrol(paths: pictures.map(Self.picture))
  }

  private func enrol(path: String) async throws -> BuiltProgram.Outcome { try await enrol(paths: [path]) }

  private func enrol(paths: [String]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(
      ["members", "enroll"] + paths + [
        "--master-key", "master.key", "--scope", "tills", "--text-version", "1", "--expires", Self.nextYear,
      ], in: folder.url)
  }

  @Test("a member's life: enrolled, matched, shown, exported, rotated, forgotten, and audited")
  func life() async throws {
    let enrolled = try await enrol("s1/1.pgm", "s1/2.pgm")
    try #require(enrolled.status == 0, "\(enrolled.errorOutput)")
    let member = enrolled.output.trimmingCharacters(in: .newlines)
    #expect(member.count == 16)
    let matched = try await run(
      "match", Self.picture("s1/5.pgm"), Self.picture("s11/1.pgm"), "--json", "--master-key", "master.key")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(matched.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["result"] as? String } == ["member", "unknown"])
    #expect(rows[0]["member"] as? String == member && rows[1]["member"] == nil)
    try writeKey("6b", to: "next.key")
    let rotated = try await run("rotate-keys", "--master-key", "master.key", "--new-master-key", "next.key")
    #expect(rotated.status == 0)
    let stale = try await run("list", "--master-key", "master.key")
    #expect(stale.status == 69 && stale.errorOutput.contains("cannot be opened with this master key"))
    let exported = try await run("export", member, "--master-key", "next.key")
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: exported.output, schema: "footfall.member-1") == [])
    }
    let forgotten = try await run("forget", member, "--master-key", "next.key")
    #expect(forgotten.status == 0)
    let after = try await run("match", Self.picture("s1/1.pgm"), "--json", "--master-key", "next.key")
    #expect(after.output.contains("\"result\" : \"unknown\""))
    let audit = try await run("audit", "--json", "--master-key", "next.key")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(audit.output.utf8)) as? [String: Any])
    let events = (report["entries"] as? [[String: Any]])?.compactMap { $0["event"] as? String }
    #expect(events == ["grant", "match", "export", "withdrawal"])
    #expect(report["activeMembers"] as? Int == 0)
  }

  @Test(
    "nobody is enrolled without a consent, with one that is over, twice, or from a picture that will not do")
  func refusals() async throws {
    let without = try await run("enroll", Self.picture("s1/1.pgm"), "--master-key", "master.key")
    #expect(without.status == 64 && without.errorOutput.contains("--scope"))
    let over = try await run(
      "enroll", Self.picture("s1/1.pgm"), "--master-key", "master.key", "--scope", "tills",
      "--text-version", "1", "--expires", "2020-01-01")
    #expect(over.status == 65 && over.errorOutput.contains("the consent expires at 2020-01-01"))
    #expect(try await enrol("s1/1.pgm").status == 0)
    let twice = try await enrol("s1/2.pgm")
    #expect(twice.status == 65 && twice.errorOutput.contains("already"))
    let noPicture = try await enrol("s1/nothing.pgm")
    #expect(noPicture.status == 66)
    let strangers = try await enrol("s15/1.pgm", "s17/1.pgm")
    #expect(strangers.status == 65 && strangers.errorOutput.contains("shows somebody else"))
  }

  @Test(
    "a picture without a face, with several, a blurred one or a small one is refused with the reason",
    arguments: [
      ("gray", ["-f", "lavfi", "-i", "color=gray:size=200x200"], "shows no face"),
      ("two", ["1", "2", "-filter_complex", "hstack=inputs=2"], "shows 2 faces; allowed: one"),
      ("blurred", ["1", "-vf", "boxblur=2"], "blurred"),
      ("small", ["1", "-vf", "scale=40:-1"], "too small"),
    ])
  func badPictures(name: String, source: [String], reason: String) async throws {
    let file = folder.url.appendingPathComponent("\(name).png").path
    let made = Process()
    made.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let pictures = ["1": "s1/1.pgm", "2": "s11/1.pgm"].mapValues { ["-i", Self.picture($0)] }
    made.arguments =
      ["ffmpeg", "-loglevel", "error"] + source.flatMap { pictures[$0] ?? [$0] } + ["-frames:v", "1", file]
    try made.run()
    made.waitUntilExit()
    try #require(made.terminationStatus == 0)
    let outcome = try await enrol(path: file)
    #expect(outcome.status == 65 && outcome.errorOutput.contains(reason), "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
    // Nobody was made a member of it.
    #expect(try await run("list", "--master-key", "master.key").output.isEmpty)
  }

  @Test(
    "a file that is no picture is named, to enrol and to match",
    arguments: [
      ("no picture", "can be decoded", 65), ("", "the file is empty", 65), (nil, "no such file", 66),
    ])
  func unreadable(content: String?, reason: String, status: Int32) async throws {
    if let content { _ = try folder.write(content, to: "face.png") }
    let file = folder.url.appendingPathComponent("face.png").path
    #expect(try await enrol("s1/1.pgm").status == 0)
    for outcome in [
      try await enrol(path: file), try await run("match", file, "--master-key", "master.key"),
    ] {
      #expect(outcome.status == status && outcome.output.isEmpty)
      #expect(outcome.errorOutput.contains("face.png: ") && outcome.errorOutput.contains(reason))
    }
  }

  @Test("a consent that was given and is over makes nobody a member")
  func expiredConsent() async throws {
    let outcome = try await run(
      "enroll", Self.picture("s1/1.pgm"), "--master-key", "master.key", "--scope", "tills",
      "--text-version", "1", "--given", "2020-01-01", "--expires", "2021-01-01")
    #expect(outcome.status == 65)
    #expect(
      outcome.errorOutput.contains("the consent expired at 2021-01-01T00:00:00Z; allowed: one that holds"))
    #expect(try await run("list", "--master-key", "master.key").output.isEmpty)
  }

  @Test(
    "templates of another version of the model are refused with the command that enrols again, and nothing is lost"
  )
  func otherModel() async throws {
    let member = try await enrol("s1/1.pgm").output.trimmingCharacters(in: .newlines)
    let models = try modelsWithOtherFaces()
    let arguments = ["members", "match", Self.picture("s1/4.pgm"), "--master-key", "master.key"]
    let refused = try await BuiltProgram.run(
      arguments, environment: ["FOOTFALL_MODELS": models.path], in: folder.url)
    #expect(refused.status == 65 && refused.output.isEmpty)
    #expect(refused.errorOutput.contains("enrol again with footfall members enroll --id \(member)"))
    let matched = try await BuiltProgram.run(arguments, in: folder.url)
    #expect(matched.output.contains(member))
  }

  /// The same network in a file that is another: with a field at its end that says nothing.
  private func modelsWithOtherFaces() throws -> URL {
    let models = folder.url.appendingPathComponent("models")
    try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
    let (name, checksum) = (
      "face_recognition_sface_2021dec.onnx",
      "0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79"
    )
    for other in try FileManager.default.contentsOfDirectory(atPath: SharedData.models.path)
    where other != name && other != "manifest.json" {
      try FileManager.default.createSymbolicLink(
        at: models.appendingPathComponent(other),
        withDestinationURL: SharedData.models.appendingPathComponent(other))
    }
    let network = try Data(contentsOf: SharedData.models.appendingPathComponent(name)) + [0xa2, 0x01, 0x00]
    try network.write(to: models.appendingPathComponent(name))
    let manifest = try String(
      contentsOf: SharedData.models.appendingPathComponent("manifest.json"), encoding: .utf8)
    try manifest
      .replacingOccurrences(
        of: checksum, with: "292c76da13e223ff09499baf00f9f7547e326554c30356f1fbf1927084c46542"
      )
      .replacingOccurrences(of: "\(network.count - 3)", with: "\(network.count)")
      .write(to: models.appendingPathComponent("manifest.json"), atomically: true, encoding: .utf8)
    return models
  }

  @Test("a threshold keeps the false accepts within the rate, and too few pairs are refused")
  func threshold() async throws {
    let pairs = SharedData.root.appendingPathComponent("data/faces-orl/pairs.csv").path
    let root = SharedData.root.appendingPathComponent("data/faces-orl").path
    let outcome = try await BuiltProgram.run(
      [
        "members", "threshold", "--pairs", pairs, "--root", root, "--false-accept-rate", "0.0001",
      ], in: folder.url, limit: .seconds(180))
    #expect(outcome.status == 65)
    #expect(outcome.errorOutput.contains("has 900 pairs of different people; 10000 or more are needed"))
  }

  @Test("a master key that is missing, and books that are not there, are errors that say what to do")
  func missing() async throws {
    let noKey = try await run("list")
    #expect(noKey.status == 66 && noKey.errorOutput.contains("footfall members enroll begins the books"))
    let enrolled = try await run(
      "enroll", Self.picture("s1/1.pgm"), "--scope", "tills", "--text-version", "1", "--expires",
      Self.nextYear)
    #expect(enrolled.status == 69 && enrolled.errorOutput.contains("FOOTFALL_MEMBERS_KEY"))
    #expect(try await enrol("s1/1.pgm").status == 0)
    let absent = try await run("match", Self.picture("s1/4.pgm"), "--master-key", "absent.key")
    #expect(absent.status == 66 && absent.errorOutput.contains("absent.key: the master key cannot be read"))
    try writeKey("6b", to: "other.key")
    let other = try await run("match", Self.picture("s1/4.pgm"), "--master-key", "other.key")
    #expect(other.status == 69 && other.errorOutput.contains("cannot be opened with this master key"))
    #expect(other.output.isEmpty)
  }
}
