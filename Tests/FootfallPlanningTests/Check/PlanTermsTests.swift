import FootfallPlanning
import Testing

@Suite("The objective of plans")
struct PlanTermsTests {
  /// One day; two are needed on the floor from 9 to 17 by the hour.
  private func problem(_ employees: [Employee], published: StaffPlan? = nil) -> StaffingProblem {
    let horizon = Days.horizon(1)
    var weights = PlanWeights()
    weights.fairness = 10
    weights.startTime = 2
    let heads = (0..<24).map { (9..<17).contains($0) ? 2 : 0 }
    return StaffingProblem(
      horizon: horizon, roles: [StaffRole(id: "floor", skills: ["floor"])], employees: employees,
      demand: StaffDemand(intervalMinutes: 60, required: [heads]), rules: .usual, weights: weights,
      published: published)
  }

  private func person(_ id: String, cents: Int? = nil, week: ClosedRange<Int> = 0...3150) -> Employee {
    var contract = Contract(\.leastWeekMinutes, week.lowerBound)
    contract.greatestWeekMinutes = week.upperBound
    var person = Employee(id, on: Days.horizon(1), contract)
    person.hourlyCents = cents
    return person
  }

  @Test("Every term is what a planner works out by hand")
  func byHand() {
    var wishing = person("b", cents: 3000)
    wishing.wishes = [
      Wish(.off, minutes: Days.hours(16, 20), weight: 3), Wish(.work, minutes: Days.hours(6, 8), weight: 2),
      Wish(.off, minutes: Days.hours(18, 20), weight: 100),
    ]
    let problem = problem([person("a", cents: 1000, week: 0...3150), wishing])
    let plan = StaffPlan(shifts: [
      Shift("a", Days.hours(8, 12)), Shift("b", Days.hours(9, 17), breakAfter: 3),
    ])
    let terms = RosterCheck(problem).terms(of: plan)
    // The half hour from 12 leaves the hour from 12 uncovered by b: 2 missing then, 1 from 13 to 17.
    #expect(abs(terms.under - 6 * 48) < 1e-9)
    #expect(abs(terms.over - 4) < 1e-9)
    // a costs half of the mean, b one and a half: 4 h * 0.5 + 7.5 h * 1.5 = 13.25 h.
    #expect(abs(terms.labour - 13.25 * 0.4) < 1e-9)
    #expect(terms.wishes == 5)
    #expect(terms.minimumHours == 0 && terms.changes == 0 && terms.startTimes == 0)
    // Of 3150 / 7 = 450 minutes a works 240 and b 450.
    #expect(abs(terms.fairness - 10 * (450.0 - 240) / 450) < 1e-9)
    let total = 288 + 4 + 5.3 + 5 + 10 * 210.0 / 450
    #expect(abs(terms.total - total) < 1e-9)
  }

  @Test("A short week costs what is missing of as many sevenths as the period has days")
  func minimumHours() {
    let terms = RosterCheck(problem([person("a", week: 2100...3150)])).terms(
      of: StaffPlan(shifts: [Shift("a", Days.hours(9, 13))]))
    #expect(abs(terms.minimumHours - (300.0 - 240) / 60 * 8) < 1e-9)
  }

  @Test("Days without work for a shift ask for nothing in a week that the period cuts, and do in a whole one")
  func idleDays() {
    // From Sunday on; the Sunday needs somebody for three hours, Tuesday nobody, all others from 9 to 17.
    func least(days count: Int) -> [Int] {
      let horizon = Days.horizon(count, from: -1)
      let heads = (0..<count * 24).map { hour in
        let hours = hour / 24 == 0 ? 1..<4 : hour / 24 == 2 ? 0..<0 : 9..<17
        return hours.contains(hour % 24) ? 1 : 0
      }
      let person = Employee("a", on: horizon, Contract(\.leastWeekMinutes, 2100))
      let problem = StaffingProblem(
        horizon: horizon, roles: [StaffRole(id: "floor", skills: ["floor"])], employees: [person],
        demand: StaffDemand(intervalMinutes: 60, required: [heads]), rules: .usual)
      return horizon.weeks.map { problem.leastMinutes(of: person, inWeek: $0) }
    }
    #expect(least(days: 8) == [0, 2100])
    #expect(least(days: 6) == [0, 4 * 300])
  }

  @Test("A day is changed where role or time differ, not where breaks do")
  func changes() {
    let published = StaffPlan(shifts: [Shift("a", Days.hours(9, 17), breakAfter: 3)])
    let check = RosterCheck(problem([person("a"), person("b")], published: published))
    func changes(_ shifts: [Shift]) -> Double { check.terms(of: StaffPlan(shifts: shifts)).changes }
    #expect(changes([Shift("a", Days.hours(9, 17), breakAfter: 4)]) == 0)
    #expect(changes([Shift("a", Days.hours(10, 18), breakAfter: 3)]) == 5)
    #expect(changes([]) == 5)
    #expect(changes([Shift("b", Days.hours(9, 17), breakAfter: 3)]) == 10)
  }

  @Test("Each time of day beyond the first at which somebody begins costs")
  func startTimes() {
    let horizon = Days.horizon(3)
    var weights = PlanWeights()
    weights.startTime = 2
    let problem = StaffingProblem(
      horizon: horizon, roles: [StaffRole(id: "floor", skills: ["floor"])],
      employees: [Employee("a", on: horizon)], demand: .none(1, on: horizon), rules: .usual, weights: weights)
    func cost(_ starts: [Double]) -> Double {
      let shifts = starts.enumerated().map { Shift("a", Days.hours($1, $1 + 4, day: $0)) }
      return RosterCheck(problem).terms(of: StaffPlan(shifts: shifts)).startTimes
    }
    #expect(cost([9, 9, 9]) == 0)
    #expect(cost([9, 10, 9]) == 2)
    #expect(cost([9, 10, 11]) == 4)
  }

  @Test("An open shift covers where there is no staff list, and nowhere else")
  func openShifts() {
    let open = StaffPlan(shifts: [Shift(nil, Days.hours(9, 13)), Shift(nil, Days.hours(9, 13))])
    #expect(PlanCover(open, of: problem([])).totals().under == 8 * 60)
    #expect(PlanCover(open, of: problem([person("a")])).totals().under == 16 * 60)
    #expect(RosterCheck(problem([])).violations(of: open).isEmpty)
  }

  @Test("A plan without demand and shifts costs nothing")
  func nothing() {
    let horizon = Days.horizon(1)
    let problem = StaffingProblem(
      horizon: horizon, roles: [StaffRole(id: "floor", skills: ["floor"])], employees: [],
      demand: .none(1, on: horizon), rules: .usual)
    #expect(RosterCheck(problem).terms(of: StaffPlan(shifts: [])) == PlanTerms())
  }
}
