/// Says of every interval that lacks people which rule keeps each employee from it.
///
///     var explanation = ShortageExplanation(of: plan, for: problem)
///     for shortage in explanation.shortages() { … }
///
/// Meant for plans without violations: a rule that the plan breaks already is named as if a new shift broke it.
public struct ShortageExplanation: Sendable {
  private let plan: StaffPlan
  private let problem: StaffingProblem
  private let check: RosterCheck
  private let cover: PlanCover
  private let shifts: [String: [Shift]]
  private let shapes: ShiftShapes
  private var candidates: [CandidateShifts]
  private var prices: [PriceKey: [(shift: Shift, cost: Double)]] = [:]

  private struct PriceKey: Hashable {
    let employee: Int
    let role: Int
    let minutes: Range<Int>
  }

  /// Prepares the explanation.
  public init(of plan: StaffPlan, for problem: StaffingProblem) {
    self.plan = plan
    self.problem = problem
    let check = RosterCheck(problem)
    let shifts = Dictionary(grouping: plan.shifts.filter { $0.employee != nil }) { $0.employee ?? "" }
    self.check = check
    self.shifts = shifts
    cover = PlanCover(plan, of: problem)
    shapes = ShiftShapes(problem)
    candidates = problem.employees.map {
      CandidateShifts(of: $0, beside: shifts[$0.id] ?? [], check: check)
    }
  }

  /// The shortages, by role and then by time.
  /// - Complexity: O(shortages × employees × shapes of shifts); what was found about a shape is kept.
  public mutating func shortages() -> [Shortage] {
    var shortages: [Shortage] = []
    for role in problem.roles.indices {
      for interval in 0..<problem.intervalCount {
        let missing = cover.under(role: role, interval: interval)
        guard missing > 0 else { continue }
        shortages.append(
          Shortage(
            role: role, interval: interval, missing: missing, reasons: reasons(role: role, interval: interval)
          ))
      }
    }
    return shortages
  }

  private mutating func reasons(role: Int, interval: Int) -> [ShortageReason] {
    let minutes = problem.demand.minutes(of: interval)
    let id = problem.roles[role].id
    let times = shapes.times(covering: minutes)
    var found: [ShortageReason.Code: ShortageReason] = [:]
    for index in problem.employees.indices {
      let employee = problem.employees[index]
      let isThere = (shifts[employee.id] ?? []).contains { $0.role == id && $0.covers(minutes) }
      if isThere { continue }
      let (code, cost) = reason(employee: index, role: role, minutes, times)
      var reason = found[code] ?? ShortageReason(code: code, employees: [], cost: cost)
      reason.employees.append(employee.id)
      if let cost { reason.cost = min(cost, reason.cost ?? cost) }
      found[code] = reason
    }
    return ShortageReason.Code.allCases.compactMap { found[$0] }
  }

  private mutating func reason(
    employee index: Int, role: Int, _ minutes: Range<Int>, _ times: [Range<Int>]
  ) -> (ShortageReason.Code, cost: Double?) {
    let employee = problem.employees[index]
    guard employee.can(problem.roles[role]) else { return (.noSkill, nil) }
    let candidates = candidates[index].judged(times)
    guard let strongest = candidates.map(\.obstacle).max() else { return (.shiftRules, nil) }
    guard strongest == CandidateShifts.noObstacle else {
      return (code(of: CandidateShifts.chain[strongest], employee: employee, minutes), nil)
    }
    let allowed = candidates.filter { $0.obstacle == CandidateShifts.noObstacle }
    let costs = allowed.map { addedCost($0.minutes, employee: index, role: role, covering: minutes) }
    let cost = costs.min() ?? 0
    return (cost < -1e-9 ? .improvable : .costTradeOff, cost)
  }

  /// The least that a shift adds to the objective, over all places of its breaks that leave an interval free.
  private mutating func addedCost(
    _ span: Range<Int>, employee index: Int, role: Int, covering minutes: Range<Int>
  ) -> Double {
    let key = PriceKey(employee: index, role: role, minutes: span)
    let priced = prices[key] ?? price(key)
    prices[key] = priced
    return priced.lazy.filter { $0.shift.covers(minutes) }.map(\.cost).min() ?? 0
  }

  /// What each shift at a time adds to the objective.
  private func price(_ key: PriceKey) -> [(shift: Shift, cost: Double)] {
    let employee = problem.employees[key.employee]
    let own = shifts[employee.id] ?? []
    let all = shapes.shifts(at: key.minutes, role: problem.roles[key.role].id, employee: employee.id)
    guard let first = all.first else { return [] }
    // Places of breaks matter to cover alone.
    let personal = check.personalCost(own + [first], of: employee) - check.personalCost(own, of: employee)
    let fairness =
      check.fairness { $0.id == employee.id ? own + [first] : shifts[$0.id] ?? [] }
      - check.fairness { shifts[$0.id] ?? [] }
    return all.map { shift in
      (shift, cover.addedCost(of: shift, role: key.role, weights: problem.weights) + personal + fairness)
    }
  }

  private func code(of rule: RosterRule, employee: Employee, _ minutes: Range<Int>) -> ShortageReason.Code {
    switch rule {
    case .availability: .unavailable
    case .overlap, .shiftsPerDay: isPinned(employee, near: minutes) ? .pinned : .alreadyOn
    default: ShortageReason.Code(rawValue: rule.rawValue) ?? .alreadyOn
    }
  }

  /// Whether all that an employee works on the day of an interval is pinned.
  private func isPinned(_ employee: Employee, near minutes: Range<Int>) -> Bool {
    let day = problem.horizon.day(at: minutes.lowerBound)
    let shifts = (shifts[employee.id] ?? []).filter {
      problem.horizon.day(at: $0.minutes.lowerBound) == day || $0.minutes.overlaps(minutes)
    }
    return !shifts.isEmpty
      && shifts.allSatisfy { employee.pinned.contains(PinnedShift(role: $0.role, minutes: $0.minutes)) }
  }
}

extension PlanCover {
  /// What one more shift in a role adds to the cost of people missing and not needed; negative where it saves.
  func addedCost(of shift: Shift, role: Int, weights: PlanWeights) -> Double {
    intervals(coveredBy: shift).reduce(0) { cost, interval in
      let isNeeded = scheduled[role][interval] < required[role][interval]
      return cost + Double(intervalMinutes) / 60 * (isNeeded ? -weights.underHour : weights.overHour)
    }
  }
}
