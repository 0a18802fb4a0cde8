import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall staff learn")
struct StaffLearnTests {
  private let place: AnalyzeWorkplace

  init() throws {
    place = try AnalyzeWorkplace()
    try place.write(ColourFilm.film(), to: "film.y4m")
    try place.write(Data(ColourFilm.detections.utf8), to: "people.txt")
    try place.write(Data(ColourFilm.scene.utf8), to: "scene.yaml")
  }

  /// A file of marks on people in rows at moments.
  private func marks(_ marks: [(row: Int, seconds: Double)]) -> String {
    "version: 1\nstaff:\n"
      + marks.map { mark in
        let at = ColourFilm.position(of: mark.row, at: mark.seconds)
        return "  - {camera: door, seconds: \(mark.seconds), at: [\(at.x), \(at.y)]}\n"
      }.joined()
  }

  private func learn(_ marks: String, _ words: String..., scene: String = "scene.yaml") async throws
    -> BuiltProgram.Outcome
  {
    try place.write(Data(marks.utf8), to: "marks.yaml")
    return try await place.run(
      [
        "staff", "learn", "film.y4m", "--scene", scene, "--marks", "marks.yaml", "--out", "uniforms.json",
        "--detections", "people.txt",
      ] + words)
  }

  private func analyze(scene: String) async throws -> [String: Any] {
    try place.write(Data(scene.utf8), to: "uniformed.yaml")
    try await place.analyze(changing: ["--scene": "uniformed.yaml", "--db": "store.db"])
    let report = try JSONSerialization.jsonObject(with: try place.bytes("out/report.json"))
    return try #require(((report as? [String: Any])?["cameras"] as? [[String: Any]])?.first)
  }

