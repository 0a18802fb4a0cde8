extension RosterCheck {
  /// The objective of a plan, computed from its shifts alone.
  public func terms(of plan: StaffPlan) -> PlanTerms {
    let weights = problem.weights
    let cover = PlanCover(plan, of: problem).totals()
    var terms = PlanTerms()
    terms.under = Double(cover.under) / 60 * weights.underHour
    terms.over = Double(cover.over) / 60 * weights.overHour
    let shifts = Dictionary(grouping: plan.shifts, by: \.employee)
    terms.labour = labour(shifts[nil] ?? [], of: nil)
    for employee in problem.employees {
      let own = shifts[employee.id] ?? []
      terms.labour += labour(own, of: employee)
      terms.wishes += wishes(own, of: employee)
      terms.minimumHours += minimumHours(own, of: employee)
      terms.changes += changes(own, of: employee)
      terms.startTimes += startTimes(own)
    }
    terms.fairness = fairness { shifts[$0.id] ?? [] }
    return terms
  }

  /// What the shifts of one employee cost by themselves: all terms but cover and fairness.
  func personalCost(_ shifts: [Shift], of employee: Employee) -> Double {
    labour(shifts, of: employee) + wishes(shifts, of: employee) + minimumHours(shifts, of: employee)
      + changes(shifts, of: employee) + startTimes(shifts)
  }

  private func labour(_ shifts: [Shift], of employee: Employee?) -> Double {
    let hours = Double(shifts.reduce(0) { $0 + $1.paidMinutes }) / 60
    return hours * problem.relativeCost(of: employee) * problem.weights.labourHour
  }

  private func wishes(_ shifts: [Shift], of employee: Employee) -> Double {
    employee.wishes.reduce(0) { $0 + ($1.isBroken(by: shifts.lazy.map(\.minutes)) ? $1.weight : 0) }
  }

  private func minimumHours(_ shifts: [Shift], of employee: Employee) -> Double {
    let missing = shortWeeks(shifts, of: employee).reduce(0) { $0 + $1.least - $1.worked }
    return Double(missing) / 60 * problem.weights.minimumHour
  }

  /// The weeks of the period in which an employee works less than the contract says.
  func shortWeeks(_ shifts: [Shift], of employee: Employee) -> [ShortWeek] {
    guard employee.contract.leastWeekMinutes > 0 else { return [] }
    return horizon.weeks.compactMap { week in
      let worked = shifts.reduce(0) { sum, shift in
        day(of: shift).map { horizon.week(ofDay: $0) == week } == true ? sum + shift.paidMinutes : sum
      }
      let least = problem.leastMinutes(of: employee, inWeek: week)
      guard worked < least else { return nil }
      return ShortWeek(employee: employee.id, week: weekText(week), worked: worked, least: least)
    }
  }

  private func changes(_ shifts: [Shift], of employee: Employee) -> Double {
    guard let published = problem.published else { return 0 }
    let before = work(published.shifts.filter { $0.employee == employee.id })
    let now = work(shifts)
    let changed = horizon.days.indices.count { before[$0] != now[$0] }
    return Double(changed) * problem.weights.change
  }

  /// Roles and times of the shifts of each day.
  private func work(_ shifts: [Shift]) -> [Int?: Set<PinnedShift>] {
    Dictionary(grouping: shifts, by: day(of:)).mapValues { day in
      Set(day.map { PinnedShift(role: $0.role, minutes: $0.minutes) })
    }
  }

  private func startTimes(_ shifts: [Shift]) -> Double {
    let starts = Dictionary(grouping: shifts, by: day(of:)).values.compactMap { day in
      day.map(\.minutes.lowerBound).min()
    }
    return Double(max(0, Set(starts.map(horizon.clockMinute)).count - 1)) * problem.weights.startTime
  }

  /// What the spread of work over the employees costs.
  func fairness(_ shifts: (Employee) -> [Shift]) -> Double {
    guard problem.weights.fairness > 0 else { return 0 }
    let shares = problem.employees.compactMap { employee -> Double? in
      let possible = problem.possibleMinutes(of: employee)
      guard possible > 0 else { return nil }
      return Double(shifts(employee).reduce(0) { $0 + $1.paidMinutes }) / Double(possible)
    }
    return ((shares.max() ?? 0) - (shares.min() ?? 0)) * problem.weights.fairness
  }

  private func day(of shift: Shift) -> Int? { horizon.day(at: shift.minutes.lowerBound) }
}
