/// What an employee's contract and history allow, as limits on days of the period.
struct RosterPersonRules {
  private let employee: Employee
  private let staffing: StaffingProblem
  private var horizon: PlanHorizon { staffing.horizon }
  /// The days worked before the period, with their paid minutes.
  private let history: [Int: Int]

  init(of employee: Employee, in staffing: StaffingProblem) {
    self.employee = employee
    self.staffing = staffing
    history = employee.history.reduce(into: [:]) { $0[$1.day, default: 0] += $1.paidMinutes }
  }

  /// The person; wishes are left out.
  var person: RosterProblem.Person {
    let contract = employee.contract
    let interval = staffing.demand.intervalMinutes
    var person = RosterProblem.Person()
    person.restSlots = (contract.leastRestMinutes + interval - 1) / interval
    person.quotas = weekQuotas
    if let most = contract.greatestConsecutiveDays {
      person.quotas += quotas(ofDays: most + 1, most: most, .days)
    }
    for window in contract.windows {
      if let most = window.greatestMinutes {
        person.quotas += quotas(ofDays: window.days, most: most, .minutes)
      }
      if let most = window.greatestDays { person.quotas += quotas(ofDays: window.days, most: most, .days) }
    }
    if let most = contract.greatestWeekends {
      person.weekends = weekends
      person.mostWeekends = most
    }
    if staffing.weights.fairness != 0 { person.possibleMinutes = staffing.possibleMinutes(of: employee) }
    return person
  }

  private var weekQuotas: [RosterProblem.Quota] {
    let contract = employee.contract
    return horizon.weeks.flatMap { week -> [RosterProblem.Quota] in
      let days = horizon.days.indices.filter { horizon.week(ofDay: $0) == week }
      guard let first = days.first, let last = days.last else { return [] }
      let before = history.filter { horizon.week(ofDay: $0.key) == week }
      var minutes = RosterProblem.Quota(measure: .minutes, days: first..<last + 1)
      if let most = contract.greatestWeekMinutes {
        minutes.most = max(0, most - before.values.reduce(0, +))
      }
      minutes.least = staffing.leastMinutes(of: employee, inWeek: week)
      minutes.costPerUnit = minutes.least > 0 ? staffing.weights.minimumHour / 60 : 0
      var quotas = [minutes]
      if let most = contract.greatestWeekDays {
        quotas.append(
          RosterProblem.Quota(measure: .days, days: first..<last + 1, most: max(0, most - before.count)))
      }
      return quotas.filter { $0.most != .max || $0.isSoft }
    }
  }

  /// A limit on every so many days in a row, those that began before the period included.
  private func quotas(
    ofDays count: Int, most: Int, _ measure: RosterProblem.Quota.Measure
  ) -> [RosterProblem.Quota] {
    horizon.days.indices.compactMap { last in
      let first = last - count + 1
      let before = history.filter { $0.key >= first }
      let used = measure == .days ? before.count : before.values.reduce(0, +)
      let days = max(0, first)..<last + 1
      // One that its days cannot exceed says nothing.
      guard measure != .days || most - used < days.count else { return nil }
      return RosterProblem.Quota(measure: measure, days: days, most: max(0, most - used))
    }
  }

  /// Saturday and Sunday together, as far as they are in the period.
  private var weekends: [Range<Int>] {
    var weekends: [Range<Int>] = []
    for (day, planned) in horizon.days.enumerated() where planned.isWeekend {
      if planned.weekday == 6, let last = weekends.last, last.upperBound == day {
        weekends[weekends.count - 1] = last.lowerBound..<day + 1
      } else {
        weekends.append(day..<day + 1)
      }
    }
    return weekends
  }
}
