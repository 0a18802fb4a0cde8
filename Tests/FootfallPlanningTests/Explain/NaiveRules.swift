import FootfallPlanning

/// The hard rules once more, shift against shift and day by day, as plainly as they can be told: what
/// explanations are held against.
///
/// Knows what ``ShortStaffing`` uses.
struct NaiveRules {
  let problem: StaffingProblem

  /// Which reasons stand against a shift beside those that somebody has.
  func obstacles(to shift: Shift, of employee: Employee, beside own: [Shift]) -> Set<ShortageReason.Code> {
    var found: Set<ShortageReason.Code> = []
    let role = problem.roles.first { $0.id == shift.role }
    if role?.skills.contains(where: employee.skills.contains) != true { found.insert(.noSkill) }
    let isFree = employee.available.contains { free in
      free.contains(shift.minutes.lowerBound) && free.contains(shift.minutes.upperBound - 1)
    }
    if !isFree { found.insert(.unavailable) }
    var worked: [Int: Int] = [:]
    for past in employee.history { worked[past.day, default: 0] += past.paidMinutes }
    for shift in own + [shift] { worked[shift.minutes.lowerBound / 1440, default: 0] += shift.paidMinutes }
    found.formUnion(contractObstacles(employee.contract, worked))
    for other in employee.history.map(\.minutes) + own.map(\.minutes) {
      let isSameDay = other.lowerBound >= 0 && other.lowerBound / 1440 == shift.minutes.lowerBound / 1440
      if isSameDay || other.overlaps(shift.minutes) { found.insert(.alreadyOn) }
      let rest = max(shift.minutes.lowerBound - other.upperBound, other.lowerBound - shift.minutes.upperBound)
      if rest >= 0, rest < employee.contract.leastRestMinutes { found.insert(.rest) }
    }
    return found
  }

  private func contractObstacles(_ contract: Contract, _ worked: [Int: Int]) -> Set<ShortageReason.Code> {
    var found: Set<ShortageReason.Code> = []
    for (day, minutes) in worked where day >= 0 {
      if minutes > contract.greatestDayMinutes ?? .max { found.insert(.maxMinutesDay) }
      if minutes < contract.leastDayMinutes { found.insert(.minMinutesDay) }
    }
    for first in stride(from: -7, to: problem.horizon.days.count, by: 7) {
      // The period begins on a Monday, and so do weeks.
      let week = (first..<first + 7).compactMap { worked[$0] }
      if first >= 0, week.reduce(0, +) > contract.greatestWeekMinutes ?? .max {
        found.insert(.maxMinutesWeek)
      }
      if first >= 0, week.count > contract.greatestWeekDays ?? .max { found.insert(.maxDaysWeek) }
    }
    if let most = contract.greatestConsecutiveDays {
      for first in -10..<problem.horizon.days.count
      where (first..<first + most + 1).allSatisfy({ worked[$0] != nil }) && first + most >= 0 {
        found.insert(.consecutiveDays)
      }
    }
    for window in contract.windows {
      for first in -10..<problem.horizon.days.count {
        let days = (first..<first + window.days).compactMap { worked[$0] }
        if days.reduce(0, +) > window.greatestMinutes ?? .max { found.insert(.rollingWindow) }
        if days.count > window.greatestDays ?? .max { found.insert(.rollingWindow) }
      }
    }
    if let most = contract.greatestWeekends {
      let weekends = [5, 12].count { worked[$0] != nil || worked[$0 + 1] != nil }
      if weekends > most { found.insert(.weekends) }
    }
    return found
  }

  /// Every shift that the rules of shapes allow within the period, in a role, that covers an interval.
  func shifts(covering interval: Range<Int>, role: String, of employee: Employee) -> [Shift] {
    let rules = problem.rules
    var shifts: [Shift] = []
    let reach = max(0, interval.upperBound - rules.greatestMinutes)...interval.lowerBound
    for start in reach where start % rules.startGridMinutes == 0 {
      for length in stride(
        from: rules.leastMinutes, through: rules.greatestMinutes, by: rules.lengthGridMinutes)
      where start + length <= problem.horizon.minutes.upperBound {
        let span = start..<start + length
        guard let rule = rules.breaks.first(where: { $0.shiftMinutes.contains(length) }) else {
          shifts.append(Shift(role: role, employee: employee.id, minutes: span))
          continue
        }
        for offset in rule.window where offset % problem.demand.intervalMinutes == 0 {
          guard offset + rule.minutes <= rule.window.upperBound else { continue }
          let pause = ShiftBreak(
            minutes: start + offset..<start + offset + rule.minutes, isPaid: rule.isPaid)
          shifts.append(Shift(role: role, employee: employee.id, minutes: span, breaks: [pause]))
        }
      }
    }
    return shifts.filter { shift in
      interval.allSatisfy { minute in
        shift.minutes.contains(minute) && !shift.breaks.contains { $0.minutes.contains(minute) }
      }
    }
  }

  /// The objective without fairness, changes and start times, minute by minute.
  func objective(_ shifts: [Shift]) -> Double {
    let weights = problem.weights
    var cost = 0.0
    for (role, heads) in zip(problem.roles, problem.demand.required) {
      for (interval, needed) in heads.enumerated() {
        let minutes = problem.demand.minutes(of: interval)
        let there = shifts.count { shift in
          shift.role == role.id && shift.minutes.clamped(to: minutes) == minutes
            && !shift.breaks.contains { $0.minutes.overlaps(minutes) }
        }
        let hours = Double(minutes.count) / 60
        cost += Double(max(0, needed - there)) * weights.underHour * hours
        cost += Double(max(0, there - needed)) * weights.overHour * hours
      }
    }
    for employee in problem.employees {
      let own = shifts.filter { $0.employee == employee.id }
      let paid = own.reduce(0) { $0 + $1.paidMinutes }
      cost += Double(paid) / 60 * weights.labourHour
      for wish in employee.wishes
      where own.contains(where: { $0.minutes.overlaps(wish.minutes) }) == (wish.kind == .off) {
        cost += wish.weight
      }
      for first in stride(from: 0, to: problem.horizon.days.count, by: 7) {
        let week = own.filter { (first..<first + 7).contains($0.minutes.lowerBound / 1440) }
        let days = min(7, problem.horizon.days.count - first)
        let least = employee.contract.leastWeekMinutes * days / 7
        cost += Double(max(0, least - week.reduce(0) { $0 + $1.paidMinutes })) / 60 * weights.minimumHour
      }
    }
    return cost
  }
}
