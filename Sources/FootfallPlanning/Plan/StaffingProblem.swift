/// Everything that a shift plan is made from and judged by.
///
/// What is hard: one shift a day (two where a day may be split), shifts and breaks after the rules, skills,
/// availability, pinned shifts and the contracts. All else costs, see ``PlanWeights``; so there always is a plan,
/// the pinned shifts alone.
public struct StaffingProblem: Hashable, Sendable {
  /// The period.
  public let horizon: PlanHorizon
  /// What is covered; ids differ.
  public let roles: [StaffRole]
  /// Who can be given shifts; ids differ.
  ///
  /// Where there is nobody, all shifts are open and an open shift covers.
  public let employees: [Employee]
  /// How many are needed.
  public let demand: StaffDemand
  /// What a shift may look like.
  public let rules: ShiftRules
  /// What shortcomings cost.
  public let weights: PlanWeights
  /// The plan that is out already, from which as little as possible is to be changed; nil where there is none.
  public let published: StaffPlan?
  /// Whether a day of the period has work for a shift: from the first time at which somebody is needed to the last there
  /// is room for the shortest one.
  private let offersShift: [Bool]

  /// Creates a problem.
  public init(
    horizon: PlanHorizon, roles: [StaffRole], employees: [Employee], demand: StaffDemand, rules: ShiftRules,
    weights: PlanWeights = PlanWeights(), published: StaffPlan? = nil
  ) {
    precondition(demand.required.count == roles.count, "each role has a demand")
    self.horizon = horizon
    self.roles = roles
    self.employees = employees
    self.demand = demand
    self.rules = rules
    self.weights = weights
    self.published = published
    offersShift = horizon.days.map { demand.neededTime(within: $0.minutes).count >= rules.leastMinutes }
  }

  /// More open shifts a day than this take too long to place.
  public static let mostOpenShifts = 2_000

  /// How many open shifts could be of use on the busiest day: each head of a role's peak in as many of the shortest
  /// shifts as its hours hold, and once more for the breaks.
  public var usefulOpenShifts: Int {
    let interval = demand.intervalMinutes
    let numbers = horizon.days.map { day in
      demand.required.reduce(0) { sum, required in
        let needed = required[day.minutes.lowerBound / interval..<day.minutes.upperBound / interval]
        let hours = needed.count { $0 > 0 } * interval
        return sum + (needed.max() ?? 0) * (hours / rules.leastMinutes + 2)
      }
    }
    return numbers.max() ?? 0
  }

  /// How many intervals the period has.
  public var intervalCount: Int { horizon.minutes.count / demand.intervalMinutes }

  /// The cost of an hour of an employee as a multiple of the mean of all whose cost is known; 1 for nil and unknown.
  /// - Complexity: O(employees).
  public func relativeCost(of employee: Employee?) -> Double {
    let known = employees.compactMap(\.hourlyCents)
    guard let cents = employee?.hourlyCents else { return 1 }
    let sum = known.reduce(0, +)
    return sum > 0 ? Double(cents) * Double(known.count) / Double(sum) : 1
  }

  /// What an employee can work in the period at most: the sum of the weeks' limits, or of the available minutes where
  /// that is less.
  ///
  /// Shares of it are compared for fairness.
  public func possibleMinutes(of employee: Employee) -> Int {
    let available = employee.available.reduce(0) { $0 + $1.count }
    guard let limit = employee.contract.greatestWeekMinutes else { return available }
    return min(available, limit * horizon.days.count / 7)
  }

  /// What an employee is to work in a week of the period at least.
  ///
  /// Of a week that the period cuts, as many sevenths of the contract's minutes as it has days with work for a shift:
  /// the night before the first business day, or a closed day, asks for nothing.
  /// - Parameter week: one of ``PlanHorizon/weeks``.
  public func leastMinutes(of employee: Employee, inWeek week: Int) -> Int {
    let days = horizon.days.indices.filter { horizon.week(ofDay: $0) == week }
    let counted = days.count == 7 ? 7 : days.count { offersShift[$0] }
    return employee.contract.leastWeekMinutes * counted / 7
  }
}
