/// The shifts that one employee could be given beside those of a plan, and the rule that stands in each one's way.
struct CandidateShifts: Sendable {
  /// A shift by its time.
  struct Candidate {
    let minutes: Range<Int>
    /// The place in ``chain`` of the first rule that it breaks, or ``noObstacle``.
    let obstacle: Int
  }

  /// The rules in the order in which they are applied.
  static let chain: [RosterRule] = [.availability] + RosterCheck.recordRules
  static let noObstacle = chain.count

  private let employee: Employee
  private let check: RosterCheck
  private let record: WorkRecord
  private var known: [Range<Int>: Int] = [:]

  init(of employee: Employee, beside shifts: [Shift], check: RosterCheck) {
    self.employee = employee
    self.check = check
    record = WorkRecord(history: employee.history, shifts: shifts, horizon: check.horizon)
  }

  /// Shifts at these times, each with what stands in its way.
  mutating func judged(_ times: [Range<Int>]) -> [Candidate] {
    times.map { Candidate(minutes: $0, obstacle: obstacle(to: $0)) }
  }

  /// The place in ``chain`` of the first rule that a shift breaks.
  private mutating func obstacle(to minutes: Range<Int>) -> Int {
    if let place = known[minutes] { return place }
    let place = firstBroken(by: minutes)
    known[minutes] = place
    return place
  }

  private func firstBroken(by minutes: Range<Int>) -> Int {
    guard employee.isAvailable(minutes) else { return 0 }
    guard let day = check.horizon.day(at: minutes.lowerBound) else { return 0 }
    var record = record
    record.add(minutes, paidMinutes: check.problem.rules.paidMinutes(ofShift: minutes.count), day: day)
    let rule = RosterCheck.recordRules.firstIndex {
      !check.recordViolations($0, employee, record).isEmpty
    }
    return rule.map { $0 + 1 } ?? CandidateShifts.noObstacle
  }
}
