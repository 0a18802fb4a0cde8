import FootfallCore
import FootfallExport
import FootfallPlanning
import Foundation
import Testing

@Suite("Business days of a store's clock")
struct PlanHorizonClockTests {
  /// A zone, the first date, and the hours of the days from there.
  private static let weeks: [(zone: String, first: String, start: Int, hours: [Double])] = [
    ("Europe/London", "2026-03-28", 0, [24, 23, 24]), ("Europe/London", "2026-10-24", 0, [24, 25, 24]),
    // A business day that begins at four holds the night in which the clock is changed.
    ("Europe/London", "2026-03-27", 240, [24, 23, 24]), ("Europe/London", "2026-10-23", 240, [24, 25, 24]),
    ("America/New_York", "2026-11-01", 0, [25, 24]), ("Australia/Lord_Howe", "2026-04-05", 0, [24.5, 24]),
    ("Asia/Kathmandu", "2026-03-28", 0, [24, 24]), ("UTC", "2026-03-29", 0, [24]),
  ]

  @Test("Days have the hours that the calendar of the system gives them", arguments: weeks.indices)
  func lengths(_ index: Int) throws {
    let week = Self.weeks[index]
    let first = try #require(ClockText.days(week.first))
    let horizon = try #require(
      PlanHorizon(
        timeZone: week.zone, days: first...first + week.hours.count - 1, businessDayStart: week.start))
    #expect(horizon.days.map { Double($0.minutes.count) / 60 } == week.hours)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: week.zone))
    // The clock of the system, minute by minute.
    for minute in stride(from: -3000, through: horizon.minutes.upperBound, by: 5) {
      let date = Date(timeIntervalSince1970: Double(horizon.start + minute) * 60)
      let parts = calendar.dateComponents([.hour, .minute], from: date)
      #expect(horizon.clockMinute(at: minute) == (parts.hour ?? 0) * 60 + (parts.minute ?? 0))
    }
  }

  @Test("An unknown time zone has no days")
  func unknownZone() {
    #expect(PlanHorizon(timeZone: "Europe/Lodnon", days: 0...1, businessDayStart: 0) == nil)
  }

  @Test("Requirements become heads by role and interval of the whole business days that they touch")
  func requirements() throws {
    let table = try table([(9, "till", 2), (10, "till", 1), (9, "floor", 3)])
    let horizon = try table.horizon()
    #expect(horizon.days.map(\.date) == ["2026-11-30"] && horizon.minutes == 0..<1440)
    let demand = try table.demand(on: horizon, roles: ["floor", "till", "stock"])
    #expect(demand.required.map { $0.reduce(0, +) } == [3, 3, 0])
    #expect(demand.required[1][9] == 2 && demand.required[1][10] == 1 && demand.required[0][9] == 3)
  }

  @Test("A role that is not in the staff file, and an interval told twice, are refused with their place")
  func refusals() throws {
    let table = try table([(9, "till", 2), (9, "till", 1)])
    let horizon = try table.horizon()
    #expect(throws: DocumentError("/requirements/1", "tells an interval of role 'till' again; each once")) {
      try table.demand(on: horizon, roles: ["till"])
    }
    #expect(throws: DocumentError("/requirements/0/role", "is 'till'; the staff file has: floor")) {
      try table.demand(on: horizon, roles: ["floor"])
    }
  }

  @Test(
    "An hour that a change of half an hour cuts is planned in half hours",
    arguments: [("2026-10-04", 47, [30, 60]), ("2026-04-05", 49, [60, 90])])
  func halfHour(date: String, count: Int, lengths: [Int]) throws {
    let day = try #require(ClockText.days(date))
    let zone = "Australia/Lord_Howe"
    let clock = try #require(StoreClock(timeZone: zone))
    let edges = [day, day + 1].map {
      clock.milliseconds(at: CivilTime(milliseconds: Int64($0) * CivilTime.millisecondsPerDay))
    }
    let intervals = try #require(
      PlanningIntervals.whole(in: edges[0]..<edges[1], minutes: 60, timeZone: zone, businessDayStart: 0))
    #expect(Set(intervals.map { Int($0.hours * 60) }) == Set(lengths))
    let basis = RequirementBasis(rule: .fixed, heads: 2, serving: 2, tasks: 0, shrinkage: 0)
    let table = RequirementTable(
      timeZone: zone, intervalMinutes: 60, businessDayStart: 0, level: .median, roles: ["till"],
      requirements: intervals.map {
        StaffRequirement(role: "till", interval: $0, required: 2, minimum: 0, basis: basis)
      })
    let demand = try table.demand(on: table.horizon(), roles: ["till"])
    #expect(demand == StaffDemand(intervalMinutes: 30, required: [[Int](repeating: 2, count: count)]))
  }

  @Test("A first day that is told in part is left out where it needs nobody")
  func restOfADay() throws {
    var table = try table([(0, "till", 0), (9, "till", 1)])
    table.businessDayStart = 240
    // Midnight of 30 November is still the business day of the 29th.
    table.requirements[0].interval.businessDay -= 1
    table.requirements[0].interval.minute = 1440
    let horizon = try table.horizon()
    #expect(horizon.days.map(\.date) == ["2026-11-30"] && horizon.clockMinute(at: 0) == 240)
    #expect(try table.demand(on: horizon, roles: ["till"]).required.map { $0.reduce(0, +) } == [1])
    table.requirements[0].required = 1
    #expect(try table.horizon().days.map(\.date) == ["2026-11-29", "2026-11-30"])
    #expect(try table.demand(on: table.horizon(), roles: ["till"]).required[0][20] == 1)
    #expect(throws: DocumentError.self) { try table.demand(on: horizon, roles: ["till"]) }
  }

  @Test("Without a requirement the period is one day")
  func nothing() throws {
    let horizon = try table([]).horizon()
    #expect(horizon.days.map(\.date) == ["1970-01-01"])
    #expect(try table([]).demand(on: horizon, roles: ["till"]).required == [[Int](repeating: 0, count: 24)])
  }

  @Test("More than eight weeks are refused")
  func tooLong() throws {
    var long = try table([(9, "till", 1), (9, "till", 1)])
    long.requirements[1].interval.businessDay += 56
    #expect(
      throws: DocumentError(
        "/requirements", "span 57 business days, 2026-11-30 to 2027-01-25; allowed: up to 56")
    ) { try long.horizon() }
  }

  private func table(_ rows: [(hour: Int, role: String, heads: Int)]) throws -> RequirementTable {
    let day = try #require(ClockText.days("2026-11-30"))
    let midnight = Int64(day) * 86_400_000
    return RequirementTable(
      timeZone: "Europe/London", intervalMinutes: 60, businessDayStart: 0, level: .median,
      roles: ["floor", "till"],
      requirements: rows.map { row in
        let start = midnight + Int64(row.hour) * 3_600_000
        return StaffRequirement(
          role: row.role,
          interval: PlanningInterval(
            businessDay: day, minute: row.hour * 60, startMilliseconds: start,
            endMilliseconds: start + 3_600_000),
          required: row.heads, minimum: 0,
          basis: RequirementBasis(rule: .fixed, heads: row.heads, serving: row.heads, tasks: 0, shrinkage: 0))
      })
  }
}
