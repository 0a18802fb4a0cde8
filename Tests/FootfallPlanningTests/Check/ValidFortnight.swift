import FootfallPlanning

/// Two weeks in which everybody works from Monday to Friday, nine to five, and each employee is near one limit.
enum ValidFortnight {
  static let horizon = Days.horizon(14)

  static let problem = StaffingProblem(
    horizon: horizon,
    roles: [
      StaffRole(id: "floor", skills: ["floor", "lead"]), StaffRole(id: "till", skills: ["till"]),
    ],
    employees: employees, demand: .none(2, on: horizon), rules: rules)

  static let plan = StaffPlan(
    shifts: employees.flatMap { employee in
      (0..<14).filter { $0 % 7 < 5 || (employee.id == "weekends" && $0 == 5) }.map { day in
        Shift(employee.id, Days.hours(9, 17, day: day), breakAfter: 3)
      }
    })

  /// Days that are worked.
  static let workdays = (0..<14).filter { $0 % 7 < 5 }

  private static var rules: ShiftRules {
    var rules = ShiftRules.usual
    rules.split = SplitRule(gapMinutes: 120...300)
    return rules
  }

  private static let employees: [Employee] = {
    func person(_ id: String, _ contract: Contract = Contract()) -> Employee {
      var person = Employee(id, on: horizon, contract)
      person.available = (0..<14).map { Days.hours(6, 22, day: $0) }
      return person
    }
    var pinned = person("pinned")
    pinned.pinned = [PinnedShift(role: "floor", minutes: Days.hours(9, 17, day: 2))]
    var history = person("history", Contract(\.greatestConsecutiveDays, 7))
    history.history = [-2, -1].map {
      WorkedShift(day: $0, minutes: Days.hours(9, 17, day: $0), paidMinutes: 450)
    }
    var tired = person("tired", Contract(\.leastRestMinutes, 660))
    tired.history = [WorkedShift(day: -1, minutes: Days.hours(14, 22, day: -1), paidMinutes: 450)]
    return [
      person("plain"), pinned, history, tired,
      person("minDay", Contract(\.leastDayMinutes, 450)),
      person("maxDay", Contract(\.greatestDayMinutes, 450)),
      person("maxWeek", Contract(\.greatestWeekMinutes, 2250)),
      person("maxDays", Contract(\.greatestWeekDays, 5)),
      person("row", Contract(\.greatestConsecutiveDays, 5)),
      person("weekends", Contract(\.greatestWeekends, 1)),
      person("windowDays", Contract(\.windows, [RollingWindow(days: 7, greatestDays: 5)])),
      person("windowMinutes", Contract(\.windows, [RollingWindow(days: 7, greatestMinutes: 2250)])),
      person("split", Contract(\.allowsSplitShifts, true)),
    ]
  }()
}
