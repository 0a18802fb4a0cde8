@testable import FootfallPlanning

/// Staffing problems so small that all plans can be made: a store that opens from 08:00 to 12:00.
struct TinyStore {
  var days = 2
  var roles = ["floor"]
  var weights = PlanWeights()
  var published: StaffPlan?
  var employees: [Employee] = []
  /// Heads by role and hour from 08:00, the same on each day.
  var required = [[1, 2, 2, 1]]
  var rules = ShiftRules(
    startGridMinutes: 60, leastMinutes: 120, greatestMinutes: 180, lengthGridMinutes: 60,
    breaks: [BreakRule(shiftMinutes: 180..<181, minutes: 60, isPaid: false, window: 0..<180)])
  /// The weekday of the first day, 0 being Monday.
  var firstWeekday = 0

  /// Hours of a day, as minutes of the period.
  static func hours(_ from: Int, _ to: Int, day: Int) -> Range<Int> {
    day * 1440 + from * 60..<day * 1440 + to * 60
  }

  /// What a cycle of annealing makes.
  static func roster(of problem: RosterProblem, roundsPerCell: Int, seed: UInt64) -> Roster {
    var annealing = RosterAnnealing(problem, seed: seed)
    annealing.begin(rounds: roundsPerCell * annealing.size)
    while annealing.step(rounds: 10) {}
    return annealing.best
  }

  /// Somebody who can always come.
  func employee(_ id: String, _ contract: Contract = Contract(), skills: Set<String>? = nil) -> Employee {
    Employee(
      id: id, skills: skills ?? Set(roles), available: [0..<days * 1440], hourlyCents: nil, contract: contract
    )
  }

  var horizon: PlanHorizon {
    // 2026-11-30 is a Monday.
    let monday = 20_787
    let days = (0..<days).map { day in
      PlanDay(
        date: "day \(day)", number: monday + firstWeekday + day, minutes: day * 1440..<(day + 1) * 1440)
    }
    return PlanHorizon(
      timeZone: "UTC", start: (monday + firstWeekday) * 1440, days: days,
      clockOffsets: [PlanHorizon.ClockOffset(from: 0, minutes: 0)])
  }

  var problem: StaffingProblem {
    let required = required.map { hours in
      (0..<days).flatMap { _ in Array(repeating: 0, count: 8) + hours + Array(repeating: 0, count: 12) }
    }
    return StaffingProblem(
      horizon: horizon, roles: roles.map { StaffRole(id: $0, skills: [$0]) }, employees: employees,
      demand: StaffDemand(intervalMinutes: 60, required: required), rules: rules, weights: weights,
      published: published)
  }
}

/// The best plan of all there are, found by making them all and asking the verifier alone.
struct EveryPlan {
  private let problem: StaffingProblem
  private let check: RosterCheck

  init(of problem: StaffingProblem) {
    self.problem = problem
    check = RosterCheck(problem)
  }

  /// The least objective of a plan without violations; nil where there is none.
  var leastObjective: Double? {
    var plans: [[Shift]] = [[]]
    for employee in problem.employees {
      let own = periods(of: employee)
      plans = plans.flatMap { plan in own.map { plan + $0 } }
    }
    return plans.lazy.map { check.terms(of: StaffPlan(shifts: $0)).total }.min()
  }

  /// Everything that an employee can work in the period within the rules.
  private func periods(of employee: Employee) -> [[Shift]] {
    var periods: [[Shift]] = [[]]
    for day in problem.horizon.days.indices {
      let own = days(of: employee, day: day)
      periods = periods.flatMap { period in own.map { period + $0 } }
    }
    let others = problem.employees.filter { $0.id != employee.id }.flatMap(\.pinned)
    precondition(others.isEmpty, "the verifier would miss the pins of others")
    return periods.filter { check.violations(of: StaffPlan(shifts: $0)).isEmpty }
  }

  private func days(of employee: Employee, day: Int) -> [[Shift]] {
    let rules = problem.rules
    var shifts: [Shift] = []
    for start in problem.horizon.starts(onDay: day, grid: rules.startGridMinutes)
    where (8..<12).contains(problem.horizon.clockMinute(at: start) / 60) {
      for length in rules.lengths where problem.horizon.clockMinute(at: start) + length <= 12 * 60 {
        let minutes = start..<start + length
        for breaks in rules.breakPlacements(ofShift: minutes, grid: problem.demand.intervalMinutes) {
          shifts += problem.roles.map {
            Shift(role: $0.id, employee: employee.id, minutes: minutes, breaks: breaks)
          }
        }
      }
    }
    var days = [[]] + shifts.map { [$0] }
    if rules.split != nil, employee.contract.allowsSplitShifts {
      for first in shifts {
        days += shifts.filter { $0.minutes.lowerBound >= first.minutes.upperBound }.map { [first, $0] }
      }
    }
    return days
  }
}
