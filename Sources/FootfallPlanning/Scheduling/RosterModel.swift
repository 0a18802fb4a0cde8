/// A staffing problem as a ``RosterProblem``, and the way back from its rosters to plans.
struct RosterModel {
  let staffing: StaffingProblem
  private(set) var problem: RosterProblem
  /// Pinned shifts for which their employee's day has no room; no plan can keep them.
  private(set) var homelessPins: [(employee: Employee, pin: PinnedShift)] = []
  private var catalogue: StretchCatalogue
  private var startTimes: [Int: Int] = [:]

  init(_ staffing: StaffingProblem) {
    self.staffing = staffing
    problem = RosterProblem(
      roles: staffing.roles.count, slots: staffing.intervalCount, days: staffing.horizon.days.count)
    catalogue = StretchCatalogue(staffing)
    problem.demands = demands
    if staffing.employees.isEmpty {
      addPlaces()
    } else {
      problem.fairnessCost = staffing.weights.fairness
      problem.startTimeCost = staffing.weights.startTime
      for employee in staffing.employees { add(employee) }
    }
    problem.breaks = catalogue.breaks
    problem.stretches = catalogue.stretches
    problem.startTimes = startTimes.count
  }

  private var demands: [RosterProblem.Demand] {
    let hours = Double(staffing.demand.intervalMinutes) / 60
    return staffing.demand.required.joined().map {
      RosterProblem.Demand(
        required: $0, underCost: staffing.weights.underHour * hours,
        overCost: staffing.weights.overHour * hours)
    }
  }

  /// As many places for open shifts as could be of use on the busiest day.
  private mutating func addPlaces() {
    problem.areAllAlike = true
    let cells = catalogue.byDay.indices.map { day in
      var cell = RosterProblem.Cell()
      for stretch in catalogue.byDay[day] {
        cell.options.append(option(day: day, stretches: [stretch], cost: labour(of: [stretch], nil)))
      }
      return cell
    }
    for _ in 0..<staffing.usefulOpenShifts { problem.add(RosterProblem.Person(), cells: cells) }
  }

  private mutating func add(_ employee: Employee) {
    var cells = catalogue.byDay.indices.map { day in
      RosterProblem.Cell(options: choices(of: employee, onDay: day))
    }
    for day in cells.indices {
      let pins = employee.pinned.filter { staffing.horizon.day(at: $0.minutes.lowerBound) == day }
      cells[day].isRequired = !pins.isEmpty && !cells[day].options.isEmpty
      if !pins.isEmpty, cells[day].options.isEmpty {
        homelessPins += pins.map { (employee: employee, pin: $0) }
      }
    }
    priceChanges(of: employee, &cells)
    var person = RosterPersonRules(of: employee, in: staffing).person
    for wish in employee.wishes { add(wish, of: employee, to: &person, &cells) }
    problem.add(person, cells: cells)
  }
}

// MARK: - Options

extension RosterModel {
  /// What an employee can be given on a day, at what it pays.
  private mutating func choices(of employee: Employee, onDay day: Int) -> [RosterProblem.Option] {
    let pins = employee.pinned.filter { staffing.horizon.day(at: $0.minutes.lowerBound) == day }
    let pinned = pins.compactMap { pin in
      staffing.roles.firstIndex { $0.id == pin.role }.flatMap {
        catalogue.place(ofRole: $0, minutes: pin.minutes)
      }
    }
    guard pinned.count == pins.count else { return [] }
    var single = catalogue.byDay[day].filter { stretch in
      employee.can(staffing.roles[catalogue.stretches[stretch].role])
        && employee.isAvailable(catalogue.minutes[stretch])
    }
    single += pinned.filter { !single.contains($0) }
    let latest = employee.history.map(\.minutes.upperBound).max() ?? Int.min / 2
    return (single.map { [$0] } + pairs(of: single, for: employee)).filter { stretches in
      let paid = paidMinutes(of: stretches)
      return pinned.allSatisfy(stretches.contains) && employee.contract.allowsDay(ofMinutes: paid)
        && catalogue.minutes[stretches[0]].lowerBound - latest >= employee.contract.leastRestMinutes
    }.map { option(day: day, stretches: $0, cost: labour(of: $0, employee)) }
  }

  /// Two stretches for a split day.
  private func pairs(of stretches: [Int], for employee: Employee) -> [[Int]] {
    guard let split = staffing.rules.split, employee.contract.allowsSplitShifts else { return [] }
    return stretches.flatMap { first in
      stretches.filter {
        split.gapMinutes.contains(catalogue.minutes[$0].lowerBound - catalogue.minutes[first].upperBound)
      }.map { [first, $0] }
    }
  }

  private mutating func option(day: Int, stretches: [Int], cost: Double) -> RosterProblem.Option {
    let first = catalogue.minutes[stretches[0]]
    let clock = staffing.horizon.clockMinute(at: first.lowerBound)
    let time = startTimes[clock] ?? startTimes.count
    startTimes[clock] = time
    let slots = stretches.map { catalogue.stretches[$0].slots }
    problem.duties.append(
      RosterProblem.Duty(
        day: day, first: stretches[0], second: stretches.dropFirst().first,
        paidMinutes: paidMinutes(of: stretches),
        slots: slots[0].lowerBound..<slots[slots.count - 1].upperBound, startTime: time))
    return RosterProblem.Option(duty: problem.duties.count - 1, cost: cost)
  }

