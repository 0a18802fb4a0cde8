import FootfallExport
import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@Suite("Shift plans as JSON")
struct PlanDocumentTests {
  private static let minimal = """
    {"schema": "footfall.staffing-plan/1", "location": {"id": "s", "timeZone": "Europe/London"},
     "period": {"start": "2026-11-30T00:00:00+00:00", "end": "2026-12-07T00:00:00+00:00"}, "intervalMinutes": 15,
     "shifts": [{"role": "floor", "start": "2026-11-30T09:00:00+00:00", "end": "2026-11-30T17:00:00+00:00"}]}
    """

  @Test("What is written is read again: period, shifts and demand")
  func roundTrip() throws {
    let report = try StaffedWeekend.report()
    let document = try PlanDocument(StaffedWeekend.document().encoded())
    let horizon = try document.horizon()
    #expect(horizon == report.problem.horizon)
    #expect(try document.plan(on: horizon) == report.plan)
    #expect(try document.demand(on: horizon, roles: ["bar", "door"]) == report.problem.demand)
    #expect(try document.mismatches(ofShifts: report, currency: "GBP").isEmpty)
    #expect(try document.mismatches(ofCover: report, knowsPublished: true).isEmpty)
  }

  /// A zone, the first date and when business days begin: the clock leaps over that time, as the tz database has it.
  private static let leaps = [
    ("Asia/Beirut", "2026-03-29", 0), ("Africa/Cairo", "2026-04-24", 0),
    ("America/New_York", "2026-03-08", 120),
    ("Australia/Lord_Howe", "2026-10-04", 120), ("America/Nuuk", "2026-03-28", 23 * 60),
  ]

