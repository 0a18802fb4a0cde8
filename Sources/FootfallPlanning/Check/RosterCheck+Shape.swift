extension RosterCheck {
  /// The rules about a shift by itself: period, start, length, breaks.
  func shapeViolations(of shift: Shift) -> [RosterViolation] {
    let rules = problem.rules
    var violations: [RosterViolation] = []
    func report(_ rule: RosterRule, _ value: String, _ allowed: String) {
      violations.append(
        RosterViolation(
          rule, employee: shift.employee, shift: shift, time: horizon.text(of: shift.minutes), value: value,
          allowed: allowed))
    }
    let (start, end) = (shift.minutes.lowerBound, shift.minutes.upperBound)
    if start < 0 || end > horizon.minutes.upperBound {
      report(.period, "not within the period", horizon.periodText)
    }
    if horizon.clockMinute(at: start) % rules.startGridMinutes != 0 {
      report(
        .startGrid, "begins at \(horizon.clockText(at: start))",
        "multiples of \(rules.startGridMinutes) minutes since midnight")
    }
    if !rules.lengths.contains(shift.minutes.count) {
      let grid = rules.lengths.map(String.init).joined(separator: ", ")
      report(.length, "\(shift.minutes.count) minutes long", "\(grid) minutes")
    }
    for fault in breakFaults(of: shift) { report(fault.rule, fault.value, fault.allowed) }
    return violations
  }

  private typealias Fault = (rule: RosterRule, value: String, allowed: String)

  private func breakFaults(of shift: Shift) -> [Fault] {
    let rules = problem.rules.breaks(ofShift: shift.minutes.count)
    guard rules.count == shift.breaks.count else {
      return [
        (
          .breaks, "\(shift.breaks.count) breaks",
          "\(rules.count) in a shift of \(shift.minutes.count) minutes"
        )
      ]
    }
    var faults: [Fault] = []
    var free = shift.minutes.lowerBound
    for (rule, rest) in zip(rules, shift.breaks) {
      let offset = rest.minutes.lowerBound - shift.minutes.lowerBound
      if rest.minutes.count != rule.minutes || rest.isPaid != rule.isPaid {
        faults.append(
          (.breaks, text(rest.minutes.count, rest.isPaid), text(rule.minutes, rule.isPaid)))
      }
      if rest.minutes.lowerBound < free || rest.minutes.upperBound > shift.minutes.upperBound {
        faults.append(
          (
            .breaks, "a break at \(horizon.clockText(at: rest.minutes.lowerBound))",
            "within the shift, one break after the other"
          ))
      }
      let grid = problem.demand.intervalMinutes
      if offset % grid != 0 {
        faults.append(
          (.breakGrid, "a break \(offset) minutes after the beginning", "multiples of \(grid) minutes"))
      }
      let end = offset + rest.minutes.count
      if offset < rule.window.lowerBound || end > rule.window.upperBound {
        faults.append(
          (
            .breakWindow, "a break \(offset) to \(end) minutes after the beginning",
            "within \(rule.window.lowerBound) to \(rule.window.upperBound)"
          ))
      }
      free = rest.minutes.upperBound
    }
    return faults
  }

  private func text(_ minutes: Int, _ isPaid: Bool) -> String {
    "\(isPaid ? "a paid" : "an unpaid") break of \(minutes) minutes"
  }
}
