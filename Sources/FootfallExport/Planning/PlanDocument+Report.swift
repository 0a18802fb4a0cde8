public import FootfallPlanning
internal import FootfallCore

extension PlanDocument {
  /// Writes down a plan.
  /// - Returns: nil where the period's time zone is unknown.
  public init?(_ report: PlanReport, _ setting: PlanSetting) {
    let horizon = report.problem.horizon
    guard let clock = StoreClock(timeZone: horizon.timeZone) else { return nil }
    let writer = PlanRowWriter(report: report, setting: setting, clock: clock)
    schema = Self.schemaName
    generatedAt = setting.generatedAtMilliseconds.map { instant in
      let utc = CivilTime(milliseconds: instant)
      return WrittenTime(local: utc, offsetMilliseconds: 0).text
    }
    generator = ReportDocument.Generator(name: "footfall", version: setting.generatorVersion)
    location = Location(id: setting.store, timeZone: horizon.timeZone)
    period = Period(
      start: writer.time(horizon.minutes.lowerBound), end: writer.time(horizon.minutes.upperBound))
    intervalMinutes = report.problem.demand.intervalMinutes
    volumeForecast = setting.volume.map(writer.volume)
    requirements = writer.requirements
    shifts = writer.shifts
    coverage = writer.coverage
    extraPersons = report.extraPersons.map { Extra($0, time: writer.time) }
    employees = report.problem.employees.map(writer.person)
    solution = report.solution.map(writer.solution)
    assumptions = writer.assumptions
  }
}

/// Makes the rows of a document.
private struct PlanRowWriter {
  let report: PlanReport
  let setting: PlanSetting
  let clock: StoreClock

  private var problem: StaffingProblem { report.problem }

  func time(_ minute: Int) -> String { problem.horizon.time(at: minute, on: clock) }

  private func time(milliseconds: Int64) -> String { clock.time(atMilliseconds: milliseconds).text }

  private func rounded(_ number: Double) -> Double { Fixed.rounded(number, decimals: 6) }

  func volume(_ volume: PlanSetting.Volume) -> PlanDocument.Volume {
    PlanDocument.Volume(
      start: time(milliseconds: volume.milliseconds.lowerBound),
      end: time(milliseconds: volume.milliseconds.upperBound), driver: volume.driver,
      value: rounded(volume.value), low: volume.low.map(rounded), high: volume.high.map(rounded),
      level: volume.level)
  }

  /// As they were read where they are known, else the heads wherever somebody is needed.
  var requirements: [PlanDocument.Requirement] {
    if let table = setting.requirements {
      return table.requirements.map { requirement in
        PlanDocument.Requirement(
          start: time(milliseconds: requirement.interval.startMilliseconds),
          end: time(milliseconds: requirement.interval.endMilliseconds), role: requirement.role,
          required: requirement.required, minimum: requirement.minimum,
          basis: RequirementDocument.Basis(requirement.basis))
      }
    }
    return cells { role, interval, minutes in
      let required = problem.demand.required[role][interval]
      guard required > 0 else { return nil }
      return PlanDocument.Requirement(
        start: time(minutes.lowerBound), end: time(minutes.upperBound), role: problem.roles[role].id,
        required: required)
    }
  }

  /// What `row` makes of each interval and role, by time and then by role.
  private func cells<Row>(_ row: (_ role: Int, _ interval: Int, _ minutes: Range<Int>) -> Row?) -> [Row] {
    (0..<problem.intervalCount).flatMap { interval in
      problem.roles.indices.compactMap { row($0, interval, problem.demand.minutes(of: interval)) }
    }
  }

  var shifts: [PlanDocument.PlannedShift] {
    let skills = Dictionary(problem.roles.map { ($0.id, $0.skills) }) { first, _ in first }
    let employees = Dictionary(problem.employees.map { ($0.id, $0) }) { first, _ in first }
    return report.plan.shifts.enumerated().map { index, shift in
      PlanDocument.PlannedShift(
        id: "s\(index + 1)", role: shift.role, skills: skills[shift.role] ?? [],
        start: time(shift.minutes.lowerBound), end: time(shift.minutes.upperBound),
        breaks: shift.breaks.map { pause in
          PlanDocument.Break(
            start: time(pause.minutes.lowerBound), end: time(pause.minutes.upperBound), paid: pause.isPaid)
        },
        paidMinutes: shift.paidMinutes, employee: shift.employee.map(PlanDocument.Reference.init),
        status: shift.employee == nil ? "open" : report.isPinned(shift) ? "pinned" : "suggested",
        cost: cost(of: shift, shift.employee.flatMap { employees[$0] }))
    }
  }

