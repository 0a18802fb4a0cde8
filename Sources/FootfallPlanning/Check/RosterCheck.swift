/// Judges any plan, whoever made it, by the rules and weights of a problem alone: it knows no model and no solver.
///
///     let check = RosterCheck(problem)
///     for violation in check.violations(of: plan) { print(violation) }
///     print(check.terms(of: plan).total)
public struct RosterCheck: Sendable {
  /// What the plan is judged by.
  public let problem: StaffingProblem
  private let roles: [String: StaffRole]
  private let employees: [String: Employee]

  var horizon: PlanHorizon { problem.horizon }

  /// Prepares the judgement.
  public init(_ problem: StaffingProblem) {
    self.problem = problem
    roles = Dictionary(problem.roles.map { ($0.id, $0) }) { first, _ in first }
    employees = Dictionary(problem.employees.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Every breach of every hard rule: those of single shifts in the order of the plan, then by employee.
  ///
  /// Empty for a plan that may be worked.
  public func violations(of plan: StaffPlan) -> [RosterViolation] {
    var violations = plan.shifts.flatMap { shift in
      shapeViolations(of: shift) + placeViolations(of: shift)
    }
    for employee in problem.employees {
      let shifts = plan.shifts.filter { $0.employee == employee.id }
      let record = WorkRecord(history: employee.history, shifts: shifts, horizon: horizon)
      for rule in RosterCheck.recordRules { violations += recordViolations(rule, employee, record) }
      violations += pinViolations(of: employee, shifts: shifts)
    }
    return violations
  }

  /// Every way in which a plan's pinned shifts alone break a rule, so that no plan can keep them all; breaks are free.
  public func pinConflicts() -> [RosterViolation] {
    problem.employees.flatMap { employee -> [RosterViolation] in
      let shifts = employee.pinned.map { pin in
        let placements = problem.rules.breakPlacements(
          ofShift: pin.minutes, grid: problem.demand.intervalMinutes)
        return Shift(
          role: pin.role, employee: employee.id, minutes: pin.minutes, breaks: placements.first ?? [])
      }
      let record = WorkRecord(history: employee.history, shifts: shifts, horizon: horizon)
      return shifts.flatMap { shapeViolations(of: $0) + placeViolations(of: $0) }
        + RosterCheck.recordRules.filter { $0 != .minMinutesDay }.flatMap {
          recordViolations($0, employee, record)
        }
    }
  }

  /// The rules about who may have a shift: role, employee, skill, availability.
  func placeViolations(of shift: Shift) -> [RosterViolation] {
    func violation(_ rule: RosterRule, _ value: String, _ allowed: String) -> RosterViolation {
      RosterViolation(
        rule, employee: shift.employee, shift: shift, time: horizon.text(of: shift.minutes), value: value,
        allowed: allowed)
    }
    var violations: [RosterViolation] = []
    let role = roles[shift.role]
    if role == nil {
      let known = problem.roles.map(\.id).joined(separator: ", ")
      violations.append(violation(.role, "the role is '\(shift.role)'", known))
    }
    guard let id = shift.employee else { return violations }
    guard let employee = employees[id] else {
      return violations + [violation(.employee, "nobody has this id", "the employees of the staff file")]
    }
    if let role, !employee.can(role) {
      let skills = employee.skills.sorted().joined(separator: ", ")
      violations.append(
        violation(
          .skill, "role \(role.id) for somebody with \(skills.isEmpty ? "no skill" : skills)",
          "one of \(role.skills.joined(separator: ", "))"))
    }
    if !employee.isAvailable(shift.minutes) {
      violations.append(
        violation(.availability, "not available throughout", availabilityText(employee, shift)))
    }
    return violations
  }

  private func availabilityText(_ employee: Employee, _ shift: Shift) -> String {
    let near = employee.available.filter {
      $0.lowerBound < shift.minutes.upperBound + 720 && $0.upperBound > shift.minutes.lowerBound - 720
    }
    return near.isEmpty
      ? "no time near this shift" : near.map { horizon.text(of: $0) }.joined(separator: ", ")
  }

  private func pinViolations(of employee: Employee, shifts: [Shift]) -> [RosterViolation] {
    employee.pinned.filter { pin in
      !shifts.contains { $0.minutes == pin.minutes && $0.role == pin.role }
    }.map { pin in
      RosterViolation(
        .pinned, employee: employee.id, time: horizon.text(of: pin.minutes),
        value: "the pinned shift is missing",
        allowed: "a shift of role \(pin.role) at this time")
    }
  }
}
