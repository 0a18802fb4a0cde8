import FootfallTestSupport
import Foundation
import Testing

@Suite("requirements")
struct RequirementsCommandTests {
  let files: RequirementFiles

  init() throws { files = try RequirementFiles() }

  @Test("120 entries an hour are 4 on the floor and 3 at the tills, in opening hours")
  func heads() async throws {
    let outcome = try await files.requirements()
    #expect(outcome.status == 0 && outcome.errorOutput.isEmpty, "\(outcome.errorOutput)")
    let read = try ReadRequirements(outcome.output)
    #expect(read.schema == "footfall.requirements/1" && read.intervalMinutes == 30 && read.level == "P50")
    #expect(read.requirements.count == 7 * 48 * 2)
    for (time, floor, till) in [
      ("2026-11-30T09:00:00", 4, 3), ("2026-11-30T08:30:00", 0, 0), ("2026-11-30T19:30:00", 4, 3),
      ("2026-11-30T20:00:00", 0, 0), ("2026-12-02T12:00:00", 0, 0), ("2026-12-06T01:30:00", 4, 3),
      ("2026-12-06T02:00:00", 0, 0),
    ] {
      #expect(read.required(time + "+01:00", "floor") == floor, "\(time)")
      #expect(read.required(time + "+01:00", "till") == till, "\(time)")
    }
    let till = try #require(read.requirements.first { $0.required == 3 })
    #expect(till.basis.method == "erlangC")
    #expect(abs((till.basis.expectedShare ?? 0) - 0.9287) < 5e-5)
    #expect(read.powerHours?.hours.count == 68)
  }

  @Test("Outside opening hours nobody serves, and tasks are done all the same")
  func closed() async throws {
    let rules = RequirementFiles.rules.replacing(
      "minimum: 1}", with: "minimum: 1, tasks: [{id: clean, days: [wed], hours: 06:00-08:00, heads: 2}]}")
    let read = try ReadRequirements(try await files.requirements(rules: rules).output)
    // On Wednesdays the store is closed, on the others it opens at nine.
    for (time, floor) in [
      ("02T05:30", 0), ("02T06:00", 2), ("02T07:30", 2), ("02T08:00", 0), ("03T06:00", 0),
    ] {
      #expect(read.required("2026-12-\(time):00+01:00", "floor") == floor, "\(time)")
    }
    let wednesday = read.requirements.filter { $0.businessDay == "2026-12-02" }
    #expect(wednesday.count == 96 && wednesday.allSatisfy { $0.minimum == 0 })
    #expect(wednesday.reduce(0) { $0 + $1.required } == 8)
  }

  @Test("On a business day that begins at four, the night belongs to the day before")
  func businessDay() async throws {
    let rules = RequirementFiles.rules + "\nbusinessDayStart: \"04:00\"\n"
    let read = try ReadRequirements(try await files.requirements(rules: rules).output)
    let night = try #require(read.requirements.first { $0.start == "2026-12-06T01:30:00+01:00" })
    #expect(night.businessDay == "2026-12-05" && night.minute == 1530 && night.required == 4)
  }

  @Test("P80 asks for more than P50")
  func level() async throws {
    let forecast = RequirementFiles.forecast().replacingOccurrences(
      of: "\"high\": null", with: "\"high\": 240")
    let read = try ReadRequirements(try await files.requirements(forecast, ["--level", "P80"]).output)
    // 120 + 120 · 0.6567 = 198.8 an hour, at 30 each.
    #expect(read.level == "P80" && read.required("2026-11-30T09:00:00+01:00", "floor") == 7)
  }

  @Test("A roster's gap is told beside, from CSV and from a plan")
  func roster() async throws {
    let csv =
      "start,end,role,name\n2026-11-30T09:00,2026-11-30T09:45,floor,A\n2026-11-30T08:00Z,2026-11-30T12:00Z,till,B\n"
    let plan = Self.plan(
      """
      {"role": "floor", "start": "2026-11-30T09:00:00+01:00", "end": "2026-11-30T10:00:00+01:00",
       "breaks": [{"start": "2026-11-30T09:45:00+01:00", "end": "2026-11-30T10:00:00+01:00", "paid": false}]},
      {"role": "till", "start": "2026-11-30T09:00:00+01:00", "end": "2026-11-30T13:00:00+01:00"}
      """)
    for text in [csv, plan] {
      _ = try files.folder.write(text, to: "roster")
      let outcome = try await files.requirements(RequirementFiles.forecast(), ["--roster", "roster"])
      let rows = try ReadRequirements(outcome.output).requirements.filter {
        $0.start == "2026-11-30T09:30:00+01:00"
      }
      #expect(rows.map(\.scheduled) == [0.5, 1])
      #expect(rows.map(\.gap) == [-3.5, -2])
    }
  }

