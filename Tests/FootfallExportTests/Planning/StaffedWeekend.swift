import FootfallExport
import FootfallPlanning
import Testing

/// Three nights of a bar from 04:00 to 04:00, over the night in which clocks are set back: two short-staffed people.
enum StaffedWeekend {
  /// From Friday 2026-10-23 on, in London.
  static func horizon(timeZone: String = "Europe/London") throws -> PlanHorizon {
    // 2026-10-23 is day 20749 after 1970-01-01.
    try #require(PlanHorizon(timeZone: timeZone, days: 20_749...20_751, businessDayStart: 240))
  }

  static func report(bar: String = "bar", people: [String] = ["ann", "bob"]) throws -> PlanReport {
    let horizon = try horizon()
    let employees = people.map { id in
      var contract = Contract()
      contract.leastRestMinutes = 660
      contract.greatestWeekMinutes = 2400
      var person = Employee(id: id, skills: [bar], available: [horizon.minutes], contract: contract)
      person.hourlyCents = 1250
      person.wishes = [Wish(.off, minutes: horizon.days[2].minutes, weight: 3)]
      return person
    }
    var staff = employees
    staff[0].pinned = [PinnedShift(role: bar, minutes: span(horizon, 0, 18, 26))]
    // Somebody from 18:00 to 02:00 every night, two on Saturday, and a door nobody can hold.
    let heads = (0..<horizon.minutes.count / 30).map { interval -> Int in
      let minute = interval * 30
      guard let day = horizon.day(at: minute), span(horizon, day, 18, 26).contains(minute) else { return 0 }
      return day == 1 ? 2 : 1
    }
    let problem = StaffingProblem(
      horizon: horizon,
      roles: [StaffRole(id: bar, skills: [bar]), StaffRole(id: "door", skills: ["door"])], employees: staff,
      demand: StaffDemand(intervalMinutes: 30, required: [heads, heads.map { min($0, 1) }]),
      rules: ShiftRules(
        startGridMinutes: 60, leastMinutes: 240, greatestMinutes: 540, lengthGridMinutes: 60,
        breaks: [BreakRule(shiftMinutes: 360..<1441, minutes: 30, isPaid: false, window: 180..<300)]))
    let plan = StaffPlan(shifts: [
      shift(bar, people[0], span(horizon, 0, 18, 26)), shift(bar, people[0], span(horizon, 1, 18, 26)),
      shift(bar, people[1], span(horizon, 2, 18, 26)),
      shift("door", nil, span(horizon, 2, 18, 22), hasBreak: false),
    ])
    return PlanReport(
      of: plan, for: problem,
      solution: PlanSolution(status: .feasible, bound: 200, seconds: 1.5, solver: "cbc 2.10.8", seed: 1))
  }

  static let setting: PlanSetting = {
    var setting = PlanSetting(store: "bar-one", currency: "GBP", generatorVersion: "0.1.0")
    setting.generatedAtMilliseconds = 1_792_720_800_000
    return setting
  }()

  static func document() throws -> PlanDocument { try #require(PlanDocument(report(), setting)) }

  private static func span(_ horizon: PlanHorizon, _ day: Int, _ from: Int, _ to: Int) -> Range<Int> {
    horizon.minute(ofDay: day, clockMinute: from * 60)..<horizon.minute(ofDay: day, clockMinute: to * 60)
  }

  private static func shift(_ role: String, _ employee: String?, _ minutes: Range<Int>, hasBreak: Bool = true)
    -> Shift
  {
    let start = minutes.lowerBound + 240
    return Shift(
      role: role, employee: employee, minutes: minutes,
      breaks: hasBreak ? [ShiftBreak(minutes: start..<start + 30, isPaid: false)] : [])
  }
}
