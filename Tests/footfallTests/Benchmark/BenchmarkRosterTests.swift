import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall benchmark nrp")
struct BenchmarkRosterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private struct Result: Decodable {
    let objective: Int
    let bound: Double
    let gap: Double
    let status: String
    let seconds: Double
  }

  private func run(_ arguments: String..., environment: [String: String] = [:]) async throws
    -> BuiltProgram.Outcome
  {
    try await BuiltProgram.run(
      ["benchmark", "nrp"] + arguments, environment: environment, in: folder.url, limit: .seconds(120))
  }

  /// Checks that the roster in the file keeps every rule and costs what was printed.
  private func check(_ file: String, _ result: Result, _ instance: WholeDayInstance) throws {
    let text = try String(contentsOf: folder.url.appendingPathComponent(file), encoding: .utf8)
    let ids = Dictionary(uniqueKeysWithValues: zip(instance.shifts.map(\.id), instance.shifts.indices))
    let rows = text.split(separator: "\n").map { $0.split(separator: " ").map { ids[String($0)] } }
    let roster = WholeDayRoster(shifts: rows)
    #expect(roster.text(for: instance) == text)
    #expect(roster.violations(of: instance).isEmpty)
    #expect(roster.objective(for: instance) == result.objective)
  }

  @Test(
    "proves the published optimum of the small public instances",
    .enabled(if: SharedData.isPresent("data/nrp/Instance1.txt")),
    arguments: [("Instance1.txt", 607), ("Instance2.txt", 828)])
  func published(file: String, optimum: Int) async throws {
    let path = SharedData.root.appendingPathComponent("data/nrp/\(file)").path
    let outcome = try await run(path, "--time-limit", "60", "--json", "--solution", "roster.txt")
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
    #expect(result.objective == optimum && result.status == "optimal")
    #expect(result.bound == Double(optimum) && result.gap == 0 && result.seconds < 60)
    #expect(outcome.errorOutput.contains("objective") && outcome.errorOutput.contains("gap"))
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    try check("roster.txt", result, try WholeDayInstance(reading: bytes))
  }

  /// What is found of a made-up instance within a limit, with a roster that keeps the rules.
  private func result(of text: String, seconds: Int) async throws -> Result {
    _ = try folder.write(text, to: "made-up.txt")
    let outcome = try await run(
      "made-up.txt", "--time-limit", "\(seconds)", "--json", "--solution", "roster.txt")
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
    try check("roster.txt", result, try WholeDayInstance(reading: Array(text.utf8)))
    return result
  }

  @Test("a made-up instance that is too much for the time has a roster and an honest bound all the same")
  func short() async throws {
    let text = RosterInstanceMaker(staff: 12, weeks: 4, shifts: 4).text(seed: 7)
    let result = try await result(of: text, seconds: 1)
    #expect(result.bound <= Double(result.objective) && (0...1).contains(result.gap))
  }

  @Test("the time limit holds for many people and weeks, and there is a roster all the same")
  func longInstance() async throws {
    let text = RosterInstanceMaker(staff: 40, weeks: 6, shifts: 3).text(seed: 3)
    let result = try await result(of: text, seconds: 8)
    #expect(result.seconds < 30)
  }

  @Test("without --json a table is printed")
  func table() async throws {
    _ = try folder.write(RosterInstanceMaker(staff: 3, weeks: 2, shifts: 2).text(seed: 1), to: "small.txt")
    let outcome = try await run("small.txt", "--time-limit", "20")
    #expect(outcome.status == 0 && outcome.output.hasPrefix("objective"))
    #expect(outcome.output.contains("optimal"))
  }

  @Test("what is wrong with an instance is one line that names file and line")
  func badInstance() async throws {
    let text = RosterInstanceMaker(staff: 3, weeks: 2, shifts: 2).text(seed: 1)
    _ = try folder.write(text.replacing("SECTION_COVER\n0,S0", with: "SECTION_COVER\n0,X"), to: "bad.txt")
    let outcome = try await run("bad.txt", "--time-limit", "5", "--json", "--solution", "roster.txt")
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.errorOutput.hasPrefix("footfall: cannot read the instance: bad.txt:"))
    #expect(outcome.errorOutput.contains("the shift is 'X'; allowed: S0, S1"))
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("roster.txt").path))
    #expect(try await run("absent.txt").status == 66)
  }

  @Test("an employee for whom no roster keeps the rules is named")
  func noRoster() async throws {
    let text = RosterInstanceMaker(staff: 3, weeks: 2, shifts: 2).text(seed: 1)
    let days = (0..<14).map(String.init).joined(separator: ",")
    _ = try folder.write(
      text.replacing("SECTION_DAYS_OFF\n", with: "SECTION_DAYS_OFF\nP1,\(days)\n"), to: "no.txt")
    let outcome = try await run("no.txt")
    #expect(outcome.status == 65)
    #expect(
      outcome.errorOutput
        == "footfall: cannot plan no.txt: no choice of days and shifts keeps all rules of employee P1\n")
  }

  @Test("without the solver it says what is needed")
  func noSolver() async throws {
    _ = try folder.write(RosterInstanceMaker(staff: 3, weeks: 2, shifts: 2).text(seed: 1), to: "small.txt")
    let outcome = try await run("small.txt", environment: ["FOOTFALL_SOLVER": "/nowhere/solve"])
    #expect(outcome.status == 69 && outcome.errorOutput.contains("coinor-libcbc-dev"))
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }

  @Test("a limit that is none is refused", arguments: ["0", "-3", "nan", "soon"])
  func badLimit(limit: String) async throws {
    #expect(try await run("small.txt", "--time-limit=\(limit)").status == 64)
  }
}
