import FootfallTestSupport
import Foundation
import Testing

@Suite("export")
struct ExportCommandTests {
  let fixture: ExportFixture

  init() throws { fixture = try ExportFixture.shared.get() }

  private func export(_ arguments: [String]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(["export", arguments[0], "--db", fixture.path] + arguments.dropFirst())
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("The hour that comes twice is there twice, with different offsets")
  func repeatedHour() async throws {
    let outcome = try await export(["traffic", "--interval", "1h", "--camera", "door"])
    #expect(outcome.status == 0)
    #expect(outcome.errorOutput.isEmpty)
    let document = try object(outcome.output)
    #expect(document["schema"] as? String == "footfall.traffic/1")
    #expect(document["intervalMinutes"] as? Int == 60)
    let series = try #require(document["series"] as? [[String: Any]])
    #expect(
      series.map { $0["start"] as? String } == [
        "2026-10-25T01:00:00.000+01:00", "2026-10-25T01:00:00.000+00:00", "2026-10-25T02:00:00.000+00:00",
      ])
    #expect(series.map { $0["trafficIn"] as? Int } == [60, 60, nil])
    #expect(series.map { $0["coverage"] as? Double } == [1, 1, 0])
    #expect(series[2]["trafficIn"] is NSNull)
  }

  @Test(
    "Any interval is exact, and its counts add up to the same total",
    arguments: ["1m", "4m", "15m", "1h", "8h", "1d"])
  func anyInterval(length: String) async throws {
    let outcome = try await export([
      "traffic", "--interval", length, "--from", "2026-10-24", "--to", "2026-10-27",
    ])
    let series = try #require(try object(outcome.output)["series"] as? [[String: Any]])
    #expect(series.compactMap { $0["trafficIn"] as? Int }.reduce(0, +) == 120)
    #expect(series.first?["start"] as? String == "2026-10-24T00:00:00.000+01:00")
    #expect(series.last?["end"] as? String == "2026-10-27T00:00:00.000+00:00")
  }

  @Test("Times are local without an offset and absolute with one")
  func times() async throws {
    for (from, to) in [
      ("2026-10-25T01:10", "2026-10-25T01:20"), ("2026-10-25T00:10:00Z", "2026-10-25T02:20:00+02:00"),
    ] {
      let outcome = try await export(["events", "--from", from, "--to", to])
      let events = try #require(try object(outcome.output)["events"] as? [[String: Any]])
      #expect(events.count == 10)
      #expect(events.first?["time"] as? String == "2026-10-25T01:10:30.000+01:00")
    }
  }

