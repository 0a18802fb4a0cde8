extension RosterCheck {
  /// The rules about what somebody works from shift to shift, in the order in which reasons are looked for.
  static let recordRules: [RosterRule] = [
    .overlap, .shiftsPerDay, .splitGap, .rest, .minMinutesDay, .maxMinutesDay, .maxMinutesWeek, .maxDaysWeek,
    .consecutiveDays, .weekends, .rollingWindow,
  ]

  /// How the record of an employee breaks one of ``recordRules`` within the period.
  func recordViolations(_ rule: RosterRule, _ employee: Employee, _ record: WorkRecord) -> [RosterViolation] {
    let found: [Finding] =
      switch rule {
      case .overlap: overlaps(record)
      case .shiftsPerDay: crowdedDays(employee, record)
      case .splitGap: gaps(employee, record)
      case .rest: rests(employee, record)
      case .minMinutesDay, .maxMinutesDay: days(rule, employee, record)
      case .maxMinutesWeek, .maxDaysWeek: weeks(rule, employee, record)
      case .consecutiveDays: runs(employee, record)
      case .weekends: weekends(employee, record)
      case .rollingWindow: windows(employee, record)
      default: []
      }
    return found.map {
      RosterViolation(rule, employee: employee.id, time: $0.time, value: $0.value, allowed: $0.allowed)
    }
  }

  private typealias Finding = (time: String, value: String, allowed: String)

  /// The days of the period itself; what was worked before cannot be changed.
  private func planned(_ record: WorkRecord) -> some Sequence<WorkRecord.Day> {
    record.days.lazy.filter { $0.day >= 0 }
  }

  private func overlaps(_ record: WorkRecord) -> [Finding] {
    let spans = record.days.flatMap(\.spans).sorted { $0.lowerBound < $1.lowerBound }
    var findings: [Finding] = []
    var latest = spans.first
    for span in spans.dropFirst() {
      if let earlier = latest, span.lowerBound < earlier.upperBound, span.upperBound > 0 {
        findings.append(
          (
            horizon.text(of: span), "begins before the shift of \(horizon.text(of: earlier)) ends",
            "one shift at a time"
          ))
      }
      if span.upperBound > latest?.upperBound ?? .min { latest = span }
    }
    return findings
  }

  private func crowdedDays(_ employee: Employee, _ record: WorkRecord) -> [Finding] {
    let most = problem.rules.split != nil && employee.contract.allowsSplitShifts ? 2 : 1
    return planned(record).filter { $0.spans.count > most }.map {
      (horizon.text(ofDay: $0.day), "\($0.spans.count) shifts a day", "\(most)")
    }
  }

  private func gaps(_ employee: Employee, _ record: WorkRecord) -> [Finding] {
    guard let split = problem.rules.split, employee.contract.allowsSplitShifts else { return [] }
    return planned(record).flatMap { day in
      zip(day.spans, day.spans.dropFirst()).compactMap { first, second -> Finding? in
        let gap = second.lowerBound - first.upperBound
        // Shifts that overlap are another rule's.
        guard gap >= 0, !split.gapMinutes.contains(gap) else { return nil }
        return (
          horizon.text(of: second), "\(gap) minutes after the first shift of the day",
          "\(split.gapMinutes.lowerBound) to \(split.gapMinutes.upperBound)"
        )
      }
    }
  }

  private func rests(_ employee: Employee, _ record: WorkRecord) -> [Finding] {
    let least = employee.contract.leastRestMinutes
    return zip(record.days, record.days.dropFirst()).compactMap { before, day -> Finding? in
      let rest = day.start - before.end
      guard day.day >= 0, rest >= 0, rest < least, let first = day.spans.first else { return nil }
      return (
        horizon.text(of: first), "begins \(rest) minutes after the shift before it", "at least \(least)"
      )
    }
  }

  private func days(_ rule: RosterRule, _ employee: Employee, _ record: WorkRecord) -> [Finding] {
    let contract = employee.contract
    let range =
      rule == .minMinutesDay ? contract.leastDayMinutes...Int.max : 0...(contract.greatestDayMinutes ?? .max)
    return planned(record).filter { !range.contains($0.paidMinutes) }.map { day in
      (
        horizon.text(ofDay: day.day), "\(day.paidMinutes) paid minutes",
        rule == .minMinutesDay ? "at least \(range.lowerBound)" : "at most \(range.upperBound)"
      )
    }
  }

  private func weeks(_ rule: RosterRule, _ employee: Employee, _ record: WorkRecord) -> [Finding] {
    let isMinutes = rule == .maxMinutesWeek
    let limit = isMinutes ? employee.contract.greatestWeekMinutes : employee.contract.greatestWeekDays
    guard let limit else { return [] }
    return horizon.weeks.compactMap { week -> Finding? in
      let days = record.days.filter { horizon.week(ofDay: $0.day) == week }
      // A week that was over its limit before the period began and has no work since is no fault of the plan.
      guard days.contains(where: { $0.day >= 0 }) else { return nil }
      let worked = isMinutes ? days.reduce(0) { $0 + $1.paidMinutes } : days.count
      guard worked > limit else { return nil }
      return (
        weekText(week), "\(worked) \(isMinutes ? "paid minutes" : "days")", "at most \(limit)"
      )
    }
  }

  func weekText(_ week: Int) -> String {
    let first = horizon.days.indices.first { horizon.week(ofDay: $0) == week } ?? 0
    return "week of \(horizon.text(ofDay: first))"
  }

  private func runs(_ employee: Employee, _ record: WorkRecord) -> [Finding] {
    guard let limit = employee.contract.greatestConsecutiveDays else { return [] }
    return record.runs.filter { $0.count > limit && $0.upperBound >= 0 }.map {
      ("up to \(horizon.text(ofDay: $0.upperBound))", "\($0.count) days in a row", "at most \(limit)")
    }
  }

  private func weekends(_ employee: Employee, _ record: WorkRecord) -> [Finding] {
    guard let limit = employee.contract.greatestWeekends else { return [] }
    // Saturday's day number names the weekend.
    let worked = Set(
      planned(record).map { horizon.days[$0.day] }.filter(\.isWeekend).map { $0.number - ($0.weekday - 5) })
    guard worked.count > limit else { return [] }
    return [(horizon.periodText, "\(worked.count) weekends worked", "at most \(limit)")]
  }

  private func windows(_ employee: Employee, _ record: WorkRecord) -> [Finding] {
    employee.contract.windows.flatMap { window -> [Finding] in
      // Windows that end on a day worked are enough: any other holds no more than the one before it.
      planned(record).flatMap { last -> [Finding] in
        let days = Array(record.days(in: last.day - window.days + 1..<last.day + 1))
        let minutes = days.reduce(0) { $0 + $1.paidMinutes }
        let time = "\(window.days) days up to \(horizon.text(ofDay: last.day))"
        var findings: [Finding] = []
        if let most = window.greatestMinutes, minutes > most {
          findings.append((time, "\(minutes) paid minutes", "at most \(most)"))
        }
        if let most = window.greatestDays, days.count > most {
          findings.append((time, "\(days.count) days worked", "at most \(most)"))
        }
        return findings
      }
    }
  }
}
