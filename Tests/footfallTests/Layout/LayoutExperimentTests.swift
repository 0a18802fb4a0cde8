import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall layout compare, plan-test and suggest, on a made-up store")
struct LayoutExperimentTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: [String]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(arguments, in: folder.url)
  }

  private func json(_ outcome: BuiltProgram.Outcome) throws -> [String: Any] {
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func checkSchema(_ outcome: BuiltProgram.Outcome, _ schema: String) throws {
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: outcome.output, schema: schema) == [])
    }
  }

  private static let note = "The store is simulated: nothing of it was seen."
  private static let periods = [
    "--before", "2026-03-02..2026-03-29", "--after", "2026-03-30..2026-04-26",
  ]

  private func simulate(_ more: [String] = []) async throws {
    let outcome = try await run(["simulate", "--days", "56", "--every", "0", "--out", "made-up"] + more)
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
  }

  @Test("what was planted is found, with a control as the reason, and alone not")
  func planted() async throws {
    try await simulate(["--change-zone", "zone-3", "--change-day", "28", "--change-factor", "1.6"])
    let base =
      ["layout", "compare", "--values", "made-up/simulated-days.csv", "--series", "zone-3"] + Self.periods
    let alone = try await run(base + ["--json"])
    let answer = try json(alone)
    #expect(answer["verdict"] as? String == "higher" && answer["causal"] as? Bool == false)
    #expect((answer["caveats"] as? [String])?.contains("noControl") == true)
    try checkSchema(alone, "footfall.layout-comparison-1")
    let controlled = try await run(base + ["--control", "zone-5", "--json", "--out", "results"])
    try checkSchema(controlled, "footfall.layout-comparison-1")
    #expect(try json(controlled)["verdict"] as? String == "higher")
    let file = folder.url.appendingPathComponent("results/comparison.json")
    #expect(try String(contentsOf: file, encoding: .utf8) == controlled.output)
    let text = try await run(base)
    #expect(text.output.hasPrefix("zone-3 is higher with the change; whether it is the reason is not known."))
    #expect(text.output.contains("all days as one") && text.output.contains(Self.note))
    #expect((answer["assumptions"] as? [String])?.contains(Self.note) == true)
  }

  @Test("where nothing changed the answer is that it may be chance")
  func nothing() async throws {
    try await simulate()
    let outcome = try await run(
      ["layout", "compare", "--values", "made-up/simulated-days.csv", "--series", "zone-1"] + Self.periods)
    #expect(outcome.output.hasPrefix("Inconclusive: the difference may be chance."))
    #expect(outcome.output.contains("could be found"))
  }

  @Test("the first look of many is too early to tell, and says so", arguments: ["14", "20"])
  func firstLook(looks: String) async throws {
    try await simulate()
    let outcome = try await run(
      ["layout", "compare", "--values", "made-up/simulated-days.csv", "--series", "zone-1"] + Self.periods
        + ["--looks", looks, "--look", "1", "--json"])
    #expect(try json(outcome)["verdict"] as? String == "inconclusive")
    try checkSchema(outcome, "footfall.layout-comparison-1")
  }

  @Test("the truth of a made-up store says that it is made up, and the same seed makes the same files")
  func simulation() async throws {
    for name in ["first", "second"] {
      let outcome = try await run([
        "simulate", "--days", "2", "--visitors", "30", "--change-zone", "zone-2", "--change-day", "1",
        "--out",
        name,
      ])
      #expect(outcome.status == 0, "\(outcome.errorOutput)")
    }
    let names = ["days.csv", "sales.csv", "scene.yaml", "tracks.csv", "truth.json"].map { "simulated-\($0)" }
    let first = folder.url.appendingPathComponent("first")
    #expect(try FileManager.default.contentsOfDirectory(atPath: first.path).sorted() == names)
    for name in names {
      let bytes = try Data(contentsOf: first.appendingPathComponent(name))
      #expect(try Data(contentsOf: folder.url.appendingPathComponent("second/\(name)")) == bytes)
    }
    let truth = try String(contentsOf: first.appendingPathComponent("simulated-truth.json"), encoding: .utf8)
    #expect(truth.contains("\"simulated\" : true"))
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: truth, schema: "footfall.simulation-1") == [])
    }
    let tracks = try String(contentsOf: first.appendingPathComponent("simulated-tracks.csv"), encoding: .utf8)
    #expect(tracks.hasPrefix("id,seconds,xMetres,yMetres,staff\nsim-1,32400.0,-1.00,4.50,1\n"))
  }

  @Test("a test is planned with the turns drawn by lot")
  func plan() async throws {
    try await simulate()
    let outcome = try await run([
      "layout", "plan-test", "--values", "made-up/simulated-days.csv", "--series", "zone-1", "--turns",
      "--effect", "0.15", "--looks", "3", "--schedule", "2026-05-04", "--weeks", "4", "--json", "--out",
      "results",
    ])
    let file = folder.url.appendingPathComponent("results/test-plan.json")
    #expect(try String(contentsOf: file, encoding: .utf8) == outcome.output)
    let plan = try json(outcome)
    try checkSchema(outcome, "footfall.layout-test-plan-1")
    #expect(plan["assumptions"] as? [String] == [Self.note])
    #expect((plan["schedule"] as? [Any])?.count == 28 && (plan["looks"] as? [Any])?.count == 3)
    let text = try await run([
      "layout", "plan-test", "--values", "made-up/simulated-days.csv", "--series", "zone-1",
    ])
    #expect(text.output.contains("of each layout find 10.0 % with probability 80.0 %."))
    #expect(text.output.contains(Self.note))
  }

  private static let suggestion = """
    version: 1
    zones:
      - {id: front, at: [0, 0], draw: 0.6}
      - {id: middle, at: [5, 0], draw: 0.5}
      - {id: back, at: [30, 0], draw: 0.2}
    scenes:
      - {id: breakfast, now: front}
      - {id: coffee, now: back}
      - {id: freezer, now: middle}
    affinities:
      - {between: [breakfast, coffee], weight: 2}
      - {between: [coffee, freezer], weight: 0.1}
    """

  @Test("scenes that belong together are placed together, with proof and without a promise")
  func suggest() async throws {
    _ = try folder.write(Self.suggestion, to: "suggestion.yaml")
    let outcome = try await run(["layout", "suggest", "suggestion.yaml", "--json"])
    let answer = try json(outcome)
    try checkSchema(outcome, "footfall.layout-suggestion-1")
    #expect(answer["proved"] as? Bool == true)
    let alternatives = try #require(answer["alternatives"] as? [[String: Any]])
    #expect(alternatives.count == 3)
    let best = try #require(alternatives.first?["placement"] as? [[String: Any]])
    let zones = Dictionary(
      uniqueKeysWithValues: best.map { ($0["scene"] as? String ?? "", $0["zone"] as? String ?? "") })
    // Coffee has something with both, so that it stands in the middle of the three.
    #expect(zones == ["breakfast": "front", "coffee": "middle", "freezer": "back"])
    let values = alternatives.compactMap { $0["value"] as? Double }
    #expect(values == values.sorted(by: >) && (answer["valueNow"] as? Double ?? .infinity) < values[0])
    let text = try await run(["layout", "suggest", "suggestion.yaml"])
    #expect(
      text.output.contains("It says nothing of sales.") && text.output.contains("What to measure next:"))
  }

  @Test("the most zones that may be are searched for as long as was said")
  func mostZones() async throws {
    let most = 60
    let zones = (0..<most).map {
      "  - {id: z\($0), at: [\($0 % 10 * 3), \($0 / 10 * 4)], draw: 0.\(10 + $0)}"
    }
    let pairs = (1..<most).map { "  - {between: [s\($0), s\(7919 % $0)], weight: \($0 % 5)}" }
    let scenes = (0..<most).map { "  - {id: s\($0), now: z\($0), value: \($0 % 4)}" }
    let lines = ["version: 1", "zones:"] + zones + ["scenes:"] + scenes + ["affinities:"] + pairs
    _ = try folder.write(lines.joined(separator: "\n"), to: "suggestion.yaml")
    let outcome = try await run(["layout", "suggest", "suggestion.yaml", "--time-limit", "1", "--json"])
    let answer = try json(outcome)
    #expect((answer["alternatives"] as? [Any])?.count == 3 && answer["proved"] as? Bool == false)
    let refused = try await run(["layout", "suggest", "suggestion.yaml", "--time-limit", "0"])
    #expect(refused.status == 64 && refused.errorOutput.contains("--time-limit is 0.0; allowed"))
  }

  /// What is added to a command, and what it is told.
  private static let refusedCommands: [([String], Int32, String)] = [
    (
      ["--series", "a", "--control", "a"], 64, "--control is 'a', which is --series; allowed: another series"
    ),
    (["--series", "c"], 64, "has no series 'c'"),
    (["--before", "2026-01-01..2026-01-10", "--after", "2026-01-10..2026-01-20"], 65, "the periods overlap"),
    (
      ["--before", "2026-01-01..2026-01-10", "--after", "2026-01-20..2026-01-20"], 65, "has values of 1 day;"
    ),
    (["--before", "2026-01-01..2026-01-10", "--after", "2026-01-12..2026-01-20"], 65, "geometry is 'moved'"),
    (
      ["--before", "2026-01-10..2026-01-01", "--after", "2026-01-12..2026-01-20"], 64,
      "allowed: a first day and a last one, as in 2026-01-05..2026-02-01"
    ),
    (["--declare-change", " "], 64, "--declare-change is empty"),
    (["--layouts", "old"], 64, "--layouts is 'old'; allowed: two different names"),
  ]

  @Test("comparisons that cannot be are refused in one line", arguments: refusedCommands)
  func refusals(arguments: [String], status: Int32, message: String) async throws {
    let rows = (1...20).flatMap { day in
      ["a", "b"].map { series in
        let date = "2026-01-\(day < 10 ? "0" : "")\(day)"
        return "\(date),\(series),\(day % 3),\(day > 15 && series == "a" ? "moved" : "v1")"
      }
    }
    _ = try folder.write("day,series,value,geometry\n" + rows.joined(separator: "\n"), to: "days.csv")
    var command = ["layout", "compare", "--values", "days.csv"]
    if !arguments.contains("--series") { command += ["--series", "a"] }
    if !arguments.contains("--before"), !arguments.contains("--layouts") {
      command += ["--before", "2026-01-01..2026-01-07", "--after", "2026-01-08..2026-01-14"]
    }
    let outcome = try await run(command + arguments)
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.contains(message), "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }

  @Test("a layout that changes within a period, or in the past of a plan, is refused")
  func changedWithin() async throws {
    let rows = (1...28).map { day in
      "2026-02-\(day < 10 ? "0" : "")\(day),\(day % 3),\(day < 11 ? "old" : day < 25 ? "new" : "newer")"
    }
    _ = try folder.write("day,value,layout\n" + rows.joined(separator: "\n"), to: "mixed.csv")
    let compare = try await run([
      "layout", "compare", "--values", "mixed.csv", "--before", "2026-02-01..2026-02-14", "--after",
      "2026-02-15..2026-02-24",
    ])
    #expect(compare.status == 65 && compare.output.isEmpty)
    #expect(
      compare.errorOutput
        == "footfall: cannot compare mixed.csv: layout is 'new' in line 12 and 'old' in line 2; "
        + "allowed: one layout within a period; --layouts compares those that stood in turns\n")
    let sound = try await run([
      "layout", "compare", "--values", "mixed.csv", "--before", "2026-02-01..2026-02-10", "--after",
      "2026-02-11..2026-02-24",
    ])
    #expect(sound.status == 0 && !sound.output.contains("simulated"), "\(sound.errorOutput)")
    let plan = try await run(["layout", "plan-test", "--values", "mixed.csv"])
    #expect(plan.status == 65 && plan.errorOutput.contains("layout is 'new' in line 12"))
  }

  @Test("from days that never vary nothing can be planned, which is said")
  func constantDays() async throws {
    let rows = (1...20).map { "2026-02-\($0 < 10 ? "0" : "")\($0),5" }
    _ = try folder.write("day,value\n" + rows.joined(separator: "\n"), to: "same.csv")
    let outcome = try await run(["layout", "plan-test", "--values", "same.csv"])
    #expect(outcome.status == 0 && outcome.output.hasPrefix("No answer: days never vary"))
    let text = try await run(["layout", "plan-test", "--values", "same.csv", "--json"])
    try checkSchema(text, "footfall.layout-test-plan-1")
    #expect(try json(text)["weeksNeeded"] == nil)
  }

  /// What is replaced in the suggestion, by what, and what it is told.
  private static let badSuggestions: [(String, String, String)] = [
    ("  - {id: back, at: [30, 0], draw: 0.2}\n", "", "now is 'back'"),
    ("now: back", "forbidden: [front, middle, back]", "coffee may stand in no zone alone"),
    ("now: middle", "fixed: back", "stands in zone 'back' already"),
    ("[breakfast, coffee]", "[breakfast, breakfast]", "two names, each pair once"),
    ("weight: 2", "weight: -2", "weight is '-2'; allowed: 0 to 1000"),
    (", at: [5, 0]", "", "a zone has no key 'at', and there are no exposures"),
  ]

  @Test("suggestions that cannot be are refused in one line", arguments: badSuggestions)
  func badSuggestion(old: String, new: String, message: String) async throws {
    _ = try folder.write(Self.suggestion.replacing(old, with: new), to: "suggestion.yaml")
    let outcome = try await run(["layout", "suggest", "suggestion.yaml"])
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.errorOutput.contains(message), "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }

  @Test("more scenes than zones are refused")
  func crowd() async throws {
    let text = Self.suggestion.replacing("  - {id: back, at: [30, 0], draw: 0.2}\n", with: "")
      .replacing(", now: back", with: "")
    _ = try folder.write(text, to: "suggestion.yaml")
    let outcome = try await run(["layout", "suggest", "suggestion.yaml"])
    #expect(outcome.status == 65)
    #expect(outcome.errorOutput.contains("there are 3 scenes and 2 zones"), "\(outcome.errorOutput)")
  }

  /// Lines of a file of values, and what is told of them.
  private static let badValues: [(String, String)] = [
    ("day,count\n", "days.csv:1: the header lacks day, or value"),
    ("day,weather\n", "days.csv:1: column 2 is 'weather'"),
    ("day,value\n2026-02-30,4\n", "days.csv:2: day is '2026-02-30'"),
    ("day,value\n2026-02-03,many\n", "days.csv:2: value is 'many'"),
    ("day,value\n2026-02-03\n", "days.csv:2: the row has 1 cells"),
    ("day,value\n2026-02-03,1\n2026-02-03,2\n", "days.csv:3: 2026-02-03 is given twice, first in line 2"),
    ("day,count,of\n2026-02-03,5,4\n", "days.csv:2: count is 5 of 4"),
    ("day,value,simulated\n2026-02-03,5,maybe\n", "days.csv:2: simulated is 'maybe'; allowed: 1, 0,"),
    ("", "days.csv:1: the file is empty"),
  ]

  @Test("values that are none are refused with their line", arguments: badValues)
  func badValue(text: String, message: String) async throws {
    _ = try folder.write(text, to: "days.csv")
    let outcome = try await run(["layout", "compare", "--values", "days.csv"] + Self.periods)
    #expect(outcome.status == 65 && outcome.errorOutput.contains(message), "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }
}
