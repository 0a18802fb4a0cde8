/// A plan with everything that can be said about it: what exports and pages are made from.
public struct PlanReport: Sendable {
  /// What the plan is for.
  public let problem: StaffingProblem
  /// Who works when.
  public let plan: StaffPlan
  /// Heads at work and needed.
  public let cover: PlanCover
  /// The objective by its terms.
  public let terms: PlanTerms
  /// Breaches of hard rules; none in a plan that may be worked.
  public let violations: [RosterViolation]
  /// Where employees work less than their contracts say.
  public let shortWeeks: [ShortWeek]
  /// Where people are missing and why; not looked for where rules are broken.
  public let shortages: [Shortage]
  /// What one more person would change; nobody where nobody is missing.
  public let extraPersons: [ExtraPerson]
  /// How the plan was found; nil where nothing is known about that.
  public let solution: PlanSolution?

  /// Judges a plan.
  /// - Complexity: mostly that of ``ShortageExplanation/shortages()``.
  public init(of plan: StaffPlan, for problem: StaffingProblem, solution: PlanSolution? = nil) {
    self.problem = problem
    self.plan = plan
    self.solution = solution
    let check = RosterCheck(problem)
    cover = PlanCover(plan, of: problem)
    terms = check.terms(of: plan)
    violations = check.violations(of: plan)
    shortWeeks = problem.employees.flatMap { employee in
      check.shortWeeks(plan.shifts.filter { $0.employee == employee.id }, of: employee)
    }
    if violations.isEmpty {
      var explanation = ShortageExplanation(of: plan, for: problem)
      shortages = explanation.shortages()
      extraPersons = ExtraPerson.answers(for: problem, plan: plan)
    } else {
      shortages = []
      extraPersons = []
    }
  }

  /// The shifts of one employee, in order of time.
  public func shifts(of employee: Employee) -> [Shift] { plan.shifts.filter { $0.employee == employee.id } }

  /// Whether a shift is one that its employee must have.
  public func isPinned(_ shift: Shift) -> Bool {
    problem.employees.contains { employee in
      employee.id == shift.employee
        && employee.pinned.contains(PinnedShift(role: shift.role, minutes: shift.minutes))
    }
  }
}
