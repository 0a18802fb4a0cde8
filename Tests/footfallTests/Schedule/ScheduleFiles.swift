import FootfallTestSupport
import Foundation

/// Requirements, staff and plans for the tests of `schedule`.
struct ScheduleFiles {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// One at the till from Monday to Friday and one on the floor on Saturday, from 8 to 16; the store itself never opens.
  static let rules = """
    version: 1
    intervalMinutes: 30
    openingHours: {}
    roles:
      - {id: floor, method: fixed, tasks: [{id: tidy, days: [sat], hours: 08:00-16:00, heads: 1}]}
      - {id: till, method: fixed, tasks: [{id: serve, days: [mon, tue, wed, thu, fri], hours: 08:00-16:00, heads: 1}]}
    """

  /// Three people for the rules, one of whom is never there.
  static let staff = """
    version: 1
    store: high-street
    currency: EUR
    roles: [{id: floor}, {id: till}]
    shifts: {startEveryMinutes: 60, minMinutes: 240, maxMinutes: 480, lengthEveryMinutes: 60}
    contracts: [{id: full, maxWeekMinutes: 2400, minRestMinutes: 660}]
    staff:
      - {id: e1, skills: [floor, till], contract: full, hourlyCost: 14.00}
      - {id: e2, skills: [till], contract: full, hourlyCost: 13.00, pinned: [{role: till, date: 2026-12-01, hours: 08:00-16:00}]}
    """

  /// A forecast of nobody in particular: rules with tasks alone need its times and no counts.
  static func forecast(from start: String = "2026-11-29T23:00:00Z", hours: Int = 168, zone: String) throws
    -> String
  {
    let first = try Date(start, strategy: .iso8601)
    let points = (0..<hours).map { hour in
      "{\"start\": \"\((first + Double(hour) * 3600).formatted(.iso8601))\", \"value\": 1, \"low\": 0, \"high\": 2}"
    }
    return """
      {"schema": "footfall.forecast/1", "timeZone": "\(zone)", "intervalMinutes": 60, "level": 0.8,
      "series": [{"id": "door", "points": [\(points.joined(separator: ",\n"))]}]}
      """
  }

  /// Writes forecast.json, requirements.json and staff.yaml.
  func prepare(
    forecast: String? = nil, rules: String = ScheduleFiles.rules, staff: String = ScheduleFiles.staff
  ) async throws {
    _ = try folder.write(try forecast ?? Self.forecast(zone: "Europe/Berlin"), to: "forecast.json")
    _ = try folder.write(rules, to: "rules.yaml")
    _ = try folder.write(staff, to: "staff.yaml")
    let outcome = try await run(
      "requirements", "forecast.json", "--rules", "rules.yaml", "--out", "requirements.json")
    guard outcome.status == 0 else { throw Failure(description: outcome.errorOutput) }
  }

  func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(arguments, environment: environment, in: folder.url)
  }

  /// Plans requirements.json with staff.yaml into plan.json.
  func schedule(_ arguments: String..., environment: [String: String] = [:]) async throws
    -> BuiltProgram.Outcome
  {
    try await BuiltProgram.run(
      ["schedule", "requirements.json", "--staff", "staff.yaml", "--time-limit", "20", "--out", "plan.json"]
        + arguments, environment: environment, in: folder.url)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(name).path)
  }

  func plan() throws -> ReadPlan { try ReadPlan(text("plan.json")) }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }
}

/// A plan as other programs read it.
struct ReadPlan: Decodable {
  struct Period: Decodable {
    var start: String
    var end: String
  }

  struct Shift: Decodable {
    var role: String
    var start: String
    var end: String
    var paidMinutes: Int
    var employee: Person?
    var status: String

    /// Who works what when, in one line.
    var line: String { "\(employee?.id ?? "open") \(role) \(start) \(end)" }
  }

  struct Person: Decodable {
    var id: String
  }

  struct Cover: Decodable {
    var under: Int
    var over: Int
    var required: Int
  }

  struct Volume: Decodable {
    var start: String
    var driver: String
    var value: Double
  }

  struct Solution: Decodable {
    var status: String
    var objective: Double
    var bound: Double
    var gap: Double
    var terms: [String: Double]
  }

  var generatedAt: String?
  var period: Period
  var shifts: [Shift]
  var coverage: [Cover]
  var volumeForecast: [Volume]
  var solution: Solution

  init(_ text: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }
}
