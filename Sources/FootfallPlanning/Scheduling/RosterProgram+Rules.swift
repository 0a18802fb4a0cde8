extension RosterProgram {
  mutating func addRules(of number: Int) {
    let person = problem.people[number]
    for quota in person.quotas { add(quota, of: number) }
    addRest(of: number)
    if person.mostWeekends < person.weekends.count { addWeekends(of: number) }
    if problem.startTimeCost != 0 { addStartTimes(of: number) }
  }

  private mutating func add(_ quota: RosterProblem.Quota, of person: Int) {
    let terms = quota.days.flatMap { problem.optionRange(person * problem.days + $0) }
      .map { ($0, Double(problem.amount(of: $0, by: quota.measure))) }.filter { $0.1 != 0 }
    if quota.most != .max { program.addRow(-Double.infinity...Double(quota.most), terms) }
    if quota.costPerUnit != 0 {
      let least = Double(quota.least)
      let short = program.addVariable(0...least, cost: quota.costPerUnit)
      derived.append((short, .shortage(person: person, quota: quota)))
      program.addRow(least ... .infinity, terms + [(short, 1.0)])
    }
    guard quota.costOfAny != 0 else { return }
    let any = program.addVariable(0...1, cost: quota.costOfAny)
    derived.append((any, .any(person: person, quota: quota)))
    for day in quota.days {
      let range = problem.optionRange(person * problem.days + day)
      let met = terms.filter { range.contains($0.0) }.map { ($0.0, 1.0) }
      if !met.isEmpty { program.addRow(-Double.infinity...0, met + [(any, -1.0)]) }
    }
  }

  /// For each start of a day: whoever's rest lasts beyond it does not start by then.
  ///
  /// The duties that such a row names
  /// exclude one another (a clique), which is tighter than a row for each pair.
  private mutating func addRest(of person: Int) {
    let rest = problem.people[person].restSlots
    for day in 0..<problem.days {
      for earlier in stride(from: day - 1, through: 0, by: -1) {
        let cells = (person * problem.days + earlier, person * problem.days + day)
        // Days further apart than a rest reaches are no matter.
        if !addRest(rest, between: cells) { break }
      }
    }
  }

  /// - Returns: whether duties of cells further apart may exclude one another, too.
  private mutating func addRest(_ rest: Int, between cells: (Int, Int)) -> Bool {
    let before = problem.optionRange(cells.0).map { ($0, problem.duty(ofOption: $0).slots.upperBound + rest) }
    let after = problem.optionRange(cells.1).map { ($0, problem.duty(ofOption: $0).slots.lowerBound) }
    let starts = Set(after.map(\.1)).sorted()
    var isAny = false
    for (number, start) in starts.enumerated() {
      let late = before.filter { $0.1 > start }
      let lateNext = number + 1 < starts.count ? before.count { $0.1 > starts[number + 1] } : 0
      // Where as many still rest at the next start, its row says all that this one would.
      guard late.count != lateNext else { continue }
      isAny = true
      let early = after.filter { $0.1 <= start }
      program.addRow(-Double.infinity...1, late.map { ($0.0, 1.0) } + early.map { ($0.0, 1.0) })
    }
    return isAny || before.isEmpty || after.isEmpty
  }

  private mutating func addWeekends(of number: Int) {
    let person = problem.people[number]
    var worked: [(IntegerProgram.Column, Double)] = []
    for weekend in person.weekends {
      let column = program.addVariable(0...1, cost: 0)
      derived.append((column, .weekend(person: number, days: weekend)))
      worked.append((column, 1))
      for day in weekend {
        let options = problem.optionRange(number * problem.days + day)
        if !options.isEmpty {
          program.addRow(-Double.infinity...0, options.map { ($0, 1.0) } + [(column, -1.0)])
        }
      }
    }
    program.addRow(-Double.infinity...Double(person.mostWeekends), worked)
  }

  private mutating func addStartTimes(of person: Int) {
    let cells = person * problem.days..<(person + 1) * problem.days
    let works = program.addVariable(0...1, cost: -problem.startTimeCost)
    derived.append((works, .works(person: person)))
    let all = cells.flatMap { problem.optionRange($0) }
    program.addRow(-Double.infinity...0, [(works, 1.0)] + all.map { ($0, -1.0) })
    for time in 0..<problem.startTimes {
      let started = cells.map { cell in
        problem.optionRange(cell).filter { problem.duty(ofOption: $0).startTime == time }
      }
      guard started.contains(where: { !$0.isEmpty }) else { continue }
      let column = program.addVariable(0...1, cost: problem.startTimeCost)
      derived.append((column, .starts(person: person, time: time)))
      for options in started where !options.isEmpty {
        program.addRow(-Double.infinity...0, options.map { ($0, 1.0) } + [(column, -1.0)])
      }
    }
  }

  mutating func addFairness() {
    let most = program.addVariable(0 ... .infinity, cost: problem.fairnessCost)
    let least = program.addVariable(0 ... .infinity, cost: -problem.fairnessCost)
    derived += [(most, .share(isMost: true)), (least, .share(isMost: false))]
    var isAnybodyCompared = false
    for (number, person) in problem.people.enumerated() where person.possibleMinutes > 0 {
      isAnybodyCompared = true
      let cells = number * problem.days..<(number + 1) * problem.days
      let terms = cells.flatMap { problem.optionRange($0) }
        .map { ($0, Double(problem.duty(ofOption: $0).paidMinutes) / Double(person.possibleMinutes)) }
      program.addRow(0 ... .infinity, [(most, 1.0)] + terms.map { ($0.0, -$0.1) })
      program.addRow(-Double.infinity...0, [(least, 1.0)] + terms.map { ($0.0, -$0.1) })
    }
    if !isAnybodyCompared { program.limit(least, to: 0...0) }
  }
}
