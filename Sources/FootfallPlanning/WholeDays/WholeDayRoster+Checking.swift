extension WholeDayRoster {
  /// Every rule of the instance that the roster breaks, one line each; empty where it keeps all.
  ///
  /// Computed from the days themselves, with nothing of the model that rosters are made with.
  public func violations(of instance: WholeDayInstance) -> [String] {
    guard shifts.count == instance.staff.count, shifts.allSatisfy({ $0.count == instance.days }) else {
      return ["the roster does not have \(instance.staff.count) rows of \(instance.days) days"]
    }
    return zip(instance.staff, shifts).flatMap { employee, row in
      let check = RowCheck(instance: instance, employee: employee, row: row)
      return check.violations.map { "employee \(employee.id): \($0)" }
    }
  }

  /// What unfulfilled requests and wrong cover cost.
  public func objective(for instance: WholeDayInstance) -> Int {
    var cost = 0
    for request in instance.requests {
      let isWorked = shifts[request.employee][request.day] == request.shift
      if isWorked != request.isWanted { cost += request.weight }
    }
    for cover in instance.cover {
      let people = shifts.count { $0[cover.day] == cover.shift }
      cost += max(0, cover.required - people) * cover.underWeight
      cost += max(0, people - cover.required) * cover.overWeight
    }
    return cost
  }
}

/// The rules for one employee, checked against one row.
private struct RowCheck {
  let instance: WholeDayInstance
  let employee: WholeDayInstance.Employee
  let row: [WholeDayInstance.ShiftIndex?]

  var violations: [String] { daysOff + amounts + successions + runs + weekends }

  private var daysOff: [String] {
    employee.daysOff.sorted().filter { row[$0] != nil }.map { "works on day \($0), a day off" }
  }

  private var amounts: [String] {
    var found: [String] = []
    for (index, shift) in instance.shifts.enumerated() {
      let count = row.count { $0 == index }
      let most = employee.mostShifts[index]
      if count > most { found.append("works \(count) shifts \(shift.id); allowed: \(most)") }
    }
    let minutes = row.reduce(0) { $0 + ($1.map { instance.shifts[$0].minutes } ?? 0) }
    if !employee.minutes.contains(minutes) {
      let (least, most) = (employee.minutes.lowerBound, employee.minutes.upperBound)
      found.append("works \(minutes) minutes; allowed: \(least) to \(most)")
    }
    return found
  }

  private var successions: [String] {
    row.indices.dropLast().compactMap { day in
      guard let shift = row[day], let next = row[day + 1],
        instance.shifts[shift].forbiddenNext.contains(next)
      else { return nil }
      return "works \(instance.shifts[next].id) on day \(day + 1) after \(instance.shifts[shift].id)"
    }
  }

  private var runs: [String] {
    var found: [String] = []
    var start = 0
    while start < row.count {
      let isWork = row[start] != nil
      let end = row[start...].firstIndex { ($0 != nil) != isWork } ?? row.count
      // A run at either end of the plan may have begun before it, or go on after it.
      let isWhole = start > 0 && end < row.count
      let least = isWork ? employee.run.lowerBound : employee.leastDaysOff
      if isWork, end - start > employee.run.upperBound {
        found.append("works \(end - start) days from day \(start); allowed: \(employee.run.upperBound)")
      }
      if isWhole, end - start < least {
        let what = isWork ? "works" : "is off for"
        found.append("\(what) \(end - start) days from day \(start); allowed: \(least) or more")
      }
      start = end
    }
    return found
  }

  private var weekends: [String] {
    let worked = stride(from: 5, to: row.count, by: 7).count { saturday in
      row[saturday] != nil || (saturday + 1 < row.count && row[saturday + 1] != nil)
    }
    if worked <= employee.mostWeekends { return [] }
    return ["works on \(worked) weekends; allowed: \(employee.mostWeekends)"]
  }
}
