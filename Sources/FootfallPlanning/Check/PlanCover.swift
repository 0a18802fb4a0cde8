/// How many people a plan puts to work, by role and interval, against how many are needed.
///
/// Somebody covers an interval who is at work throughout it and on no break. An open shift covers only where the
/// problem has no employees: otherwise nobody has taken it.
public struct PlanCover: Hashable, Sendable {
  /// Heads at work by role, in the order of the problem's roles, and interval.
  public private(set) var scheduled: [[Int]]
  /// Heads needed, likewise.
  public let required: [[Int]]
  /// The length of an interval.
  public let intervalMinutes: Int

  /// Counts who is at work.
  public init(_ plan: StaffPlan, of problem: StaffingProblem) {
    let shifts = plan.shifts.filter { $0.employee != nil || problem.employees.isEmpty }
    self.init(shifts, for: problem.demand, roles: problem.roles.map(\.id))
  }

  /// Counts who is at work in some shifts; shifts of other roles count nowhere.
  /// - Parameter roles: the ids of the roles, in the order of the demand.
  public init(_ shifts: [Shift], for demand: StaffDemand, roles: [String]) {
    intervalMinutes = demand.intervalMinutes
    required = demand.required
    scheduled = required.map { [Int](repeating: 0, count: $0.count) }
    let places = Dictionary(roles.enumerated().map { ($1, $0) }) { first, _ in first }
    for shift in shifts {
      guard let role = places[shift.role] else { continue }
      for interval in intervals(coveredBy: shift) { scheduled[role][interval] += 1 }
    }
  }

  /// Heads missing.
  public func under(role: Int, interval: Int) -> Int {
    max(0, required[role][interval] - scheduled[role][interval])
  }

  /// Heads not needed.
  public func over(role: Int, interval: Int) -> Int {
    max(0, scheduled[role][interval] - required[role][interval])
  }

  /// Person-minutes needed, at work, missing and not needed, of one role or of all.
  public func totals(role: Int? = nil) -> (required: Int, scheduled: Int, under: Int, over: Int) {
    var totals = (required: 0, scheduled: 0, under: 0, over: 0)
    for index in role.map({ $0..<$0 + 1 }) ?? required.indices {
      for interval in required[index].indices {
        totals.required += required[index][interval] * intervalMinutes
        totals.scheduled += scheduled[index][interval] * intervalMinutes
        totals.under += under(role: index, interval: interval) * intervalMinutes
        totals.over += over(role: index, interval: interval) * intervalMinutes
      }
    }
    return totals
  }

  /// The intervals of the period that a shift covers.
  func intervals(coveredBy shift: Shift) -> [Int] {
    let count = required.first?.count ?? 0
    let first = max(0, (shift.minutes.lowerBound + intervalMinutes - 1) / intervalMinutes)
    let end = min(count, shift.minutes.upperBound / intervalMinutes)
    return (first..<max(first, end)).filter {
      shift.covers($0 * intervalMinutes..<($0 + 1) * intervalMinutes)
    }
  }
}
