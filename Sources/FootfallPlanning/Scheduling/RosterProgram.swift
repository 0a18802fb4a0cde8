/// A roster problem as an integer program: its answers are rosters, and its bound holds for all of them.
///
/// A whole variable for each option; the number of people in a stretch, and by start those on each of its breaks, are
/// variables of their own. That is exact, because people in equal stretches can swap breaks, and keeps rows short.
struct RosterProgram {
  let problem: RosterProblem
  private(set) var program = IntegerProgram()
  /// The number of people in each stretch.
  private var crews: [IntegerProgram.Column] = []
  /// By stretch, break and start of the break: those who begin it there.
  private(set) var breaks: [[[IntegerProgram.Column]]] = []
  /// Heads missing and heads too many, beside the demands; none where nothing can be worked and nothing is demanded.
  private var missing: [IntegerProgram.Column?] = []
  private var spare: [IntegerProgram.Column?] = []
  /// What is derived from the options: its column and how its value follows from a roster.
  private var derived: [(column: IntegerProgram.Column, value: Derived)] = []

  private enum Derived {
    case shortage(person: Int, quota: RosterProblem.Quota)
    case any(person: Int, quota: RosterProblem.Quota)
    case weekend(person: Int, days: Range<Int>)
    case starts(person: Int, time: Int)
    case works(person: Int)
    case share(isMost: Bool)
  }

  /// Options come first, so that the column of an option is its place in the problem. Of people who are all alike the
  /// first stands for all, and the variables count them.
  init(_ problem: RosterProblem) {
    self.problem = problem
    program.offset = problem.constant + problem.offCosts.reduce(0, +)
    for cell in cells {
      for option in problem.optionRange(cell) {
        _ = program.addVariable(
          0...places, cost: problem.options[option].cost - problem.offCosts[cell], isWhole: true)
      }
    }
    addCells()
    addCrews()
    addCover()
    for person in problem.people.indices { addRules(of: person) }
    if problem.fairnessCost != 0 { addFairness() }
  }
}

// Columns and rows.
extension RosterProgram {
  /// The cells that have variables.
  private var cells: Range<Int> { 0..<(problem.areAllAlike ? min(problem.days, problem.cells) : problem.cells) }

  /// How often an option can be taken.
  private var places: Double { problem.areAllAlike ? Double(problem.people.count) : 1 }

  /// The column of an option.
  private func column(of option: Int) -> IntegerProgram.Column {
    problem.areAllAlike ? option % problem.optionStarts[problem.days] : option
  }

  private mutating func addCells() {
    for cell in cells where !problem.optionRange(cell).isEmpty {
      program.addRow(
        (problem.isRequired[cell] ? places : 0)...places, problem.optionRange(cell).map { ($0, 1) })
    }
  }

  private mutating func addCrews() {
    var workers = [[IntegerProgram.Column]](repeating: [], count: problem.stretches.count)
    for option in cells.flatMap({ problem.optionRange($0) }) {
      for stretch in problem.duty(ofOption: option).stretches { workers[stretch].append(option) }
    }
    for (number, stretch) in problem.stretches.enumerated() {
      let most = Double(workers[number].count) * places
      let crew = program.addVariable(0...most, cost: 0)
      crews.append(crew)
      program.addRow(0...0, [(crew, -1)] + workers[number].map { ($0, 1) })
      let columns = stretch.breaks.map { pause in
        pause.starts.map { _ in program.addVariable(0...most, cost: 0, isWhole: true) }
      }
      breaks.append(columns)
      for starts in columns { program.addRow(0...0, [(crew, -1)] + starts.map { ($0, 1) }) }
      addOrder(of: stretch.breaks, columns)
    }
  }

  /// Where the windows of successive breaks meet, the i-th to begin one must have ended the one before: until any
  /// slot, no more may have begun the second than have ended the first.
  private mutating func addOrder(of pauses: [RosterProblem.Break], _ columns: [[IntegerProgram.Column]]) {
    for number in pauses.indices.dropFirst() {
      let (before, after) = (pauses[number - 1], pauses[number])
      guard after.starts.lowerBound < before.starts.upperBound + before.slots else { continue }
      for slot in after.starts.lowerBound..<before.starts.upperBound + before.slots {
        let begun = zip(after.starts, columns[number]).filter { $0.0 <= slot }.map { ($0.1, 1.0) }
        let ended = zip(before.starts, columns[number - 1]).filter { $0.0 + before.slots <= slot }
          .map { ($0.1, -1.0) }
        program.addRow(-Double.infinity...0, begun + ended)
      }
    }
  }

  private mutating func addCover() {
    var terms = [[(IntegerProgram.Column, Double)]](repeating: [], count: problem.demands.count)
    for (number, stretch) in problem.stretches.enumerated() {
      for slot in stretch.slots { terms[stretch.role * problem.slots + slot].append((crews[number], 1)) }
      for (pause, columns) in zip(stretch.breaks, breaks[number]) {
        for (start, column) in zip(pause.starts, columns) {
          for slot in start..<start + pause.slots {
            terms[stretch.role * problem.slots + slot].append((column, -1))
          }
        }
      }
    }
    for (place, demand) in problem.demands.enumerated() {
      let isIdle = terms[place].isEmpty && demand.required == 0
      let isFree = demand.underCost == 0 && demand.overCost == 0
      guard !isIdle, !isFree else {
        missing.append(nil)
        spare.append(nil)
        continue
      }
      let required = Double(demand.required)
      let under = program.addVariable(0...required, cost: demand.underCost)
      let over = program.addVariable(0 ... .infinity, cost: demand.overCost)
      missing.append(under)
      spare.append(over)
      program.addRow(required...required, terms[place] + [(under, 1), (over, -1)])
    }
  }

