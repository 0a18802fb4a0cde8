import FootfallPlanning
import Testing

@Suite("The check of plans")
struct RosterCheckTests {
  private func problem(
    _ horizon: PlanHorizon, _ employees: [Employee], rules: ShiftRules = .usual
  ) -> StaffingProblem {
    StaffingProblem(
      horizon: horizon, roles: [StaffRole(id: "floor", skills: ["floor"])], employees: employees,
      demand: .none(1, on: horizon), rules: rules)
  }

  private func rules(_ problem: StaffingProblem, _ shifts: [Shift]) -> [RosterRule] {
    RosterCheck(problem).violations(of: StaffPlan(shifts: shifts)).map(\.rule)
  }

  @Test("What was worked earlier in the first week counts in it, and no later week")
  func weekAcrossTheStart() {
    // From a Thursday on: Monday to Wednesday were worked.
    let horizon = Days.horizon(7, from: 3)
    var person = Employee("a", on: horizon, Contract(\.greatestWeekMinutes, 5 * 450))
    person.history = (-3..<0).map {
      WorkedShift(day: $0, minutes: Days.hours(9, 17, day: $0), paidMinutes: 450)
    }
    func shifts(_ days: [Int]) -> [Shift] {
      days.map { Shift("a", Days.hours(9, 17, day: $0), breakAfter: 3) }
    }
    let problem = problem(horizon, [person])
    #expect(rules(problem, shifts([0, 1])).isEmpty)
    #expect(rules(problem, shifts([0, 1, 2])) == [.maxMinutesWeek])
    #expect(rules(problem, shifts([0, 1, 4, 5, 6])).isEmpty)
  }

  @Test("Weeks begin on the day that is said")
  func firstWeekday() {
    let horizon = Days.horizon(7, from: 5, firstWeekday: 5)
    let person = Employee("a", on: horizon, Contract(\.greatestWeekDays, 6))
    let shifts = (0..<7).map { Shift("a", Days.hours(9, 17, day: $0), breakAfter: 3) }
    #expect(rules(problem(horizon, [person]), shifts) == [.maxDaysWeek])
    let monday = Days.horizon(7, from: 5)
    #expect(
      rules(problem(monday, [Employee("a", on: monday, Contract(\.greatestWeekDays, 6))]), shifts).isEmpty)
  }

  @Test("A shift over midnight belongs to the day on which it begins, and the rest counts from its end")
  func overMidnight() {
    let horizon = Days.horizon(3)
    var contract = Contract(\.leastRestMinutes, 660)
    contract.greatestDayMinutes = 450
    let problem = problem(horizon, [Employee("a", on: horizon, contract)])
    let night = Shift("a", Days.hours(20, 28), breakAfter: 3)
    // Four at night to three in the afternoon are eleven hours.
    #expect(rules(problem, [night, Shift("a", Days.hours(15, 23, day: 1), breakAfter: 3)]).isEmpty)
    #expect(rules(problem, [night, Shift("a", Days.hours(14, 22, day: 1), breakAfter: 3)]) == [.rest])
    #expect(rules(problem, [night, Shift("a", Days.hours(3, 11, day: 1), breakAfter: 3)]) == [.overlap])
  }

  @Test("A split day within its gap is allowed to those whose contract allows it")
  func splitDay() {
    let horizon = Days.horizon(1)
    var split = ShiftRules.usual
    split.split = SplitRule(gapMinutes: 120...240)
    let shifts = [Shift("a", Days.hours(8, 12)), Shift("a", Days.hours(15, 19))]
    let free = Employee("a", on: horizon, Contract(\.allowsSplitShifts, true))
    #expect(rules(problem(horizon, [free], rules: split), shifts).isEmpty)
    #expect(rules(problem(horizon, [Employee("a", on: horizon)], rules: split), shifts) == [.shiftsPerDay])
    #expect(rules(problem(horizon, [free]), shifts) == [.shiftsPerDay])
  }

  @Test("Partial unavailability forbids only shifts that touch it")
  func partialUnavailability() {
    let horizon = Days.horizon(1)
    var person = Employee("a", on: horizon)
    person.available = [0..<600, 720..<1440]
    let problem = problem(horizon, [person])
    #expect(rules(problem, [Shift("a", Days.hours(6, 10))]).isEmpty)
    #expect(rules(problem, [Shift("a", Days.hours(12, 16))]).isEmpty)
    #expect(rules(problem, [Shift("a", Days.hours(9, 13))]) == [.availability])
  }

  @Test("A pinned shift that breaks a rule is found before anything is planned")
  func pinConflict() {
    let horizon = Days.horizon(2)
    var person = Employee("a", on: horizon, Contract(\.leastRestMinutes, 660))
    person.pinned = [
      PinnedShift(role: "floor", minutes: Days.hours(14, 22)),
      PinnedShift(role: "floor", minutes: Days.hours(7, 15, day: 1)),
    ]
    #expect(RosterCheck(problem(horizon, [person])).pinConflicts().map(\.rule) == [.rest])
    person.contract.leastRestMinutes = 540
    #expect(RosterCheck(problem(horizon, [person])).pinConflicts().isEmpty)
  }
}