  @Test("Power hours are the busiest")
  func powerHours() async throws {
    let forecast = RequirementFiles.forecast { $0 % 24 == 12 ? "400" : $0 % 24 == 13 ? "500" : "1" }
    let read = try ReadRequirements(try await files.requirements(forecast, ["--power-share", "0.5"]).output)
    let power = try #require(read.powerHours)
    #expect(power.share == 0.5 && power.hours.count == 7 && power.hours.allSatisfy { $0.hour == 13 })
    let days = try ReadRequirements(try await files.requirements(RequirementFiles.forecast(days: 3)).output)
    #expect(days.powerHours == nil)
  }

  @Test("Output follows the published schema", .enabled(if: SchemaValidator.isAvailable))
  func schema() async throws {
    _ = try files.folder.write("start,end,role\n", to: "roster.csv")
    let outcome = try await files.requirements(RequirementFiles.forecast(), ["--roster", "roster.csv"])
    #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.requirements-1") == [])
    let spoilt = outcome.output.replacingOccurrences(of: "\"level\"", with: "\"quantile\"")
    #expect(try !SchemaValidator.faults(of: spoilt, schema: "footfall.requirements-1").isEmpty)
  }

  @Test("CSV has a header and a row each")
  func csv() async throws {
    let outcome = try await files.requirements(RequirementFiles.forecast(days: 1), ["--format", "csv"])
    let rows = outcome.output.split(separator: "\r\n")
    #expect(rows.count == 1 + 96)
    #expect(rows[0].hasPrefix("start,end,businessDay,minute,role,required,minimum,method,"))
  }

  @Test("The sample's rules are rules")
  func sample() async throws {
    let sample = SharedData.packageRoot.appendingPathComponent("samples/staffing/rules.yaml")
    let outcome = try await files.requirements(rules: try String(contentsOf: sample, encoding: .utf8))
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
  }

  @Test(
    "A fault in the rules is one line that names file, line, value and what is allowed",
    arguments: [
      ("target: 30", "target: 0", "rules.yaml:5:55: target is '0'; allowed: 1e-06 to 1000000"),
      ("target: 30", "target: -3", "target is '-3'; allowed: 1e-06 to 1000000"),
      ("target: 30, ", "", "rules.yaml:5:5: role has no key 'target'; expected target: arrivals an hour"),
      ("serviceSeconds: 150", "serviceSeconds: 0", "serviceSeconds is '0'; allowed: 1e-06 to 86400"),
      ("targetShare: 0.8", "targetShare: 1", "targetShare is '1'; allowed: more than 0 and less than 1"),
      ("targetShare: 0.8", "targetShare: 0", "targetShare is '0'; allowed: more than 0 and less than 1"),
      ("targetWaitSeconds: 120", "targetWaitSeconds: -1", "targetWaitSeconds is '-1'; allowed: 0 to 86400"),
      ("share: 0.3", "share: 1.3", "share is '1.3'; allowed: 0 to 1"),
      ("minimum: 1", "minimum: 3, maximum: 2", "maximum is '2'; allowed: from minimum, 3"),
      ("minimum: 1", "minimum: 1.5", "minimum is '1.5'; allowed: a whole number from 0 to 10000"),
      ("minimum: 1", "shrinkage: 1", "shrinkage is '1'; allowed: 0 to less than 1"),
      ("minimum: 1", "shrinkage: -0.1", "shrinkage is '-0.1'; allowed: 0 to less than 1"),
      ("minimum: 1", "minimun: 1", "unknown key 'minimun'; did you mean 'minimum'?"),
      ("minimum: 1", "dwellSeconds: 1", "unknown key 'dwellSeconds'; allowed: id, method, series"),
      (
        "minimum: 1", "series: [dor]",
        "series 'dor' is not in the forecast; did you mean 'door'? allowed: door"
      ),
      (
        "minimum: 1", "tasks: [{id: a, hours: 6-8, heads: 1}]",
        "hours is '6-8'; allowed: a time like 09:00-17:30"
      ),
      (
        "minimum: 1", "tasks: [{id: a, hours: 06:00-08:00, heads: 0}]",
        "heads is '0'; allowed: a whole number from 1"
      ),
      (
        "minimum: 1", "tasks: [{id: a, days: [monday], hours: 06:00-08:00, heads: 1}]",
        "day is 'monday'; allowed: mon, tue"
      ),
      ("id: till", "id: floor", "role 'floor' is given twice, first at line 5; each id once"),
      ("erlangC", "erlangB", "method is 'erlangB'; did you mean 'erlangC'? allowed: fixed, "),
      ("mon: 09:00-20:00", "mon: 09:00-09:00", "rules.yaml:3:21: mon is '09:00-09:00'; allowed: a time like"),
      ("wed: closed", "wed: 25:00-26:00", "wed is '25:00-26:00'; allowed: a time like"),
      ("wed: closed", "wensday: closed", "unknown key 'wensday'"),
      ("intervalMinutes: 30", "intervalMinutes: 20", "intervalMinutes is '20'; allowed: 15, 30, 60"),
      ("version: 1", "version: 2", "version is '2'; allowed: 1"),
      (
        "version: 1", "version: 1\nbusinessDayStart: 24:00",
        "businessDayStart is '24:00'; allowed: 00:00 to 23:59"
      ),
      (
        "version: 1", "version: 1\nexceptions: [{date: 2026-12-32, hours: closed}]",
        "date is '2026-12-32'; allowed: a date"
      ),
    ])
  func rules(part: String, other: String, words: String) async throws {
    let rules = RequirementFiles.rules.replacing(part, with: other, maxReplacements: 1)
    #expect(rules != RequirementFiles.rules)
    try expectRefusal(try await files.requirements(rules: rules), words)
  }