  private mutating func addRules(of number: Int) {
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
      program.addRow(least ... .infinity, terms + [(short, 1)])
    }
    guard quota.costOfAny != 0 else { return }
    let any = program.addVariable(0...1, cost: quota.costOfAny)
    derived.append((any, .any(person: person, quota: quota)))
    for day in quota.days {
      let range = problem.optionRange(person * problem.days + day)
      let met = terms.filter { range.contains($0.0) }.map { ($0.0, 1.0) }
      if !met.isEmpty { program.addRow(-Double.infinity...0, met + [(any, -1)]) }
    }
  }

  /// For each start of a day: whoever's rest lasts beyond it does not start by then. The duties that such a row names
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
      program.addRow(-Double.infinity...1, late.map { ($0.0, 1) } + early.map { ($0.0, 1) })
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
          program.addRow(-Double.infinity...0, options.map { ($0, 1) } + [(column, -1)])
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
    program.addRow(-Double.infinity...0, [(works, 1)] + all.map { ($0, -1) })
    for time in 0..<problem.startTimes {
      let started = cells.map { cell in
        problem.optionRange(cell).filter { problem.duty(ofOption: $0).startTime == time }
      }
      guard started.contains(where: { !$0.isEmpty }) else { continue }
      let column = program.addVariable(0...1, cost: problem.startTimeCost)
      derived.append((column, .starts(person: person, time: time)))
      for options in started where !options.isEmpty {
        program.addRow(-Double.infinity...0, options.map { ($0, 1) } + [(column, -1)])
      }
    }
  }

  private mutating func addFairness() {
    let most = program.addVariable(0 ... .infinity, cost: problem.fairnessCost)
    let least = program.addVariable(0 ... .infinity, cost: -problem.fairnessCost)
    derived += [(most, .share(isMost: true)), (least, .share(isMost: false))]
    var isAnybodyCompared = false
    for (number, person) in problem.people.enumerated() where person.possibleMinutes > 0 {
      isAnybodyCompared = true
      let cells = number * problem.days..<(number + 1) * problem.days
      let terms = cells.flatMap { problem.optionRange($0) }
        .map { ($0, Double(problem.duty(ofOption: $0).paidMinutes) / Double(person.possibleMinutes)) }
      program.addRow(0 ... .infinity, [(most, 1)] + terms.map { ($0.0, -$0.1) })
      program.addRow(-Double.infinity...0, [(least, 1)] + terms.map { ($0.0, -$0.1) })
    }
    if !isAnybodyCompared { program.limit(least, to: 0...0) }
  }
}

// From a roster and back.
extension RosterProgram {
  /// The values of a roster.
  func values(of roster: Roster) -> [Double] {
    var values = [Double](repeating: 0, count: program.variables.count)
    var heads = [Int](repeating: 0, count: problem.demands.count)
    for entry in roster.entries.lazy.compactMap({ $0 }) {
      values[column(of: entry.option)] += 1
      problem.forEachPlace(of: entry) { heads[$0] += 1 }
      var next = 0
      for stretch in problem.duty(ofOption: entry.option).stretches {
        values[crews[stretch]] += 1
        for (number, pause) in problem.stretches[stretch].breaks.enumerated() {
          values[breaks[stretch][number][entry.breakStarts[next] - pause.starts.lowerBound]] += 1
          next += 1
        }
      }
    }
    for (place, demand) in problem.demands.enumerated() {
      if let column = missing[place] { values[column] = Double(max(0, demand.required - heads[place])) }
      if let column = spare[place] { values[column] = Double(max(0, heads[place] - demand.required)) }
    }
    for (column, value) in derived { values[column] = self.value(of: value, in: roster) }
    return values
  }

  private func value(of derived: Derived, in roster: Roster) -> Double {
    switch derived {
    case .shortage(let person, let quota):
      Double(max(0, quota.least - problem.sum(of: quota, person: person, in: roster)))
    case .any(let person, let quota): problem.sum(of: quota, person: person, in: roster) > 0 ? 1 : 0
    case .weekend(let person, let days):
      days.contains { roster.entries[person * problem.days + $0] != nil } ? 1 : 0
    case .starts(let person, let time): problem.startTimes(of: person, in: roster).contains(time) ? 1 : 0
    case .works(let person): problem.startTimes(of: person, in: roster).isEmpty ? 0 : 1
    case .share(let isMost):
      (isMost ? problem.shares(in: roster).max() : problem.shares(in: roster).min()) ?? 0
    }
  }

  /// The roster that values stand for; breaks are dealt out in the order of cells.
  /// - Parameter values: an answer of the program.
  func roster(of values: [Double]) -> Roster {
    var roster = Roster(cells: problem.cells)
    var taken = values
    var left = zip(problem.stretches, breaks).map { stretch, columns in
      zip(stretch.breaks, columns).map { pause, columns in
        zip(pause.starts, columns).flatMap { Array(repeating: $0, count: Int(values[$1].rounded())) }
      }
    }
    for cell in 0..<problem.cells {
      guard let option = problem.optionRange(cell).first(where: { taken[column(of: $0)] > 0.5 }) else { continue }
      taken[column(of: option)] -= 1
      var starts: [Int] = []
      for stretch in problem.duty(ofOption: option).stretches {
        for number in left[stretch].indices { starts.append(left[stretch][number].removeFirst()) }
      }
      roster.entries[cell] = Roster.Entry(option: option, breakStarts: starts)
    }
    return roster
  }
}
