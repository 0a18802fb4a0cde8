import FootfallPlanning
import FootfallTestSupport

/// A small problem with too few people, and a plan for it without violations, both drawn by a seed.
struct ShortStaffing {
  let problem: StaffingProblem
  let plan: StaffPlan

  private static let rules = ShiftRules(
    startGridMinutes: 120, leastMinutes: 240, greatestMinutes: 480, lengthGridMinutes: 120,
    breaks: [BreakRule(shiftMinutes: 360..<1441, minutes: 60, isPaid: false, window: 120..<300)])

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let horizon = Days.horizon(9)
    let intervals = horizon.minutes.count / 60
    let roles = [StaffRole(id: "floor", skills: ["floor"]), StaffRole(id: "till", skills: ["till"])]
    let required = roles.map { _ in
      (0..<intervals).map { (8..<20).contains($0 % 24) ? Int.random(in: 0...3, using: &random) : 0 }
    }
    let problem = StaffingProblem(
      horizon: horizon, roles: roles,
      employees: (0..<6).map { Self.employee($0, on: horizon, using: &random) },
      demand: StaffDemand(intervalMinutes: 60, required: required), rules: Self.rules)
    self.problem = problem
    plan = Self.plan(for: problem, using: &random)
  }

  private static func employee(
    _ index: Int, on horizon: PlanHorizon, using random: inout SeededGenerator
  ) -> Employee {
    var contract = Contract()
    contract.leastRestMinutes = 660
    contract.greatestDayMinutes = [300, 420, 480].randomElement(using: &random)
    contract.leastDayMinutes = [0, 0, 300].randomElement(using: &random) ?? 0
    contract.greatestDayMinutes = max(contract.leastDayMinutes, contract.greatestDayMinutes ?? 0)
    contract.leastWeekMinutes = [0, 900].randomElement(using: &random) ?? 0
    contract.greatestWeekMinutes = [1200, 1800, nil].randomElement(using: &random) ?? nil
    contract.greatestWeekDays = [3, 5, nil].randomElement(using: &random) ?? nil
    contract.greatestConsecutiveDays = [2, 4, nil].randomElement(using: &random) ?? nil
    contract.greatestWeekends = [0, 1, nil].randomElement(using: &random) ?? nil
    if Bool.random(using: &random) {
      contract.windows = [RollingWindow(days: 4, greatestMinutes: 1200, greatestDays: 3)]
    }
    let skills: Set<String> = [["floor"], ["till"], ["floor", "till"]].randomElement(using: &random) ?? []
    var employee = Employee("e\(index)", skills, on: horizon, contract)
    employee.available = horizon.days.indices.compactMap { day in
      let start = Int.random(in: 6...12, using: &random)
      return Int.random(in: 0..<5, using: &random) == 0
        ? nil : Days.hours(Double(start), Double(start + 12), day: day)
    }
    employee.history = (-2..<0).filter { _ in Bool.random(using: &random) }.map { day in
      WorkedShift(day: day, minutes: Days.hours(16, 24, day: day), paidMinutes: 420)
    }
    employee.wishes = [
      Wish(.off, minutes: Days.hours(8, 20, day: Int.random(in: 0..<9, using: &random)), weight: 30)
    ]
    return employee
  }

  /// Adds shifts at random as long as the naive rules allow them.
  private static func plan(for problem: StaffingProblem, using random: inout SeededGenerator) -> StaffPlan {
    let naive = NaiveRules(problem: problem)
    var shifts: [Shift] = []
    for _ in 0..<60 {
      guard let employee = problem.employees.randomElement(using: &random),
        let role = problem.roles.randomElement(using: &random)
      else { continue }
      let hour = Int.random(in: 0..<9, using: &random) * 24 + Int.random(in: 8..<20, using: &random)
      let candidates = naive.shifts(covering: hour * 60..<hour * 60 + 60, role: role.id, of: employee)
      guard let shift = candidates.randomElement(using: &random) else { continue }
      let own = shifts.filter { $0.employee == employee.id }
      if naive.obstacles(to: shift, of: employee, beside: own).isEmpty { shifts.append(shift) }
    }
    return StaffPlan(shifts: shifts)
  }
}
