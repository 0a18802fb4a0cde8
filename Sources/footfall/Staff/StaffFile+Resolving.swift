internal import FootfallPlanning

extension StaffFile {
  /// More ways than this to place the breaks of one shift cost more time than they can be worth.
  private static let mostPlacements = 2000

  /// What is to be planned in a period, or what a plan of it is judged by.
  ///
  /// Dates outside the period are left out; so are worked shifts that are not before it.
  /// - Throws: ``SceneError`` where a length of time does not fit the demand's interval, breaks have no place, or a pinned
  ///   shift breaks a rule.
  func problem(
    on horizon: PlanHorizon, demand: StaffDemand, published: StaffPlan? = nil
  ) throws(SceneError) -> StaffingProblem {
    try checkGrid(demand.intervalMinutes)
    let problem = StaffingProblem(
      horizon: horizon, roles: roles, employees: staff.map { employee($0, on: horizon) }, demand: demand,
      rules: rules, weights: weights, published: published)
    if let conflict = RosterCheck(problem).pinConflicts().first {
      throw SceneError(
        path: path, at: pin(of: conflict, on: horizon)?.position,
        "pinned shift of '\(conflict.employee ?? "")' breaks a rule: \(conflict)")
    }
    return problem
  }

  /// What a problem of this file allows, and yet is most likely not meant: a line each.
  func warnings(about problem: StaffingProblem) -> [String] {
    warnings
      + zip(staff, problem.employees).filter { $1.available.isEmpty }.map { person, _ in
        "\(path):\(person.id.position): '\(person.id.value)' is at no time available from \(problem.horizon.periodText)"
      }
  }

  private func checkGrid(_ interval: Int) throws(SceneError) {
    for length in gridded where length.minutes.value % interval != 0 {
      throw SceneError(
        path: path, at: length.minutes.position,
        "\(length.label) is \(length.minutes.value); allowed: multiples of \(interval), the interval of the requirements"
      )
    }
    for length in rules.lengths {
      let ways = rules.breaks(ofShift: length).reduce(1) { ways, rule in
        ways * max(1, (rule.window.count - rule.minutes) / interval + 1)
      }
      guard ways <= Self.mostPlacements, !rules.breakPlacements(ofShift: 0..<length, grid: interval).isEmpty
      else {
        throw SceneError(
          path: path, at: breaksPosition,
          "the breaks of a shift of \(length) minutes have \(ways > Self.mostPlacements ? "\(ways)" : "no") places; "
            + "allowed: 1 to \(Self.mostPlacements) every \(interval) minutes within their windows")
      }
    }
  }

  private func employee(_ person: Person, on horizon: PlanHorizon) -> Employee {
    let days = horizon.days.indices
    func minutes(_ times: [StaffTime], from first: Int = -1) -> [Range<Int>] {
      times.flatMap { $0.minutes(on: horizon, days: first..<days.upperBound).map(\.minutes) }
    }
    let whole = person.available.map { minutes($0).merged(within: horizon.minutes) } ?? [horizon.minutes]
    let holes = minutes(person.unavailable).merged(within: horizon.minutes)
    var employee = Employee(
      id: person.id.value, skills: person.skills, available: whole.removing(holes),
      hourlyCents: person.hourlyCents, contract: person.contract)
    employee.wishes = person.wishes.flatMap { wish in
      minutes([wish.time], from: 0).map { Wish(wish.kind, minutes: $0, weight: wish.weight) }
    }
    employee.pinned = person.pinned.flatMap { pin in
      minutes([pin.time], from: 0).map { PinnedShift(role: pin.role, minutes: $0) }
    }
    employee.history = person.history.flatMap { worked in
      worked.time.minutes(on: horizon, days: -PlanHorizon.greatestDays..<0).map { day, minutes in
        WorkedShift(day: day, minutes: minutes, paidMinutes: minutes.count - worked.unpaidMinutes)
      }
    }.sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }
    return employee
  }

  /// The pinned shift that a conflict is about: the one named, or the first of the employee.
  private func pin(of conflict: RosterViolation, on horizon: PlanHorizon) -> Pin? {
    let pins = staff.first { $0.id.value == conflict.employee }?.pinned ?? []
    let named = pins.first { pin in
      pin.time.minutes(on: horizon, days: horizon.days.indices).contains {
        $0.minutes == conflict.shift?.minutes
      }
    }
    return named ?? pins.first
  }
}
