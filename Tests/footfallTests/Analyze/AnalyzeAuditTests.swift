import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall analyze --audit")
struct AnalyzeAuditTests {
  private let place: AnalyzeWorkplace

  init() throws { place = try AnalyzeWorkplace() }

  private func audit(schema: String = "footfall.count-audit/1", _ places: String) throws {
    try place.write(Data(#"{"schema": "\#(schema)", "places": [\#(places)]}"#.utf8), to: "audit.json")
  }

  private func tally(
    _ direction: String, camera: String = "door", line: String = "entrance", truth: Int = 60,
    matches: Int = 60
  ) -> String {
    #"{"camera": "\#(camera)", "line": "\#(line)", "direction": "\#(direction)", "truth": \#(truth), "#
      + #""counted": 60, "matches": \#(matches)}"#
  }

  @Test("puts an interval around each count of an audited line and direction, and around no other")
  func intervals() async throws {
    try audit(tally("in", truth: 80) + "," + tally("in", camera: "elsewhere"))
    try await place.analyze(changing: ["--audit": "audit.json", "--interval": "1s"])
    let object = try JSONSerialization.jsonObject(with: try place.bytes("out/report.json"))
    let cameras = try #require((object as? [String: Any])?["cameras"] as? [[String: Any]])
    let series = try #require(cameras[0]["series"] as? [[String: Any]])
    let lines = series.compactMap { ($0["lines"] as? [String: Any])?["entrance"] as? [String: Any] }
    let line = try #require(lines.first { $0["in"] as? Int == 1 })
    let intervals = try #require(line["interval"] as? [String: [String: Double]])
    #expect(intervals.keys.sorted() == ["in"])
    // scipy 1.17.1: betabinom(1, 60.5, 0.5) and, besides what it finds, betanbinom(found + 1, 60.5, 20.5).
    #expect(intervals["in"] == ["low": 1, "high": 4, "level": 0.9])
    if SchemaValidator.isAvailable {
      #expect(
        try SchemaValidator.faults(of: place.text("out/report.json"), schema: "footfall.report-1").isEmpty)
    }
  }

  @Test(
    "an audit that cannot be used is one line and its status, and nothing is written",
    arguments: [
      ("another schema", "footfall.report/1", "", "audit.json: /schema is 'footfall.report/1'; allowed: "),
      ("no line of the scene", "footfall.count-audit/1", "line", "the scene has: door entrance"),
      (
        "more matches than counts", "footfall.count-audit/1", "matches", "/places/0 has 61 matches of 61 true"
      ),
      ("a place twice", "footfall.count-audit/1", "twice", "/places/1 has"),
    ])
  func refusals(label: String, schema: String, fault: String, message: String) async throws {
    let places = [
      "line": tally("in", line: "exit"), "matches": tally("in", truth: 61, matches: 61),
      "twice": tally("in") + "," + tally("in"),
    ]
    try audit(schema: schema, places[fault] ?? "")
    let outcome = try await place.run(AnalyzeWorkplace.arguments(changing: ["--audit": "audit.json"]))
    outcome.expectRefusal(65, [message])
    #expect(place.names().isEmpty, "\(label)")
  }

  @Test("an audit that is not there or no JSON is refused")
  func unreadable() async throws {
    let absent = try await place.run(AnalyzeWorkplace.arguments(changing: ["--audit": "absent.json"]))
    absent.expectRefusal(66, ["cannot open absent.json"])
    try place.write(Data("[]".utf8), to: "audit.json")
    let empty = try await place.run(AnalyzeWorkplace.arguments(changing: ["--audit": "audit.json"]))
    empty.expectRefusal(65, ["audit.json: the content is no footfall.count-audit/1"])
  }
}
