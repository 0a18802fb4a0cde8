import FootfallTestSupport
import Foundation

/// Forecasts and rules for the tests of `requirements`.
struct RequirementFiles {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A forecast of 120 entries in every hour of a week from Monday 2026-11-30 on.
  static func forecast(days: Int = 7, value: (_ hour: Int) -> String = { _ in "120" }) -> String {
    let points = (0..<days * 24).map { hour in
      let date = Date(timeIntervalSince1970: 1_795_993_200 + Double(hour) * 3600 + 3600)
      let time = String(date.formatted(.iso8601).prefix(19)) + "+01:00"
      return "{\"start\": \"\(time)\", \"value\": \(value(hour)), \"low\": null, \"high\": null}"
    }
    return """
      {"schema": "footfall.forecast/1", "timeZone": "Europe/Berlin", "intervalMinutes": 60, "level": 0.8,
      "series": [{"id": "door", "points": [\(points.joined(separator: ",\n"))]}]}
      """
  }

  static let rules = """
    version: 1
    intervalMinutes: 30
    openingHours: {mon: 09:00-20:00, tue: 09:00-20:00, wed: closed, sat: 18:00-02:00}
    roles:
      - {id: floor, method: trafficPerLabourHour, target: 30, minimum: 1}
      - {id: till, method: erlangC, share: 0.3, serviceSeconds: 150, targetShare: 0.8, targetWaitSeconds: 120}
    """

  /// Tells the requirements of a forecast by rules.
  func requirements(
    _ forecast: String = RequirementFiles.forecast(), rules: String = RequirementFiles.rules,
    _ arguments: [String] = []
  ) async throws -> BuiltProgram.Outcome {
    _ = try folder.write(forecast, to: "forecast.json")
    _ = try folder.write(rules, to: "rules.yaml")
    return try await BuiltProgram.run(
      ["requirements", "forecast.json", "--rules", "rules.yaml"] + arguments, in: folder.url)
  }
}

/// Requirements as other programs read them.
struct ReadRequirements: Decodable {
  struct Row: Decodable {
    var start: String
    var businessDay: String
    var minute: Int
    var role: String
    var required: Int
    var minimum: Int
    var scheduled: Double?
    var gap: Double?
    var basis: Basis
  }

  struct Basis: Decodable {
    var method: String
    var expectedShare: Double?
  }

  struct Power: Decodable {
    var share: Double
    var hours: [Hour]
  }

  struct Hour: Decodable {
    var weekday: Int
    var hour: Int
  }

  var schema: String
  var intervalMinutes: Int
  var level: String
  var powerHours: Power?
  var requirements: [Row]

  init(_ text: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }

  func required(_ start: String, _ role: String) -> Int? {
    requirements.first { $0.start == start && $0.role == role }?.required
  }
}