  @Test("A period that begins or ends where the clock leaps over the hour is read again", arguments: leaps)
  func leapt(zone: String, date: String, businessDayStart: Int) throws {
    let leap = try #require(ClockText.days(date))
    for days in [leap...leap, leap...leap + 6, leap - 7...leap - 1, leap - 3...leap + 3] {
      let horizon = try #require(
        PlanHorizon(timeZone: zone, days: days, businessDayStart: businessDayStart))
      let problem = StaffingProblem(
        horizon: horizon, roles: [StaffRole(id: "bar", skills: ["bar"])], employees: [],
        demand: StaffDemand(
          intervalMinutes: 30, required: [[Int](repeating: 0, count: horizon.minutes.count / 30)]),
        rules: ShiftRules(
          startGridMinutes: 60, leastMinutes: 240, greatestMinutes: 480, lengthGridMinutes: 60))
      let report = PlanReport(of: StaffPlan(shifts: []), for: problem)
      let document = try #require(PlanDocument(report, PlanSetting(store: "s", generatorVersion: "1")))
      #expect(try PlanDocument(document.encoded()).horizon() == horizon, "\(days)")
    }
  }

  @Test("The same plan is the same bytes")
  func determinism() throws {
    #expect(try StaffedWeekend.document().encoded() == StaffedWeekend.document().encoded())
  }

  @Test(
    "The document is as its schema says, and so is a plan by hand", .enabled(if: SchemaValidator.isAvailable))
  func schema() throws {
    let text = String(decoding: try StaffedWeekend.document().encoded(), as: UTF8.self)
    #expect(try SchemaValidator.faults(of: text, schema: "footfall.staffing-plan-1").isEmpty)
    #expect(try SchemaValidator.faults(of: Self.minimal, schema: "footfall.staffing-plan-1").isEmpty)
    let wrong = text.replacing("\"over\":", with: "\"ovre\":")
    #expect(try !SchemaValidator.faults(of: wrong, schema: "footfall.staffing-plan-1").isEmpty)
  }

  @Test("The document holds every member of the outline")
  func members() throws {
    let object = try JSONSerialization.jsonObject(with: Data(StaffedWeekend.document().encoded()))
    let members = try #require(object as? [String: Any])
    #expect(
      members.keys.sorted() == [
        "assumptions", "coverage", "employees", "extraPersons", "generatedAt", "generator", "intervalMinutes",
        "location", "period", "requirements", "schema", "shifts", "solution", "volumeForecast",
      ])
    let shifts = try #require(members["shifts"] as? [[String: Any]])
    #expect(shifts.map { $0["status"] as? String } == ["pinned", "suggested", "open", "suggested"])
    #expect(
      shifts.map { $0["start"] as? String } == [
        "2026-10-23T18:00:00+01:00", "2026-10-24T18:00:00+01:00", "2026-10-25T18:00:00+00:00",
        "2026-10-25T18:00:00+00:00",
      ])
    // Nine hours in the night in which the clock is set back, less half an hour.
    #expect(
      shifts[1]["paidMinutes"] as? Int == 510 && shifts[1]["end"] as? String == "2026-10-25T02:00:00+00:00")
    #expect((shifts[0]["cost"] as? [String: String])?["amount"] == "93.75")
    #expect(shifts[2]["employee"] == nil)
    #expect(members["generatedAt"] as? String == "2026-10-23T02:00:00+00:00")
  }

  @Test("A shortage carries its reasons, and the door needs somebody with its skill")
  func reasons() throws {
    let object = try JSONSerialization.jsonObject(with: Data(StaffedWeekend.document().encoded()))
    let members = try #require(object as? [String: Any])
    let rows = try #require(members["coverage"] as? [[String: Any]])
    let short = rows.filter { ($0["under"] as? Int ?? 0) > 0 }
    #expect(!short.isEmpty)
    for row in short {
      let reasons = try #require(row["reasons"] as? [[String: Any]])
      #expect(row["role"] as? String != "door" || reasons.map { $0["code"] as? String } == ["noSkill"])
      #expect(!reasons.isEmpty)
    }
    let extra = try #require(members["extraPersons"] as? [[String: Any]])
    #expect(Set(extra.compactMap { $0["skill"] as? String }) == ["bar", "door"])
  }

  @Test(
    "What cannot be read is refused with a JSON pointer",
    arguments: [
      (
        "\"footfall.staffing-plan/1\"", "\"footfall.staffing-plan/2\"",
        "/schema is 'footfall.staffing-plan/2'"
      ),
      ("Europe/London", "Europe/Lodnon", "/location/timeZone is 'Europe/Lodnon'"),
      ("\"intervalMinutes\": 15", "\"intervalMinutes\": 7", "/intervalMinutes is 7"),
      (
        "2026-12-07T00:00:00+00:00", "2026-12-07T01:00:00+00:00", "/period/end is '2026-12-07T01:00:00+00:00'"
      ),
      (
        "2026-12-07T00:00:00+00:00", "2027-12-07T00:00:00+00:00", "/period/end is '2027-12-07T00:00:00+00:00'"
      ),
      ("2026-12-07T00:00:00+00:00", "Monday", "/period/end is 'Monday'"),
      (
        "2026-11-30T17:00:00+00:00", "2026-11-30T09:00:00+00:00",
        "/shifts/0/end is '2026-11-30T09:00:00+00:00'"
      ),
      (
        "2026-11-30T17:00:00+00:00", "2026-11-30T17:00:30+00:00",
        "/shifts/0/end is '2026-11-30T17:00:30+00:00'"
      ),
      (
        "2026-11-30T09:00:00+00:00\", \"end", "2026-11-30T09:00\", \"end",
        "/shifts/0/start is '2026-11-30T09:00'"
      ),
      // Foundation takes it for Bangladesh.
      ("Europe/London", "BST", "/location/timeZone is 'BST'"),
      ("\"intervalMinutes\": 15", "\"intervalMinutes\": \"15\"", "/intervalMinutes is '15'"),
      (
        "\"intervalMinutes\": 15", "\"intervalMinutes\": 15.5",
        "/intervalMinutes is 15.5"
      ),
      (
        "\"intervalMinutes\": 15", "\"unknown\": 1.5, \"intervalMinutes\": 1e30",
        "/intervalMinutes is 1e+30"
      ),
      ("{\"id\": \"s\", ", "[{\"id\": \"s\"}, ", "the content is not JSON"),
      ("\"role\": \"floor\"", "\"role\": 5", "/shifts/0/role is 5"),
      ("\"role\": \"floor\"", "\"role\": null", "/shifts/0/role is null"),
      ("\"role\": \"floor\"", "\"role\": \"floor\", \"employee\": \"e7\"", "/shifts/0/employee is 'e7'"),
      ("\"role\": \"floor\"", "\"role\": \"floor\", \"employe\": {}", "/shifts/0/employe is unknown"),
      ("\"shifts\": [{", "\"shifts\": [[], {", "/shifts/0 is a list"),
      ("\"shifts\": [", "\"shifts\": {}, \"more\": [", "/shifts is an object"),
    ])
  func refusals(part: String, other: String, beginning: String) throws {
    let message: String
    do throws(DocumentError) {
      let document = try PlanDocument([UInt8](Self.minimal.replacing(part, with: other).utf8))
      let horizon = try document.horizon()
      _ = try document.plan(on: horizon)
      message = "nothing"
    } catch {
      message = error.description
    }
    #expect(message.hasPrefix(beginning + "; allowed: "), "\(message)")
  }

  @Test("A shift that is given twice under one id is refused")
  func duplicateID() throws {
    let shift =
      "{\"id\": \"s1\", \"role\": \"floor\", \"start\": \"2026-11-30T09:00:00+00:00\", \"end\": \"2026-11-30T17:00:00+00:00\"}"
    let text = Self.minimal.replacing("\"shifts\": [", with: "\"shifts\": [\(shift), \(shift), ")
    let document = try PlanDocument([UInt8](text.utf8))
    let horizon = try document.horizon()
    #expect(throws: DocumentError("/shifts/1/id", "is 's1' again; each id once")) {
      try document.plan(on: horizon)
    }
  }
}
