import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall benchmark retail")
struct BenchmarkRetailTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private struct Result: Decodable {
    let objective: Double
    let bound: Double
    let gap: Double
    let status: String
    let coveredShare: Double
    let demandHours: Double
    let underHours: Double
  }

  private func run(_ command: String, _ arguments: [String]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(
      ["benchmark", "retail", "--staff", "2", "--seed", "3", command] + arguments, in: folder.url,
      limit: .seconds(120))
  }

  /// Ended by parts of the search, not by the clock.
  private static let limits = ["--time-limit", "600", "--iterations", "1"]

  private func result() async throws -> Result {
    let outcome = try await run("--json", Self.limits)
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    return try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
  }

  @Test(
    "A shop has a plan with a bound that holds; its files are what schedule reads, and give the same plan")
  func shop() async throws {
    let result = try await result()
    #expect(result.bound <= result.objective && (0...1).contains(result.gap) && result.demandHours > 0)
    #expect(abs(result.coveredShare - (1 - result.underHours / result.demandHours)) < 1e-9)
    let outcome = try await run("--out", ["shop"])
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let schedule = try await BuiltProgram.run(
      [
        "schedule", "shop/requirements.json", "--staff", "shop/staff.yaml", "--seed", "3", "--out",
        "plan.json",
      ] + Self.limits, in: folder.url, limit: .seconds(120))
    #expect(schedule.status == 0, "\(schedule.errorOutput)")
    let plan = try ReadPlan(
      String(contentsOf: folder.url.appendingPathComponent("plan.json"), encoding: .utf8))
    #expect(abs(plan.solution.objective - result.objective) < 1e-5)
    #expect(abs(plan.solution.bound - result.bound) < 1e-5)
  }

  @Test(
    "Shops that cannot be are refused",
    arguments: [
      (["--staff", "0"], "--staff is 0; allowed: 1 to 200"),
      (["--availability", "0"], "--availability is 0.0; allowed: 0.1 to 100"),
      (["--time-limit", "nan"], "--time-limit is nan; allowed: more than 0"),
    ])
  func refusals(arguments: [String], message: String) async throws {
    let outcome = try await BuiltProgram.run(["benchmark", "retail"] + arguments, in: folder.url)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errorOutput.hasPrefix("footfall: \(message)"))
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }
}