  private func paidMinutes(of stretches: [Int]) -> Int {
    stretches.reduce(0) { $0 + staffing.rules.paidMinutes(ofShift: catalogue.minutes[$1].count) }
  }

  private func labour(of stretches: [Int], _ employee: Employee?) -> Double {
    Double(paidMinutes(of: stretches)) / 60 * staffing.relativeCost(of: employee)
      * staffing.weights.labourHour
  }
}

// MARK: - Wishes and changes

extension RosterModel {
  /// Prices a wish where it is kept or broken: in the options of its day or, where it reaches over several, as a quota.
  private mutating func add(
    _ wish: Wish, of employee: Employee, to person: inout RosterProblem.Person,
    _ cells: inout [RosterProblem.Cell]
  ) {
    let interval = staffing.demand.intervalMinutes
    let slots =
      wish.minutes.lowerBound.flooredQuotient(by: interval)
      ..< -(-wish.minutes.upperBound).flooredQuotient(by: interval)
    let problem = problem
    func meets(_ option: RosterProblem.Option) -> Bool {
      problem.duties[option.duty].stretches.contains { catalogue.stretches[$0].slots.overlaps(slots) }
    }
    let days = cells.indices.filter { cells[$0].options.contains(where: meets) }
    guard let first = days.first, let last = days.last else {
      if wish.kind == .work { self.problem.constant += wish.weight }
      return
    }
    guard first == last else {
      let isOff = wish.kind == .off
      person.quotas.append(
        RosterProblem.Quota(
          measure: .meetings(slots), days: first..<last + 1, least: isOff ? 0 : 1,
          costPerUnit: isOff ? 0 : wish.weight, costOfAny: isOff ? wish.weight : 0))
      return
    }
    for place in cells[first].options.indices
    where meets(cells[first].options[place]) == (wish.kind == .off) {
      cells[first].options[place].cost += wish.weight
    }
    if wish.kind == .work { cells[first].offCost += wish.weight }
  }

  /// Prices each day that would not be as published.
  private func priceChanges(of employee: Employee, _ cells: inout [RosterProblem.Cell]) {
    guard let published = staffing.published, staffing.weights.change != 0 else { return }
    let shifts = Dictionary(grouping: published.shifts.filter { $0.employee == employee.id }) {
      staffing.horizon.day(at: $0.minutes.lowerBound)
    }
    for day in cells.indices {
      let before = Set((shifts[day] ?? []).map { PinnedShift(role: $0.role, minutes: $0.minutes) })
      if !before.isEmpty { cells[day].offCost += staffing.weights.change }
      for place in cells[day].options.indices
      where Set(work(of: problem.duties[cells[day].options[place].duty])) != before {
        cells[day].options[place].cost += staffing.weights.change
      }
    }
  }

  private func work(of duty: RosterProblem.Duty) -> [PinnedShift] {
    duty.stretches.map {
      PinnedShift(role: staffing.roles[catalogue.stretches[$0].role].id, minutes: catalogue.minutes[$0])
    }
  }
}

// MARK: - Plans

extension RosterModel {
  /// A roster's shifts.
  func plan(of roster: Roster) -> StaffPlan {
    let interval = staffing.demand.intervalMinutes
    let shifts = roster.entries.enumerated().flatMap { cell, entry -> [Shift] in
      guard let entry else { return [] }
      var starts = entry.breakStarts[...]
      let employee =
        staffing.employees.isEmpty ? nil : staffing.employees[cell / problem.days].id
      return work(of: problem.duty(ofOption: entry.option)).map { work in
        let rules = staffing.rules.breaks(ofShift: work.minutes.count)
        let breaks = zip(rules, starts.prefix(rules.count)).map { rule, start in
          ShiftBreak(minutes: start * interval..<start * interval + rule.minutes, isPaid: rule.isPaid)
        }
        starts = starts.dropFirst(rules.count)
        return Shift(role: work.role, employee: employee, minutes: work.minutes, breaks: breaks)
      }
    }
    return StaffPlan(shifts: shifts)
  }

  /// By cell: the option that a plan's shifts are; nil where there is none, or none that can be given any longer.
  func options(of plan: StaffPlan) -> [Int?] {
    let people = Dictionary(staffing.employees.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let shifts = Dictionary(grouping: plan.shifts) { shift in
      guard let person = shift.employee.flatMap({ people[$0] }),
        let day = staffing.horizon.day(at: shift.minutes.lowerBound)
      else { return -1 }
      return person * problem.days + day
    }
    return (0..<problem.cells).map { cell in
      guard let given = shifts[cell] else { return nil }
      let wanted = Set(given.map { PinnedShift(role: $0.role, minutes: $0.minutes) })
      return problem.optionRange(cell).first { Set(work(of: problem.duty(ofOption: $0))) == wanted }
    }
  }
}

extension Contract {
  /// Whether a day that is worked may have so many paid minutes.
  func allowsDay(ofMinutes paid: Int) -> Bool {
    leastDayMinutes <= paid && paid <= greatestDayMinutes ?? .max
  }
}