  @Test(
    "A fault in the forecast is one line with its JSON pointer",
    arguments: [
      (
        "\"value\": 120", "\"value\": -1",
        "forecast.json: /series/0/points/0/value is -1.0; allowed: 0 to 1e7"
      ),
      ("\"level\": 0.8", "\"level\": 0.95", "forecast.json: /level is 0.95; allowed: 0.8"),
      ("{", "", "forecast.json: the content is not JSON"),
      ("\"series\"", "\"rows\"", "forecast.json: /series is missing"),
    ])
  func forecasts(part: String, other: String, words: String) async throws {
    let forecast = RequirementFiles.forecast().replacing(part, with: other, maxReplacements: 1)
    try expectRefusal(try await files.requirements(forecast), words)
  }

  @Test("Demand that is unknown when the store is open, and absurd heads, are told with time and role")
  func demand() async throws {
    let unknown = RequirementFiles.forecast { $0 == 12 ? "null" : "1" }
    try expectRefusal(
      try await files.requirements(unknown),
      "forecast.json: /series/0/points/12/value has no count at 2026-11-30T12:00:00+01:00, when role 'floor' (rules.yaml:5:"
    )
    let huge = RequirementFiles.forecast { $0 == 12 ? "9000000" : "1" }
    try expectRefusal(
      try await files.requirements(huge),
      "needs more heads than 10000 at 2026-11-30T12:00:00+01:00 for 9000000.0 arrivals")
    // Nobody asks at night.
    let night = RequirementFiles.forecast { $0 % 24 == 3 ? "null" : "1" }
    #expect(try await files.requirements(night).status == 0)
  }

  @Test(
    "A fault in the roster names the line or the pointer",
    arguments: [
      ("start,end\n", "roster:1: the header is 'start,end'; allowed: start,end,role"),
      (
        "start,end,role\n2026-11-30T09:00,2026-11-30T17:00,flor\n",
        "roster:2: role is 'flor'; did you mean 'floor'? allowed: floor, till"
      ),
      (
        "start,end,role\n2026-11-30T09:00,2026-11-30T09:00,floor\n",
        "roster:2: end is '2026-11-30T09:00'; allowed: a time"
      ),
      ("start,end,role\nmonday,2026-11-30T09:00,floor\n", "roster:2: start is 'monday'; allowed: a time"),
      ("start,end,role\n2026-11-30T09:00,floor\n", "roster:2: the row has 2 cells; allowed: 3"),
      ("{\"shifts\": []}", "roster: /schema is missing"),
      (Self.plan("{\"role\": \"floor\"}"), "roster: /shifts/0/start is missing"),
      (
        Self.plan("{\"role\": \"x\", \"start\": \"a\", \"end\": \"b\"}"),
        "roster: /shifts/0/role is 'x'; allowed: floor, till"
      ),
      (
        Self.plan("{\"role\": \"floor\", \"start\": \"a\", \"end\": \"b\"}"),
        "roster: /shifts/0/start is 'a'; allowed: a time with offset"
      ),
    ])
  func rosters(text: String, words: String) async throws {
    _ = try files.folder.write(text, to: "roster")
    try expectRefusal(
      try await files.requirements(RequirementFiles.forecast(), ["--roster", "roster"]), words)
  }

  @Test("Mistakes on the command line have their exit status")
  func mistakes() async throws {
    #expect(try await files.requirements(RequirementFiles.forecast(), ["--level", "P95"]).status == 64)
    #expect(try await files.requirements(RequirementFiles.forecast(), ["--power-share", "0"]).status == 64)
    #expect(
      try await files.requirements(RequirementFiles.forecast(), ["--roster", "nowhere.csv"]).status == 66)
    let missing = try await BuiltProgram.run(
      ["requirements", "nowhere.json", "--rules", "rules.yaml"], in: files.folder.url)
    #expect(missing.status == 66)
  }

  /// A plan of a week with these shifts.
  private static func plan(_ shifts: String) -> String {
    """
    {"schema": "footfall.staffing-plan/1", "location": {"id": "s", "timeZone": "Europe/Berlin"}, "intervalMinutes": 15,
     "period": {"start": "2026-11-30T00:00:00+01:00", "end": "2026-12-07T00:00:00+01:00"}, "shifts": [\(shifts)]}
    """
  }

  private func expectRefusal(_ outcome: BuiltProgram.Outcome, _ words: String) throws {
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorOutput.contains(words), "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }
}
