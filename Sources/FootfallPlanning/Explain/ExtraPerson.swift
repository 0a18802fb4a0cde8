/// What one more person with some skill would change.
public struct ExtraPerson: Hashable, Sendable {
  /// The skill.
  public let skill: String
  /// What they would work.
  public let shifts: [Shift]
  /// Person-minutes missing in all roles, before.
  public let underMinutesBefore: Int
  /// Likewise, with them.
  public let underMinutesAfter: Int

  /// One answer for each skill that a role with a shortage takes, the most helpful first.
  ///
  /// The person is always available and works under the longest of the employees' contracts. Of each day the shift is
  /// taken that saves most, the best day first, as far as the contract allows: what is removed is reached, and the
  /// best possible may be more.
  public static func answers(for problem: StaffingProblem, plan: StaffPlan) -> [ExtraPerson] {
    let cover = PlanCover(plan, of: problem)
    let short = problem.roles.indices.filter { cover.totals(role: $0).under > 0 }
    var skills: [String] = []
    for skill in short.flatMap({ problem.roles[$0].skills }) where !skills.contains(skill) {
      skills.append(skill)
    }
    return skills.map { ExtraPerson(skill: $0, problem: problem, plan: plan, cover: cover) }
      .sorted { ($0.underMinutesAfter, $0.skill) < ($1.underMinutesAfter, $1.skill) }
  }

  private init(skill: String, problem: StaffingProblem, plan: StaffPlan, cover: PlanCover) {
    self.skill = skill
    let contracts = problem.employees.map(\.contract)
    let contract = contracts.max { ($0.greatestWeekMinutes ?? -1) < ($1.greatestWeekMinutes ?? -1) }
    let person = Employee(
      id: "extra", skills: [skill], available: [problem.horizon.minutes], contract: contract ?? Contract())
    shifts = ExtraPerson.shifts(of: person, problem: problem, cover: cover)
    // Counted as employees' shifts are: a problem without employees counts open ones.
    let more = shifts.map { shift in
      var shift = shift
      if problem.employees.isEmpty { shift.employee = nil }
      return shift
    }
    underMinutesBefore = cover.totals().under
    underMinutesAfter = PlanCover(StaffPlan(shifts: plan.shifts + more), of: problem).totals().under
  }

  private static func shifts(of person: Employee, problem: StaffingProblem, cover: PlanCover) -> [Shift] {
    let check = RosterCheck(problem)
    let days = problem.horizon.days.indices
      .map { savings(onDay: $0, person, problem, cover) }
      .sorted { ($0.first?.cost ?? 0) < ($1.first?.cost ?? 0) }
    var record = WorkRecord(history: [], shifts: [], horizon: problem.horizon)
    var shifts: [Shift] = []
    for day in days {
      for (shift, _) in day {
        var next = record
        let index = problem.horizon.day(at: shift.minutes.lowerBound) ?? 0
        next.add(shift.minutes, paidMinutes: shift.paidMinutes, day: index)
        let isAllowed = RosterCheck.recordRules.allSatisfy {
          check.recordViolations($0, person, next).isEmpty
        }
        guard isAllowed else { continue }
        record = next
        shifts.append(shift)
        break
      }
    }
    return shifts.sorted()
  }

  /// The shifts of a day that save more than they cost, the most saving first.
  private static func savings(
    onDay day: Int, _ person: Employee, _ problem: StaffingProblem, _ cover: PlanCover
  ) -> [(shift: Shift, cost: Double)] {
    let rules = problem.rules
    let roles = problem.roles.indices.filter { person.can(problem.roles[$0]) }
    let shapes = ShiftShapes(problem)
    var savings: [(shift: Shift, cost: Double)] = []
    for start in problem.horizon.starts(onDay: day, grid: rules.startGridMinutes) {
      for length in rules.lengths where start + length <= problem.horizon.minutes.upperBound {
        let span = start..<start + length
        let labour = Double(rules.paidMinutes(ofShift: length)) / 60 * problem.weights.labourHour
        for role in roles {
          for shift in shapes.shifts(at: span, role: problem.roles[role].id, employee: person.id) {
            let cost = cover.addedCost(of: shift, role: role, weights: problem.weights) + labour
            if cost < 0 { savings.append((shift, cost)) }
          }
        }
      }
    }
    return savings.sorted { $0.cost == $1.cost ? $0.shift < $1.shift : $0.cost < $1.cost }
  }
}
