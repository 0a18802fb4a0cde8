import FootfallPlanning
import Testing

@Suite("Explanations of shortages")
struct ShortageExplanationTests {
  /// The rules in the order in which they are applied.
  private static let chain: [ShortageReason.Code] = [
    .noSkill, .unavailable, .alreadyOn, .rest, .minMinutesDay, .maxMinutesDay, .maxMinutesWeek, .maxDaysWeek,
    .consecutiveDays, .weekends, .rollingWindow,
  ]

  @Test("Brute force confirms every reason of every employee", arguments: 1...6 as ClosedRange<UInt64>)
  func bruteForce(seed: UInt64) {
    let small = ShortStaffing(seed: seed)
    let naive = NaiveRules(problem: small.problem)
    #expect(RosterCheck(small.problem).violations(of: small.plan).isEmpty)
    var explanation = ShortageExplanation(of: small.plan, for: small.problem)
    let shortages = explanation.shortages()
    #expect(!shortages.isEmpty)
    for shortage in shortages {
      for reason in shortage.reasons {
        for id in reason.employees { confirm(reason, of: id, in: shortage, small, naive) }
      }
    }
  }

  private func confirm(
    _ reason: ShortageReason, of id: String, in shortage: Shortage, _ small: ShortStaffing,
    _ naive: NaiveRules
  ) {
    let minutes = small.problem.demand.minutes(of: shortage.interval)
    let role = small.problem.roles[shortage.role]
    guard let employee = small.problem.employees.first(where: { $0.id == id }) else {
      Issue.record("nobody is called \(id)")
      return
    }
    let own = small.plan.shifts.filter { $0.employee == id }
    let obstacles = naive.shifts(covering: minutes, role: role.id, of: employee).map {
      (shift: $0, codes: naive.obstacles(to: $0, of: employee, beside: own))
    }
    let comment: Comment = "\(id), \(role.id), \(minutes): \(reason.code)"
    guard let place = Self.chain.firstIndex(of: reason.code) else {
      // No rule: some shift is allowed, and costs what is said at least.
      let before = naive.objective(small.plan.shifts)
      let costs = obstacles.filter(\.codes.isEmpty).map {
        naive.objective(small.plan.shifts + [$0.shift]) - before
      }
      let least = costs.min() ?? -.infinity
      #expect(reason.code == (least < -1e-9 ? .improvable : .costTradeOff), comment)
      #expect(reason.cost.map { $0 <= least + 1e-6 } == true, comment)
      return
    }
    // Every shift is forbidden; the rules before leave some, and the one named forbids all of those.
    let left = obstacles.filter { $0.codes.isDisjoint(with: Self.chain[..<place]) }
    #expect(!left.isEmpty && left.allSatisfy { $0.codes.contains(reason.code) }, comment)
  }

  @Test("Everybody who is not at work in the role is named once, with one reason")
  func completeness() {
    let small = ShortStaffing(seed: 7)
    var explanation = ShortageExplanation(of: small.plan, for: small.problem)
    for shortage in explanation.shortages() {
      let minutes = small.problem.demand.minutes(of: shortage.interval)
      let role = small.problem.roles[shortage.role].id
      let there = small.plan.shifts.filter { $0.role == role && $0.covers(minutes) }.compactMap(\.employee)
      let named = shortage.reasons.flatMap(\.employees) + there
      #expect(named.sorted() == small.problem.employees.map(\.id).sorted())
    }
  }

  @Test("A role that nobody can do is short for want of the skill; a pinned shift is named as what binds")
  func plainReasons() {
    let horizon = Days.horizon(1)
    var bound = Employee("bound", ["till"], on: horizon)
    bound.pinned = [PinnedShift(role: "till", minutes: Days.hours(8, 12))]
    let heads = (0..<24).map { (8..<12).contains($0) ? 1 : 0 }
    let problem = StaffingProblem(
      horizon: horizon,
      roles: [StaffRole(id: "baker", skills: ["bake"]), StaffRole(id: "till", skills: ["till"])],
      employees: [bound], demand: StaffDemand(intervalMinutes: 60, required: [heads, heads.map { $0 * 2 }]),
      rules: .usual)
    let report = PlanReport(
      of: StaffPlan(shifts: [Shift("bound", Days.hours(8, 12), role: "till")]), for: problem)
    #expect(report.violations.isEmpty)
    #expect(Set(report.shortages.filter { $0.role == 0 }.flatMap { $0.reasons.map(\.code) }) == [.noSkill])
    // The only till worker is there; nobody else is left to have a reason.
    #expect(report.shortages.filter { $0.role == 1 }.allSatisfy { $0.missing == 1 && $0.reasons.isEmpty })
    #expect(ShortageStretch.joined(report.shortages).map(\.intervals) == [8..<12, 8..<12])
    // Without their pin in the interval's role they would be bound elsewhere.
    let floor = StaffingProblem(
      horizon: horizon,
      roles: [StaffRole(id: "floor", skills: ["till"]), StaffRole(id: "till", skills: ["till"])],
      employees: [bound], demand: StaffDemand(intervalMinutes: 60, required: [heads, heads]), rules: .usual)
    let other = PlanReport(
      of: StaffPlan(shifts: [Shift("bound", Days.hours(8, 12), role: "till")]), for: floor)
    #expect(Set(other.shortages.flatMap { $0.reasons.map(\.code) }) == [.pinned])
  }

  @Test("One more person removes what the recomputed cover says, within the contract and the rules")
  func extraPerson() {
    let small = ShortStaffing(seed: 3)
    let answers = ExtraPerson.answers(for: small.problem, plan: small.plan)
    #expect(Set(answers.map(\.skill)) == ["floor", "till"])
    let before = PlanCover(small.plan, of: small.problem).totals().under
    for answer in answers {
      let after = PlanCover(StaffPlan(shifts: small.plan.shifts + answer.shifts), of: small.problem).totals()
      #expect(answer.underMinutesBefore == before && answer.underMinutesAfter == after.under)
      #expect(answer.underMinutesAfter < before && !answer.shifts.isEmpty)
    }
  }

  @Test("Where nobody is missing, nobody more is asked for")
  func noExtraPerson() {
    #expect(ExtraPerson.answers(for: ValidFortnight.problem, plan: ValidFortnight.plan).isEmpty)
  }
}
