import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall simulate: a database and a film of a made-up store")
struct SimulateTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: [String]) async throws -> BuiltProgram.Outcome {
    let outcome = try await BuiltProgram.run(arguments, in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    return outcome
  }

  private func layout(_ name: String) throws -> ReadLayout {
    try ReadLayout(folder: folder.url.appendingPathComponent(name))
  }

  private struct Truth: Decodable {
    struct Counts: Decodable {
      var visitors: Int
      var visitorsOfZone: [Int]
    }

    struct Clip: Decodable {
      var entries: Int
      var exits: Int
      var visitsOfZone: [Int]
    }

    var counts: Counts
    var clip: Clip?
  }

  private func truth() throws -> Truth {
    let file = folder.url.appendingPathComponent("made-up/simulated-truth.json")
    return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: file))
  }

  @Test("A change after the last day is refused")
  func lateChange() async throws {
    let outcome = try await BuiltProgram.run(
      ["simulate", "--days", "5", "--change-zone", "zone-1", "--out", "late"], in: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.errorOutput.contains("--change-day is 7; allowed: 0 to 4"))
  }

  @Test("The database tells what the tracks tell, and every answer says that it is simulated")
  func database() async throws {
    _ = try await run(["simulate", "--days", "15", "--visitors", "120", "--db", "--out", "made-up"])
    let scene = ["--scene", "made-up/simulated-scene.yaml"]
    let report = try await run(
      ["layout", "report", "--db", "made-up/simulated.db"] + scene + ["--out", "stored"])
    #expect(report.errorOutput.contains("the store simulated is simulated"))
    _ = try await run(
      ["layout", "report", "--tracks", "made-up/simulated-tracks.csv", "--start", "2026-03-02"] + scene
        + ["--out", "tracked"])
    let (stored, tracked, truth) = try (layout("stored"), layout("tracked"), truth())
    #expect(stored.trips == truth.counts.visitors && tracked.trips == truth.counts.visitors)
    #expect(stored.zones.map(\.visitors) == truth.counts.visitorsOfZone)
    #expect(tracked.zones.map(\.visitors) == truth.counts.visitorsOfZone)
    #expect(stored.warnings.first == "the store is simulated: nobody in it is real")
    let page = try String(
      contentsOf: folder.url.appendingPathComponent("stored/layout.zh.html"), encoding: .utf8)
    #expect(page.contains("该门店为模拟生成") && page.contains("<h1>simulated</h1>"))
    let comparison = try await run(
      ["layout", "compare", "--db", "made-up/simulated.db"] + scene
        + [
          "--series", "zone-1", "--before", "2026-03-02..2026-03-08", "--after", "2026-03-09..2026-03-16",
          "--out",
          "compared",
        ])
    #expect(comparison.output.contains("The store is simulated"))
    try await compared(scene)
    let traffic = try await run(["export", "traffic", "--db", "made-up/simulated.db", "--interval", "1d"])
    #expect(traffic.output.contains("\"simulated\"") && traffic.errorOutput.contains("simulated"))
    try await suggested(scene)
  }

  /// Tracks are compared, and planned from, as the values by day that they make.
  private func compared(_ scene: [String]) async throws {
    let sources = [
      ["--values", "made-up/simulated-days.csv"],
      ["--tracks", "made-up/simulated-tracks.csv", "--start", "2026-03-02"] + scene,
    ]
    let asked = [
      ["compare", "--before", "2026-03-02..2026-03-08", "--after", "2026-03-09..2026-03-16"], ["plan-test"],
    ]
    for command in asked {
      var answers: [String] = []
      for source in sources {
        answers.append(
          try await run(["layout"] + command + source + ["--series", "zone-1", "--json"]).output)
      }
      #expect(!answers[0].isEmpty && answers[0] == answers[1])
    }
  }

  /// Placements from the same database, and the page with both.
  private func suggested(_ scene: [String]) async throws {
    let suggestion = try await run(
      ["layout", "suggest", "--db", "made-up/simulated.db"] + scene
        + ["--pos", "made-up/simulated-sales.csv", "--fixed", "zone-2", "--out", "suggested", "--json"])
    #expect(suggestion.output.contains("The store is simulated"))
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: suggestion.output, schema: "footfall.layout-suggestion-1") == [])
    }
    _ = try await run(
      ["layout", "report", "--db", "made-up/simulated.db"] + scene
        + [
          "--comparison", "compared/comparison.json", "--suggestion", "suggested/suggestion.json", "--out",
          "all",
        ])
    let page = try String(contentsOf: folder.url.appendingPathComponent("all/layout.html"), encoding: .utf8)
    #expect(page.contains("class=\"forest\"") && page.contains("First suggestion"))
  }

  @Test("A film is counted as it was made, with its people given")
  func film() async throws {
    _ = try await run([
      "simulate", "--days", "1", "--visitors", "3000", "--clip", "120", "--every", "0", "--out", "made-up",
    ])
    _ = try await run([
      "analyze", "made-up/simulated-clip.avi", "--scene", "made-up/simulated-scene.yaml", "--detections",
      "made-up/simulated-clip-boxes.txt", "--out", "counted",
    ])
    struct Report: Decodable {
      struct Line: Decodable {
        var `in`: Int
        var out: Int
      }

      struct Visit: Decodable { var track: Int }
      struct Zone: Decodable { var visits: [Visit] }
      struct Camera: Decodable {
        var frames: Int
        var lines: [Line]
        var zones: [Zone]
      }

      var cameras: [Camera]
    }
    let file = folder.url.appendingPathComponent("counted/report.json")
    let camera = try #require(JSONDecoder().decode(Report.self, from: Data(contentsOf: file)).cameras.first)
    let clip = try #require(try truth().clip)
    #expect(camera.frames == 1200 && clip.visitsOfZone.reduce(0, +) > 10)
    #expect(camera.lines.map(\.in) == [clip.entries] && camera.lines.map(\.out) == [clip.exits])
    #expect(camera.zones.map(\.visits.count) == clip.visitsOfZone)
  }

  @Test(
    "Stores that cannot be made up are a mistake of usage",
    arguments: [
      (["--cameras", "4"], "--cameras is 4; allowed: 1 to 3"),
      (["--clip", "0"], "--clip is 0; allowed: 1 to 600"),
    ])
  func usage(arguments: [String], message: String) async throws {
    let outcome = try await BuiltProgram.run(["simulate", "--out", "made-up"] + arguments, in: folder.url)
    #expect(outcome.status == 64 && outcome.errorOutput.contains(message), "\(outcome.errorOutput)")
  }
}
