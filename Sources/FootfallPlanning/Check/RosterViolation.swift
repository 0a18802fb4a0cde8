/// One breach of one rule.
public struct RosterViolation: Hashable, Sendable {
  /// The rule.
  public var rule: RosterRule
  /// Whose shifts break it; nil for an open shift.
  public var employee: String?
  /// The shift that breaks it; nil where a day, a week or more does.
  public var shift: Shift?
  /// When: a shift's time, a date, a week.
  public var time: String
  /// What is so.
  public var value: String
  /// What is allowed.
  public var allowed: String

  /// Creates a breach.
  public init(
    _ rule: RosterRule, employee: String?, shift: Shift? = nil, time: String, value: String, allowed: String
  ) {
    self.rule = rule
    self.employee = employee
    self.shift = shift
    self.time = time
    self.value = value
    self.allowed = allowed
  }
}

extension RosterViolation: CustomStringConvertible {
  /// One line: `e7, 2026-12-01 08:00–16:00, rest: 600 minutes after the shift before; allowed: at least 660`.
  public var description: String {
    "\(employee ?? "open shift"), \(time), \(rule.rawValue): \(value); allowed: \(allowed)"
  }
}
