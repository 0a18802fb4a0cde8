import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall schedule")
struct ScheduleCommandTests {
  private let files: ScheduleFiles

  init() throws { files = try ScheduleFiles() }

  @Test("A small week is covered, proved to be the best, and kept to by check")
  func week() async throws {
    try await files.prepare()
    let outcome = try await files.schedule()
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.hasSuffix("6 shifts, missing 0.00 of 48.00 hours\n"))
    let plan = try files.plan()
    #expect(plan.period.start == "2026-11-30T00:00:00+01:00")
    #expect(plan.period.end == "2026-12-07T00:00:00+01:00")
    #expect(plan.shifts.count == 6 && plan.coverage.allSatisfy { $0.under == 0 && $0.over == 0 })
    #expect(
      plan.shifts.filter { $0.status == "pinned" }.map(\.line) == [
        "e2 till 2026-12-01T08:00:00+01:00 2026-12-01T16:00:00+01:00"
      ])
    // 48 hours of which e2, who costs less, has forty: 0.4 × (40 × 13 + 8 × 14) / 13.5.
    #expect(plan.solution.status == "optimal" && plan.solution.gap == 0)
    #expect(abs(plan.solution.objective - 0.4 * (40 * 13 + 8 * 14) / 13.5) < 1e-5)
    let check = try await files.run("check", "plan.json", "--staff", "staff.yaml")
    #expect(check.status == 0 && check.output.hasPrefix("plan.json: no rule is broken\n"))
  }

  @Test("A plan says when it was made, and its calendars too, unless its bytes may not depend on that")
  func generatedAt() async throws {
    try await files.prepare()
    let start = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
    #expect(try await files.schedule("--ical", "calendars").status == 0)
    let time = try #require(try files.plan().generatedAt)
    #expect(try (start...Date()).contains(Date(time, strategy: .iso8601)))
    let stamp = time.prefix(16).filter { $0 != "-" && $0 != ":" }
    #expect(try files.text("calendars/shifts.ics").contains("DTSTAMP:\(stamp)00Z\r\n"))
    #expect(try await files.schedule("--iterations", "1").status == 0)
    #expect(try files.plan().generatedAt == nil)
  }

  @Test("The same input, seed and iterations give the same bytes in every file")
  func determinism() async throws {
    try await files.prepare()
    var contents: [[String: String]] = []
    for run in ["a", "b"] {
      let outcome = try await files.schedule(
        "--iterations", "3", "--seed", "7", "--csv", run, "--ical", run, "--html", "\(run)/plan.html")
      #expect(outcome.status == 0, "\(outcome.errorOutput)")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: files.folder.url.appendingPathComponent(run).path)
      var content = try Dictionary(uniqueKeysWithValues: names.map { ($0, try files.text("\(run)/\($0)")) })
      content["plan.json"] = try files.text("plan.json")
      contents.append(content)
    }
    #expect(contents[0] == contents[1])
    #expect(
      contents[0].keys.sorted() == [
        "demand.csv", "plan.html", "plan.json", "shifts-e1.ics", "shifts-e2.ics", "shifts.csv", "shifts.ics",
      ])
    let shifts = try #require(contents[0]["shifts.csv"]).split(separator: "\r\n")
    #expect(shifts.count == 7 && shifts[0].hasPrefix("id,employee,role,start,end,paidMinutes,"))
    #expect(try #require(contents[0]["demand.csv"]).split(separator: "\r\n").count == 1 + 6 * 16)
    let page = try #require(contents[0]["plan.html"])
    #expect(page.contains("Everybody who is needed is there.") && !page.contains("//"))
  }

  @Test(
    "Calendars are what another implementation reads as the plan", .enabled(if: CalendarReader.isAvailable))
  func calendars() async throws {
    try await files.prepare()
    #expect(try await files.schedule("--ical", "calendars").status == 0)
    let plan = try files.plan()
    func expected(_ shifts: [ReadPlan.Shift]) throws -> [[String]] {
      try shifts.map { shift in
        try [shift.start, shift.end].map { "\(Int(try Date($0, strategy: .iso8601).timeIntervalSince1970))" }
      }
    }
    for (name, shifts) in [
      ("shifts", plan.shifts), ("shifts-e2", plan.shifts.filter { $0.employee?.id == "e2" }),
    ] {
      let events = try CalendarReader.events(in: Array(files.text("calendars/\(name).ics").utf8))
      #expect(try events.map { Array($0.prefix(2)) } == expected(shifts))
    }
  }

  @Test("Who has no shift any more has no calendar any more, and what others wrote stays")
  func earlierCalendars() async throws {
    try await files.prepare()
    #expect(try await files.schedule("--iterations", "1", "--ical", "calendars").status == 0)
    #expect(files.exists("calendars/shifts-e1.ics") && files.exists("calendars/shifts-e2.ics"))
    for name in ["shifts-e9.ics", "notes.ics"] {
      _ = try files.folder.write("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", to: "calendars/\(name)")
    }
    let away = ScheduleFiles.staff.replacing("14.00}", with: "14.00, available: [{date: 2030-01-01}]}")
    _ = try files.folder.write(away, to: "staff.yaml")
    #expect(try await files.schedule("--iterations", "1", "--ical", "calendars").status == 0)
    #expect(!files.exists("calendars/shifts-e1.ics"))
    for name in ["shifts", "shifts-e2", "shifts-e9", "notes"] {
      #expect(files.exists("calendars/\(name).ics"), "\(name)")
    }
  }

  @Test(
    "Where one file can't be written none is, and that is said before the search",
    arguments: [
      ["--csv", "tables", "--out", "staff.yaml/plan.json"], ["--csv", "tables", "--out", "folder"],
      ["--csv", "tables", "--ical", "staff.yaml"], ["--csv", "tables", "--html", "staff.yaml/plan.html"],
    ])
  func unwritable(arguments: [String]) async throws {
    try await files.prepare()
    try FileManager.default.createDirectory(
      at: files.folder.url.appendingPathComponent("folder"), withIntermediateDirectories: true)
    let outcome = try await BuiltProgram.run(
      ["schedule", "requirements.json", "--staff", "staff.yaml", "--out", "plan.json"] + arguments,
      environment: ["FOOTFALL_SOLVER": "/nowhere/solve"], in: files.folder.url)
    #expect(outcome.status == 74 && outcome.output.isEmpty, "\(outcome.errorOutput)")
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
    #expect(!files.exists("tables") && !files.exists("plan.json"))
  }

  @Test("A table that can't take its place keeps the plan away")
  func blockedTable() async throws {
    try await files.prepare()
    try FileManager.default.createDirectory(
      at: files.folder.url.appendingPathComponent("tables/shifts.csv"), withIntermediateDirectories: true)
    let outcome = try await files.schedule("--iterations", "1", "--csv", "tables")
    #expect(outcome.status == 74 && outcome.errorOutput.contains("tables/shifts.csv: is a directory"))
    #expect(!files.exists("tables/demand.csv") && !files.exists("plan.json"))
  }

  @Test("A published plan is kept where nothing has changed, and what is changed is counted")
  func previous() async throws {
    try await files.prepare()
    #expect(try await files.schedule().status == 0)
    let published = try files.text("plan.json")
    _ = try files.folder.write(published, to: "published.json")
    #expect(try await files.schedule("--previous", "published.json").status == 0)
    #expect(try files.plan().shifts.map(\.line) == ReadPlan(published).shifts.map(\.line))
    #expect(try files.plan().solution.terms["changes"] == 0)
    // Now e2 is ill on Thursday, and somebody else has to come.
    let ill = ScheduleFiles.staff.replacing("13.00,", with: "13.00, unavailable: [{date: 2026-12-03}],")
    _ = try files.folder.write(ill, to: "staff.yaml")
    #expect(try await files.schedule("--previous", "published.json").status == 0)
    let changed = Set(try files.plan().shifts.map(\.line)).symmetricDifference(
      try ReadPlan(published).shifts.map(\.line))
    #expect(changed.count == 2 && changed.allSatisfy { $0.contains("2026-12-03") }, "\(changed)")
    #expect(try files.plan().solution.terms["changes"] == 10)
    let check = try await files.run(
      "check", "plan.json", "--staff", "staff.yaml", "--previous", "published.json")
    #expect(check.status == 0 && check.output.contains("changes 10.00"))
  }

  @Test(
    "The forecast is in the plan where it is given, and all documents are as their schemas say",
    .enabled(if: SchemaValidator.isAvailable))
  func schemas() async throws {
    try await files.prepare()
    #expect(try await files.schedule("--forecast", "forecast.json").status == 0)
    #expect(try files.plan().volumeForecast.count == 168)
    let first = try #require(try files.plan().volumeForecast.first)
    #expect(first.start == "2026-11-30T00:00:00+01:00" && first.driver == "door" && first.value == 1)
    let check = try await files.run("check", "plan.json", "--staff", "staff.yaml", "--json")
    _ = try files.folder.write(check.output, to: "check.json")
    for (file, schema) in [
      ("requirements.json", "footfall.requirements-1"), ("plan.json", "footfall.staffing-plan-1"),
      ("check.json", "footfall.plan-check-1"),
    ] { #expect(try SchemaValidator.faults(of: files.text(file), schema: schema) == [], "\(file)") }
  }

  @Test("No requirements are an empty plan with bound 0")
  func nothingRequired() async throws {
    try await files.prepare()
    let empty = """
      {"schema": "footfall.requirements/1", "timeZone": "Europe/Berlin", "intervalMinutes": 15, "level": "P50",
       "businessDayStart": "00:00", "roles": ["till"], "requirements": []}
      """
    _ = try files.folder.write(empty, to: "requirements.json")
    let outcome = try await files.schedule()
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let plan = try files.plan()
    #expect(plan.shifts.isEmpty && plan.solution.bound == 0 && plan.solution.objective == 0)
    #expect(try await files.run("check", "plan.json", "--staff", "staff.yaml").status == 0)
  }

  @Test("Somebody who is never there is told by name")
  func neverAvailable() async throws {
    let staff = ScheduleFiles.staff.replacing("14.00}", with: "14.00, available: [{date: 2030-01-01}]}")
    try await files.prepare(staff: staff)
    let warning =
      "footfall: warning: staff.yaml:8:10: 'e1' is at no time available from 2026-11-30 to 2026-12-06\n"
    #expect(try await files.schedule().errorOutput.hasPrefix(warning))
    let check = try await files.run("check", "plan.json", "--staff", "staff.yaml")
    #expect(check.status == 0 && check.errorOutput == warning)
    #expect(check.output.contains("floor: 1 missing; noSkill e2; unavailable e1"))
  }

  @Test("Without a staff list shifts are open")
  func openShifts() async throws {
    try await files.prepare()
    let beginning = try #require(ScheduleFiles.staff.range(of: "staff:\n"))
    _ = try files.folder.write(String(ScheduleFiles.staff[..<beginning.lowerBound]), to: "staff.yaml")
    #expect(try await files.schedule().status == 0)
    #expect(try files.plan().shifts.map(\.status) == [String](repeating: "open", count: 6))
    #expect(try files.plan().coverage.allSatisfy { $0.under == 0 })
  }

  @Test("Without a staff list more open shifts than can be placed in time are refused at once")
  func tooManyOpenShifts() async throws {
    let beginning = try #require(ScheduleFiles.staff.range(of: "staff:\n"))
    try await files.prepare(
      rules: ScheduleFiles.rules.replacing("heads: 1", with: "heads: 5000"),
      staff: String(ScheduleFiles.staff[..<beginning.lowerBound]))
    let outcome = try await files.schedule()
    #expect(outcome.status == 65 && !files.exists("plan.json"))
    #expect(
      outcome.errorOutput.hasSuffix(
        "footfall: staff.yaml: names nobody, and the busiest day could use 20000 open shifts; "
          + "allowed: up to 2000, that is fewer heads required at a time\n"))
  }

  @Test(
    "What cannot be planned is one line and its status, and leaves no file",
    arguments: [
      (["--time-limit", "0"], Int32(64), "--time-limit is 0.0; allowed: more than 0"),
      (["--iterations=-1"], 64, "--iterations is -1; allowed: 0 to 1000000"),
      (["--seed=-1"], 64, "--seed"), (["--gap", "100"], 64, "--gap is 100.0; allowed: 0 to less than 100"),
      (["--staff", "nowhere.yaml"], 66, "nowhere.yaml: no such file; expected a staff file"),
      (["--previous", "nowhere.json"], 66, "cannot open nowhere.json: no such file"),
      (["--forecast", "staff.yaml"], 65, "cannot read the forecast: staff.yaml: the content is not JSON"),
      (["--out", "staff.yaml/plan.json"], 74, "staff.yaml: not a directory"),
    ])
  func refusals(arguments: [String], status: Int32, message: String) async throws {
    try await files.prepare()
    let outcome = try await BuiltProgram.run(
      ["schedule", "requirements.json", "--staff", "staff.yaml", "--out", "plan.json", "--time-limit", "20"]
        + arguments, in: files.folder.url)
    #expect(outcome.status == status && outcome.output.isEmpty)
    let last = try #require(outcome.errorOutput.split(separator: "\n").last)
    #expect(last.hasPrefix("footfall: ") && last.contains(message), "\(outcome.errorOutput)")
    #expect(!files.exists("plan.json"))
  }

  @Test("Without the solver it says what is needed")
  func noSolver() async throws {
    try await files.prepare()
    let outcome = try await files.schedule(environment: ["FOOTFALL_SOLVER": "/nowhere/solve"])
    #expect(outcome.status == 69 && outcome.errorOutput.contains("coinor-libcbc-dev"))
    #expect(outcome.errorOutput.split(separator: "\n").count == 1 && !files.exists("plan.json"))
  }
}