  private func cost(of shift: Shift, _ employee: Employee?) -> PlanDocument.Money? {
    guard let currency = setting.currency, let hourly = employee?.hourlyCents else { return nil }
    var amount = TextBuffer(capacity: 16)
    // Hundredths, halves rounded up.
    amount.append(Int64((hourly * shift.paidMinutes + 30) / 60), decimals: 2)
    return PlanDocument.Money(amount: amount.string, currency: currency)
  }

  var coverage: [PlanDocument.Coverage] {
    let cover = report.cover
    let reasons = Dictionary(
      report.shortages.map { ([$0.role, $0.interval], $0.reasons) }
    ) { first, _ in first }
    return cells { role, interval, minutes in
      let (required, scheduled) = (cover.required[role][interval], cover.scheduled[role][interval])
      guard required > 0 || scheduled > 0 else { return nil }
      return PlanDocument.Coverage(
        start: time(minutes.lowerBound), end: time(minutes.upperBound), role: problem.roles[role].id,
        required: required, scheduled: scheduled, under: cover.under(role: role, interval: interval),
        over: cover.over(role: role, interval: interval),
        reasons: (reasons[[role, interval]] ?? []).map(PlanDocument.Reason.init))
    }
  }

  func person(_ employee: Employee) -> PlanDocument.Person {
    let shifts = report.shifts(of: employee)
    let unmet = employee.wishes.filter { $0.isBroken(by: shifts.map(\.minutes)) }
    return PlanDocument.Person(
      id: employee.id, paidMinutes: shifts.reduce(0) { $0 + $1.paidMinutes },
      days: Set(shifts.map { problem.horizon.day(at: $0.minutes.lowerBound) }).count,
      contract: PlanDocument.Hours(
        min: employee.contract.leastWeekMinutes, max: employee.contract.greatestWeekMinutes),
      unmetWishes: unmet.map { wish in
        PlanDocument.UnmetWish(
          kind: wish.kind.rawValue, start: time(wish.minutes.lowerBound), end: time(wish.minutes.upperBound),
          weight: wish.weight)
      })
  }

  func solution(_ solution: PlanSolution) -> PlanDocument.Solution {
    let terms = report.terms
    // Rules that may give way, and did.
    let relaxed = [("cover", terms.under), ("minimumHours", terms.minimumHours), ("wishes", terms.wishes)]
    return PlanDocument.Solution(
      status: solution.status.rawValue, objective: rounded(terms.total), bound: rounded(solution.bound),
      gap: rounded(solution.gap(of: terms.total)), seconds: solution.seconds.map(rounded),
      solver: solution.solver, seed: solution.seed, terms: PlanDocument.Terms(terms),
      relaxedRules: relaxed.filter { $0.1 > 0 }.map(\.0))
  }

  var assumptions: [PlanDocument.Assumption] {
    let weights = problem.weights
    let values: [(String, Double)] = [
      ("underHour", weights.underHour), ("overHour", weights.overHour), ("labourHour", weights.labourHour),
      ("minimumHour", weights.minimumHour), ("fairness", weights.fairness), ("change", weights.change),
      ("startTime", weights.startTime),
    ]
    return values.map { PlanDocument.Assumption(key: $0.0, value: $0.1, source: "weights") }
  }
}

extension PlanDocument.Extra {
  /// - Parameter time: tells a minute of the period.
  init(_ person: ExtraPerson, time: (Int) -> String) {
    self.init(
      skill: person.skill, underMinutesBefore: person.underMinutesBefore,
      underMinutesAfter: person.underMinutesAfter,
      shifts: person.shifts.map { shift in
        PlanDocument.Stint(
          role: shift.role, start: time(shift.minutes.lowerBound), end: time(shift.minutes.upperBound))
      })
  }
}

extension PlanDocument.Reason {
  init(_ reason: ShortageReason) {
    self.init(
      code: reason.code.rawValue, employees: reason.employees,
      cost: reason.cost.map { Fixed.rounded($0, decimals: 6) })
  }
}

extension PlanDocument.Terms {
  init(_ terms: PlanTerms) {
    func rounded(_ number: Double) -> Double { Fixed.rounded(number, decimals: 6) }
    self.init(
      under: rounded(terms.under), over: rounded(terms.over), labour: rounded(terms.labour),
      wishes: rounded(terms.wishes), minimumHours: rounded(terms.minimumHours),
      fairness: rounded(terms.fairness), changes: rounded(terms.changes),
      startTimes: rounded(terms.startTimes))
  }
}
