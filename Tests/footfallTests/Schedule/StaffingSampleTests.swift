import FootfallTestSupport
import Foundation
import Testing

/// The commands of samples/staffing/README.md, as they stand there.
@Suite("samples/staffing")
struct StaffingSampleTests {
  private let folder: TemporaryFolder
  private static let sample = SharedData.packageRoot.appendingPathComponent("samples/staffing")

  private struct Expected: Decodable {
    let period: ReadPlan.Period
    let entries: Double
    let requiredHours: [String: Double]
    let missingHours: Double
    let gap: Double
  }

  init() throws {
    folder = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.sample.path) {
      try FileManager.default.copyItem(
        at: Self.sample.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("The commands of the README make the week that is expected, in seconds")
  func week() async throws {
    let commands = try text("README.md").split(separator: "\n").compactMap { line -> [String]? in
      let words = line.split(separator: " ").map(String.init)
      return line.hasPrefix("    ../../scripts/footfall ") ? Array(words.dropFirst()) : nil
    }
    #expect(commands.map(\.first) == ["forecast", "requirements", "schedule", "check"])
    for command in commands {
      let words = command.split(separator: ">").map(Array.init)
      let outcome = try await BuiltProgram.run(words[0], in: folder.url)
      #expect(outcome.status == 0 && outcome.life < .seconds(50), "\(outcome.errorOutput)")
      if words.count > 1 { _ = try folder.write(outcome.output, to: words[1][0]) }
    }
    try expectWeek()
    guard SchemaValidator.isAvailable else { return }
    for (file, schema) in [
      ("forecast", "forecast"), ("requirements", "requirements"), ("plan", "staffing-plan"),
    ] {
      #expect(try SchemaValidator.faults(of: text("\(file).json"), schema: "footfall.\(schema)-1") == [])
    }
  }

  private func expectWeek() throws {
    let expected = try JSONDecoder().decode(Expected.self, from: Data(text("expected.json").utf8))
    let forecast = try ReadForecast(text("forecast.json"))
    let entries = forecast.series[0].points.reduce(0) { $0 + ($1.value ?? 0) }
    #expect(abs(entries - expected.entries) < 0.05 * expected.entries, "\(entries)")
    let requirements = try ReadRequirements(text("requirements.json")).requirements
    let hours = Dictionary(grouping: requirements, by: \.role).mapValues { rows in
      Double(rows.reduce(0) { $0 + $1.required }) / 4
    }
    #expect(hours == expected.requiredHours)
    let plan = try ReadPlan(text("plan.json"))
    #expect(plan.period.start == expected.period.start && plan.period.end == expected.period.end)
    #expect(Double(plan.coverage.reduce(0) { $0 + $1.under }) / 4 <= expected.missingHours)
    #expect(plan.solution.bound > 0 && plan.solution.gap < expected.gap)
    #expect(try text("plan.html").contains("Everybody who is needed is there."))
  }

  @Test("The counts are those that the script makes", .enabled(if: PythonInterpreter.has("zoneinfo")))
  func counts() throws {
    let script = "import runpy, sys; runpy.run_path(sys.argv[1], run_name='__main__')"
    let outcome = try PythonInterpreter.run(script, [folder.url.appendingPathComponent("make-counts").path])
    #expect(try outcome.status == 0 && outcome.output == text("counts.csv"))
  }
}
