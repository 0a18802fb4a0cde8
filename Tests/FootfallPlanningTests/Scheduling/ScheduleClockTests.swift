import FootfallCore
import Testing

@testable import FootfallPlanning

@Suite("Rosters and the clock")
struct ScheduleClockTests {
  /// Business days from 04:00 of a bar that is open from 20:00 to 02:00, the first with 25 hours: the clock is set back
  /// at 03:00 of its second date.
  private var problem: StaffingProblem {
    let monday = 20_787
    let days = [
      PlanDay(date: "first", number: monday, minutes: 0..<1500),
      PlanDay(date: "second", number: monday + 1, minutes: 1500..<2940),
    ]
    let horizon = PlanHorizon(
      timeZone: "Europe/Berlin", start: monday * 1440 + 4 * 60 - 120, days: days,
      clockOffsets: [
        PlanHorizon.ClockOffset(from: 0, minutes: 120), PlanHorizon.ClockOffset(from: 1380, minutes: 60),
      ])
    var required = [Int](repeating: 0, count: 49)
    for hour in (16..<22).map({ $0 }) + (41..<47) { required[hour] = 1 }
    var contract = Contract()
    contract.leastRestMinutes = 11 * 60
    let rules = ShiftRules(
      startGridMinutes: 60, leastMinutes: 180, greatestMinutes: 360, lengthGridMinutes: 60,
      breaks: [BreakRule(shiftMinutes: 360..<361, minutes: 60, isPaid: false, window: 120..<240)])
    return StaffingProblem(
      horizon: horizon, roles: [StaffRole(id: "bar", skills: ["bar"])],
      employees: ["a", "b"].map {
        Employee(id: $0, skills: ["bar"], available: [0..<2940], contract: contract)
      }, demand: StaffDemand(intervalMinutes: 60, required: [required]), rules: rules)
  }

  @Test("shifts go over midnight and belong to the day on which they begin, also where it has 25 hours")
  func night() {
    let problem = problem
    let model = RosterModel(problem)
    let roster = TinyStore.roster(of: model.problem, roundsPerCell: 200, seed: 1)
    let plan = model.plan(of: roster)
    #expect(RosterCheck(problem).violations(of: plan) == [])
    #expect(PlanCover(plan, of: problem).totals().under == 0)
    let second = plan.shifts.filter { $0.minutes.lowerBound >= 1500 }
    #expect(second.allSatisfy { problem.horizon.clockMinute(at: $0.minutes.lowerBound) >= 20 * 60 })
    #expect(plan.shifts.contains { problem.horizon.clockMinute(at: $0.minutes.upperBound) <= 2 * 60 })
  }
}