  @Test("Who wears what a marked person wears is left out of traffic, visits and recomputed counts")
  func endToEnd() async throws {
    // Of two in uniform one is marked.
    let outcome = try await learn(marks([(0, 3), (0, 15)]))
    #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.errorOutput)")
    #expect(
      outcome.output == """
        door: the uniform fits 1 of 1 marked and 1 of 6 others: staff whom nobody marked, or customers who dress like \
        them

        """)
    let text = try place.text("uniforms.json")
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: text, schema: "footfall.staff-uniforms-1") == [])
      #expect(
        try !SchemaValidator.faults(
          of: text.replacing("\"upper\"", with: "\"picture\""), schema: "footfall.staff-uniforms-1"
        ).isEmpty)
    }
    let zone = "    zones: [{id: floor, polygon: [[0, 0], [319, 0], [319, 239], [0, 239]]}]\n"
    let camera = try await analyze(
      scene: ColourFilm.scene.replacing("cameras:", with: "staffUniforms: uniforms.json\ncameras:") + zone)
    let line = try #require((camera["lines"] as? [[String: Any]])?.first)
    let traffic = try #require(line["traffic"] as? [String: Any])
    #expect(camera["people"] as? Int == 7 && camera["staff"] as? Int == 2)
    #expect(camera["staffInUniform"] as? Int == 2)
    #expect(line["in"] as? Int == 7 && traffic["in"] as? Int == 5 && traffic["excludedStaff"] as? Int == 2)
    #expect(try await staffVisits() == [true, false, false, true, false, false, false])
    // The track log has no colours; who wore the uniform is remembered.
    try place.write(
      Data((try place.text("uniformed.yaml") + "thresholds: {bounceSeconds: 5}\n").utf8), to: "new.yaml")
    let recomputed = try await place.run(["recompute", "--db", "store.db", "--scene", "new.yaml"])
    #expect(recomputed.status == 0, "\(recomputed.errorOutput)")
    #expect(try await staffVisits() == [true, false, false, true, false, false, false])
    let feed = try await place.run(["export", "traffic", "--db", "store.db", "--interval", "1h"])
    #expect(feed.output.contains("\"trafficIn\": 5"), "\(feed.output)")
  }

  /// Whether each visit, in the order of tracks, is one of staff.
  private func staffVisits() async throws -> [Bool] {
    struct Feed: Decodable {
      struct Visit: Decodable {
        var track: Int
        var staff: Bool
      }
      var visits: [Visit]
    }
    let outcome = try await place.run(["export", "visits", "--db", "store.db"])
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.visits-1") == [])
    }
    return try JSONDecoder().decode(Feed.self, from: Data(outcome.output.utf8)).visits
      .sorted { $0.track < $1.track }.map(\.staff)
  }

  @Test("Without a uniform the report says that nobody asked")
  func withoutUniform() async throws {
    let camera = try await analyze(scene: ColourFilm.scene)
    #expect(camera["staffInUniform"] is NSNull && camera["staff"] as? Int == 0)
  }

  @Test("Marks that teach nothing are refused where they stand")
  func refusals() async throws {
    func check(_ marks: String, status: Int32 = 65, _ parts: [String]) async throws {
      let outcome = try await learn(marks)
      outcome.expectRefusal(status, parts)
      #expect(!place.exists("uniforms.json"))
    }
    try await check(
      "version: 1\nstaff:\n  - {seconds: 3, at: [5, 235]}\n", ["marks.yaml:3:5", "nobody", "in view: 7"])
    try await check(
      "version: 1\nstaff:\n  - {seconds: 30, at: [5, 5]}\n", ["marks.yaml:3:5", "later than", "ends"])
    try await check("version: 1\nstaff: []\n", ["marks.yaml:2:8", "empty list", "at least one"])
    try await check(
      "version: 1\nstaff: [{seconds: -1, at: [5, 5]}]\n", ["marks.yaml:2:", "seconds is '-1'", "0 or more"])
    try await check(
      "version: 1\nstaff: [{second: 1}]\n", ["marks.yaml:2:", "'second'", "did you mean 'seconds'"])
    try await check(
      "version: 1\nstaff: [{camera: till, seconds: 1, at: [5, 5]}]\n", ["marks.yaml:2:", "'till'", "door"])
    try await check("version: 2\nstaff: []\n", ["marks.yaml:1:10", "version is '2'", "allowed: 1"])
  }

  @Test("Clothes that everybody wears are refused with the share of those who wear them")
  func everybody() async throws {
    let people = ColourFilm.people.indices.map { $0 < 4 ? ColourFilm.staff : ColourFilm.people[$0] }
    try place.write(ColourFilm.film(of: people), to: "film.y4m")
    let outcome = try await learn(marks([(1, 5)]))
    outcome.expectRefusal(
      65, ["marks.yaml: camera 'door'", "fits 57 % of all people seen, 4 of 7", "up to 50 %"])
    #expect(!place.exists("uniforms.json"))
  }

  @Test("Files of uniforms that cannot be are refused by analyze")
  func brokenUniforms() async throws {
    func check(_ text: String, status: Int32 = 65, _ parts: [String]) async throws {
      try place.write(Data(text.utf8), to: "uniforms.json")
      let scene = ColourFilm.scene.replacing("cameras:", with: "staffUniforms: uniforms.json\ncameras:")
      try place.write(Data(scene.utf8), to: "scene.yaml")
      let outcome = try await place.run(AnalyzeWorkplace.arguments())
      outcome.expectRefusal(status, parts)
      #expect(!place.exists("out"))
    }
    func file(camera: String = "door", upper: Int = 16, least: Double = 0.7) -> String {
      let shares = { (count: Int) in "[\((0..<count).map { _ in "15" }.joined(separator: ","))]" }
      return """
        {"schema": "footfall.staff-uniforms/1", "generator": {"name": "footfall", "version": "1"}, "uniforms": [
        {"camera": "\(camera)", "upper": \(shares(upper)), "lower": \(shares(16)), "leastSimilarity": \(least),
        "learnedFrom": {"staff": 1, "others": 3, "othersAlike": 0}}]}
        """
    }
    try await check("hello", ["uniforms.json", "is not JSON", "footfall.staff-uniforms/1"])
    try await check(file(upper: 15), ["uniforms.json: /uniforms/0/upper has 15 shares", "allowed: 16"])
    try await check(file(least: 1.5), ["/uniforms/0/leastSimilarity is 1.5", "up to 1"])
    try await check(
      file(camera: "till"), ["scene.yaml:3:16", "no camera of this scene", "till", "cameras: door"])
    try await check(
      file().replacing("uniforms/1", with: "uniforms/2"), ["/schema is 'footfall.staff-uniforms/2'"])
    try FileManager.default.removeItem(at: place.folder.url.appendingPathComponent("uniforms.json"))
    let outcome = try await place.run(AnalyzeWorkplace.arguments())
    outcome.expectRefusal(66, ["uniforms.json", "no such file"])
  }
}
