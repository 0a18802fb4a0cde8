import FootfallTestSupport
import Foundation
import Testing

/// A bar open from 18:00 to 02:00, whose business day begins at 04:00.
@Suite("footfall schedule at night")
struct ScheduleNightsTests {
  private let files: ScheduleFiles

  init() throws { files = try ScheduleFiles() }

  private static let rules = """
    version: 1
    intervalMinutes: 15
    businessDayStart: "04:00"
    openingHours: {}
    roles: [{id: bar, method: fixed, tasks: [{id: serve, hours: 18:00-02:00, heads: 1}]}]
    """

  private static let staff = """
    version: 1
    roles: [{id: bar}]
    shifts: {startEveryMinutes: 60, minMinutes: 420, maxMinutes: 540, lengthEveryMinutes: 60}
    contracts: [{id: full, minRestMinutes: 660}]
    staff: [{id: ann, skills: [bar], contract: full}, {id: bob, skills: [bar], contract: full}]
    """

  @Test(
    "The night in which the clock is changed has an hour more or less, paid and covered",
    .enabled(if: CalendarReader.isAvailable),
    arguments: [
      (
        "2026-10-24T03:00:00Z", 73, "2026-10-24T18:00:00+01:00", "2026-10-25T02:00:00+00:00", 540,
        "2026-10-24T04:00:00+01:00"
      ),
      (
        "2026-03-28T04:00:00Z", 71, "2026-03-28T18:00:00+00:00", "2026-03-29T02:00:00+01:00", 420,
        "2026-03-28T04:00:00+00:00"
      ),
    ])
  func clockChange(
    first: String, hours: Int, start: String, end: String, minutes: Int, period: String
  ) async throws {
    try await files.prepare(
      forecast: try ScheduleFiles.forecast(from: first, hours: hours, zone: "Europe/London"),
      rules: Self.rules, staff: Self.staff)
    #expect(try await files.schedule("--ical", "calendars").status == 0)
    let plan = try files.plan()
    #expect(plan.period.start == period && plan.shifts.count == 3)
    #expect(plan.coverage.allSatisfy { $0.required == 1 && $0.under == 0 && $0.over == 0 })
    #expect(plan.shifts[0].start == start && plan.shifts[0].end == end)
    #expect(plan.shifts.map(\.paidMinutes) == [minutes, 480, 480])
    #expect(try await files.run("check", "plan.json", "--staff", "staff.yaml").status == 0)
    let event = try CalendarReader.events(in: Array(files.text("calendars/shifts.ics").utf8))[0]
    #expect(try #require(Int(event[1])) - (try #require(Int(event[0]))) == minutes * 60)
  }

  /// A week from Monday at midnight tells the last four hours of Sunday's business day, and not those of its own Sunday.
  @Test("The rest of a business day asks for its hours, and for nothing of a contract")
  func restOfADay() async throws {
    let forecast = try ScheduleFiles.forecast(from: "2026-11-30T00:00:00Z", zone: "Europe/London")
    let staff = Self.staff.replacing("minMinutes: 420", with: "minMinutes: 240")
      .replacing("minRestMinutes", with: "minWeekMinutes: 840, minRestMinutes")
    try await files.prepare(forecast: forecast, rules: Self.rules, staff: staff)
    #expect(try await files.schedule().status == 0)
    let night = try files.plan()
    #expect(night.period.start == "2026-11-29T04:00:00+00:00")
    #expect(night.period.end == "2026-12-07T04:00:00+00:00")
    // Two hours of the first night, six whole ones, and six hours of the last.
    let needed = night.coverage.reduce(0) { $0 + $1.required }
    #expect(needed == 4 * 56 && night.solution.terms["minimumHours"] == 0)
    // Where the bar closes at midnight, nothing is left of that Sunday.
    let rules = Self.rules.replacing("18:00-02:00", with: "16:00-24:00")
    try await files.prepare(forecast: forecast, rules: rules, staff: staff)
    #expect(try await files.schedule().status == 0)
    let evening = try files.plan()
    #expect(evening.period.start == "2026-11-30T04:00:00+00:00")
    #expect(evening.solution.terms["minimumHours"] == 0)
    #expect(try await files.run("check", "plan.json", "--staff", "staff.yaml").status == 0)
    let check = try await files.run(
      "check", "plan.json", "--staff", "staff.yaml", "--requirements", "requirements.json")
    #expect(check.status == 0 && check.output.contains("cover      100.0 % of 56.00 h needed"))
  }
}