  @Test("Traffic as CSV is this text")
  func trafficCSV() async throws {
    let outcome = try await export(["traffic", "--interval", "8h", "--format", "csv"])
    #expect(
      outcome.output.split(separator: "\r\n").map(String.init) == [
        "start,end,camera,coverage,trafficIn,trafficOut,passersby,captureRate,occupancyMean,occupancyMax,turnInRatio,"
          + "entriesPerHour",
        "2026-10-25T00:00:00.000+01:00,2026-10-25T08:00:00.000+00:00,door,0.2222,120,0,,,0.5000,1,,60.0000",
        "2026-10-25T00:00:00.000+01:00,2026-10-25T08:00:00.000+00:00,till,0.2222,,,,,0.5000,1,,",
      ])
  }

  private func scene(_ hours: String, store: String = "high-street") throws -> String {
    let text = "version: 1\ntimezone: Europe/London\nstore: \(store)\n\(hours)\ncameras: [{id: door}]\n"
    return try fixture.folder.write(text, to: "\(UUID().uuidString).yaml").path
  }

  @Test("With opening hours, cameras with an entrance show the people in the store")
  func storeOccupancy() async throws {
    // From the opening on one comes in each minute, and nobody leaves.
    let outcome = try await export([
      "traffic", "--interval", "1h", "--scene", try scene("hours: 01:00-05:00"),
    ])
    #expect(outcome.status == 0)
    let series = try #require(try object(outcome.output)["series"] as? [[String: Any]])
    let door = series.filter { $0["camera"] as? String == "door" }
    let till = series.filter { $0["camera"] as? String == "till" }
    #expect(abs(try #require(door[1]["occupancyMax"] as? Int) - 120) <= 3)
    #expect(abs(try #require(door[0]["occupancyMean"] as? Double) - 30.5) < 2)
    #expect(door[2]["occupancyMean"] is NSNull)
    #expect(till[0]["occupancyMean"] as? Double == 0.5)
    let one = try await export([
      "traffic", "--interval", "1h", "--camera", "door", "--from", "2026-10-25T01:00:00Z", "--scene",
      try scene("hours: 01:00-05:00"),
    ])
    // The recording begins after the store opened: nobody knows who was inside by then.
    let unknown = try await export([
      "traffic", "--interval", "1h", "--scene", try scene("hours: 00:30-05:00"),
    ])
    let rows = try #require(try object(unknown.output)["series"] as? [[String: Any]])
    for row in rows { #expect(row["camera"] as? String == "till" || row["occupancyMean"] is NSNull) }
    // What came before the time wanted counts as well.
    let later = try #require(try object(one.output)["series"] as? [[String: Any]])
    #expect(later.first?["occupancyMax"] as? Int == door[1]["occupancyMax"] as? Int)
  }

  @Test("A scene without hours, or of another store, is refused")
  func refusedScenes() async throws {
    let silent = try await export(["traffic", "--scene", try scene("units: pixels")])
    #expect(silent.status == 65 && silent.errorOutput.contains("has no key 'hours'"))
    let foreign = try await export(["traffic", "--scene", try scene("hours: 09:00-20:00", store: "other")])
    #expect(foreign.status == 65 && foreign.errorOutput.contains("store is 'other'; exported is high-street"))
  }

  @Test("Visits and events as CSV have a header and the rows")
  func otherCSV() async throws {
    let visits = try await export(["visits", "--format", "csv", "--camera", "till"])
    #expect(
      visits.output == """
        camera,zone,track,enter,exit,dwellSeconds,insideSeconds,end,censored,staff\r
        till,table,1,2026-10-25T01:00:40.000+01:00,2026-10-25T01:00:50.000+01:00,10.000,9.500,exited,false,false\r

        """)
    let events = try await export(["events", "--format", "csv", "--camera", "till"])
    let rows = events.output.split(separator: "\r\n").map(String.init)
    #expect(rows[0] == "id,type,camera,time,mediaSeconds,frame,track,line,direction,zone,dwellSeconds,end")
    #expect(rows[1].hasSuffix(",zoneEnter,till,2026-10-25T01:00:40.000+01:00,40.000,401,1,,,table,,"))
    #expect(
      rows[2].hasSuffix(",zoneExit,till,2026-10-25T01:00:50.000+01:00,50.000,500,1,,,table,10.000,exited"))
  }

  @Test(
    "Output follows the published schemas", .enabled(if: SchemaValidator.isAvailable),
    arguments: ["traffic", "visits", "events"])
  func schemas(feed: String) async throws {
    let outcome = try await export([feed])
    let faults = try SchemaValidator.faults(of: outcome.output, schema: "footfall.\(feed)-1")
    #expect(faults == [])
    // The validator does look: an unknown key is a fault.
    let spoilt = outcome.output.replacingOccurrences(of: "\"timeZone\"", with: "\"zone\"")
    #expect(try !SchemaValidator.faults(of: spoilt, schema: "footfall.\(feed)-1").isEmpty)
  }

  @Test("A file is written whole, with the same bytes as standard output")
  func file() async throws {
    let out = fixture.folder.url.appendingPathComponent("feeds/traffic.json")
    let toFile = try await export(["traffic", "--out", out.path])
    #expect(toFile.status == 0)
    #expect(toFile.output.isEmpty)
    let printed = try await export(["traffic"])
    #expect(try String(contentsOf: out, encoding: .utf8) == printed.output)
  }

  @Test("A link stays, and what is behind it is written")
  func link() async throws {
    let folder = try TemporaryFolder()
    let target = try folder.write("old", to: "visits.json")
    let link = folder.url.appendingPathComponent("latest.json").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "visits.json")
    #expect(try await export(["visits", "--out", link]).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "visits.json")
    let printed = try await export(["visits"])
    #expect(try String(contentsOf: target, encoding: .utf8) == printed.output)
  }

  @Test("A link to standard output is standard output")
  func linkToStandardOutput() async throws {
    let folder = try TemporaryFolder()
    let link = folder.url.appendingPathComponent("out").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/stdout")
    let linked = try await export(["visits", "--out", link])
    let printed = try await export(["visits"])
    #expect(linked.status == 0 && linked.output == printed.output)
  }

  @Test("A time before the first recording is an empty feed", arguments: ["traffic", "visits", "events"])
  func beforeTheFirstRecording(feed: String) async throws {
    let outcome = try await export([feed, "--to", "2026-10-01"])
    #expect(outcome.status == 0)
    let rows = try object(outcome.output)[feed == "traffic" ? "series" : feed] as? [Any]
    #expect(rows?.isEmpty == true)
  }

  @Test("Exporting changes nothing")
  func readOnly() async throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    let folder = try TemporaryFolder()
    let copy = folder.url.appendingPathComponent("copy.db")
    try before.write(to: copy)
    let outcome = try await BuiltProgram.run(["export", "visits", "--db", copy.path])
    #expect(outcome.status == 0)
    #expect(try Data(contentsOf: copy) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["copy.db"])
  }

  @Test(
    "Mistakes are one line and the right exit status",
    arguments: [
      (["traffic", "--interval", "7m"], 64, "divide a day"),
      (["traffic", "--interval", "90s"], 64, "--interval is 90s"),
      (["traffic", "--from", "yesterday"], 64, "--from is yesterday"),
      (
        ["traffic", "--from", "2026-10-26", "--to", "2026-10-25"], 64, "--to is 2026-10-25 and before --from"
      ),
      (["traffic", "--from", "1900-01-01", "--interval", "1m"], 64, "--from and --to"),
      (["visits", "--camera", "window"], 64, "has door, till"),
      (["events", "--store", "elsewhere"], 64, "high-street"),
      (["events", "--format", "xml"], 64, "json"),
      (["events", "--out", "/proc/nowhere/events.json"], 74, "/proc/nowhere"),
      (["events", "--out", "/dev/full"], 74, "cannot write to /dev/full: no space left on device"),
      (["events", "--out", "/"], 74, "cannot write to /: is a directory"),
    ])
  func mistakes(arguments: [String], status: Int, words: String) async throws {
    let outcome = try await export(arguments)
    #expect(outcome.status == Int32(status))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorOutput.contains(words))
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }

  @Test("Databases that are none are refused with the right exit status")
  func databases() async throws {
    let missing = try await BuiltProgram.run(["export", "visits", "--db", "nowhere.db"])
    #expect(missing.status == 66)
    #expect(missing.errorOutput == "footfall: cannot open nowhere.db: no such file\n")
    let text = try fixture.folder.write("text", to: "notes.txt").path
    let unrelated = try await BuiltProgram.run(["export", "visits", "--db", text])
    #expect(unrelated.status == 65)
    #expect(unrelated.errorOutput.hasPrefix("footfall: cannot open \(text): it is no SQLite database"))
  }
}
