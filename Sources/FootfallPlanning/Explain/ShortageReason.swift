/// Why some employees are not at work in an interval that lacks people.
public struct ShortageReason: Hashable, Sendable {
  /// What keeps them from it.
  ///
  /// For an employee, the shifts that the rules of shapes allow and that cover the interval
  /// are looked at; the rules are applied one after the other in this order, and the one that leaves none is named.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// No skill that the role takes.
    case noSkill
    /// No shift of an allowed shape covers the interval.
    case shiftRules
    /// Not available.
    case unavailable
    /// Has a shift on that day already, or at that time.
    case alreadyOn
    /// Likewise, and that shift is pinned.
    case pinned
    /// The time between the two shifts of a split day would not be right.
    case splitGap
    /// Too little rest before or after.
    case rest
    /// The day would be too short.
    case minMinutesDay
    /// The day would be too long.
    case maxMinutesDay
    /// The week would be too long.
    case maxMinutesWeek
    /// The week would have too many days.
    case maxDaysWeek
    /// Too many days in a row.
    case consecutiveDays
    /// Too many weekends.
    case weekends
    /// Too much within a rolling window.
    case rollingWindow
    /// No rule forbids it; the best such shift would cost more than it saves.
    case costTradeOff
    /// No rule forbids it and it would make the plan better: the plan is not the best.
    case improvable
  }

  /// What keeps them from it.
  public let code: Code
  /// Their ids, in the order of the problem.
  public var employees: [String]
  /// What the cheapest shift of any of them would add to the objective; nil where a rule forbids it.
  public var cost: Double?

  /// Creates a reason.
  public init(code: Code, employees: [String], cost: Double? = nil) {
    self.code = code
    self.employees = employees
    self.cost = cost
  }
}
