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

  private func run(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(["benchmark", "retail"] + arguments, in: folder.url)
  }

  @Test("A shop of few people has a plan with a bound that holds, the same in every run")
  func few() async throws {
    let arguments = ["--staff", "4", "--seed", "3", "--time-limit", "40", "--iterations", "2", "--json"]
    let outcome = try await BuiltProgram.run(["benchmark", "retail"] + arguments, in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
    #expect(result.bound <= result.objective && (0...1).contains(result.gap) && result.demandHours > 0)
    #expect(abs(result.coveredShare - (1 - result.underHours / result.demandHours)) < 1e-9)
    #expect(
      try await BuiltProgram.run(["benchmark", "retail"] + arguments, in: folder.url).output == outcome.output
    )
  }

  @Test("--out writes the files that schedule reads, of the same problem")
  func files() async throws {
    let outcome = try await run("--staff", "4", "--seed", "3", "--out", "shop")
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let schedule = try await BuiltProgram.run(
      [
        "schedule", "shop/requirements.json", "--staff", "shop/staff.yaml", "--time-limit", "40", "--seed",
        "3",
        "--iterations", "2", "--out", "plan.json",
      ], in: folder.url)
    #expect(schedule.status == 0, "\(schedule.errorOutput)")
    let plan = try ReadPlan(
      String(contentsOf: folder.url.appendingPathComponent("plan.json"), encoding: .utf8))
    let own = try await run(
      "--staff", "4", "--seed", "3", "--time-limit", "40", "--iterations", "2", "--json")
    let result = try JSONDecoder().decode(Result.self, from: Data(own.output.utf8))
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
