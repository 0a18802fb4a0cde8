internal import FootfallCore

/// A roster under change: cells are cleared and filled one at a time, and what that does to the objective is known at
/// once.
struct RosterBoard {
  let problem: RosterProblem
  private(set) var roster: Roster
  private(set) var objective: Double
  /// Heads at work, beside the problem's demands.
  private var heads: [Int]
  /// What is counted of each person over several days.
  private var tallies: RosterTallies
  private var cover: RosterCover

  /// An empty roster but for what must be taken.
  init(_ problem: RosterProblem) {
    self.problem = problem
    roster = Roster(cells: problem.cells)
    objective = problem.objective(of: roster)
    heads = [Int](repeating: 0, count: problem.demands.count)
    tallies = RosterTallies(problem)
    cover = RosterCover(problem)
    for cell in 0..<problem.cells where problem.isRequired[cell] { fill(cell) }
  }

  /// Empties a cell; nothing happens where it is empty.
  /// - Returns: what it held.
  @discardableResult
  mutating func clear(_ cell: Int) -> Roster.Entry? {
    guard let entry = roster.entries[cell] else { return nil }
    roster.entries[cell] = nil
    count(entry, in: cell, sign: -1)
    return entry
  }

  /// Puts an entry into an empty cell, whatever the rules say.
  mutating func put(_ entry: Roster.Entry?, in cell: Int) {
    guard let entry else { return }
    roster.entries[cell] = entry
    count(entry, in: cell, sign: 1)
  }

  /// Gives an empty cell the option that costs least within the rules, or leaves it empty where that costs least; a
  /// cell that must be taken gets its best option whatever the rules say.
  mutating func fill(_ cell: Int) { fill(cell, among: problem.optionRange(cell)) }

  /// Likewise, with some of the cell's options.
  mutating func fill(_ cell: Int, among options: Range<Int>) {
    var generator = SplitMix64(seed: 0)
    fill(cell, among: options, blur: 0, using: &generator)
  }

  /// Likewise, where each option seems to cost up to `blur` more than it does.
  mutating func fill(_ cell: Int, blur: Double, using generator: inout SplitMix64) {
    fill(cell, among: problem.optionRange(cell), blur: blur, using: &generator)
  }

  private mutating func fill(
    _ cell: Int, among options: Range<Int>, blur: Double, using generator: inout SplitMix64
  ) {
    cover.look(atDay: cell % problem.days)
    let isRequired = problem.isRequired[cell]
    let free = isRequired ? 0..<Int.max : freeSlots(around: cell)
    let costOfNothing = tallies.look(at: cell, of: problem)
    var best = isRequired ? Double.infinity : problem.offCosts[cell] + costOfNothing
    var bestOption: Int?
    for option in options {
      let duty = problem.duty(ofOption: option)
      guard free.lowerBound <= duty.slots.lowerBound, duty.slots.upperBound <= free.upperBound else {
        continue
      }
      var cost = problem.options[option].cost + tallies.cost(of: option)
      cost += cover.cost(of: problem.stretches[duty.first])
      if let second = duty.second { cost += cover.cost(of: problem.stretches[second]) }
      if blur > 0 { cost += blur * Double.random(in: 0..<1, using: &generator) }
      if cost < best - 1e-9 {
        best = cost
        bestOption = option
      }
    }
    guard let bestOption, isRequired || keepsWeekends(cell) else { return }
    let breaks = problem.duty(ofOption: bestOption).stretches.flatMap {
      cover.breakStarts(of: problem.stretches[$0])
    }
    put(Roster.Entry(option: bestOption, breakStarts: breaks), in: cell)
  }

  private mutating func count(_ entry: Roster.Entry, in cell: Int, sign: Int) {
    let cost = problem.options[entry.option].cost - problem.offCosts[cell]
    objective += sign > 0 ? cost : -cost
    var next = 0
    for number in problem.duty(ofOption: entry.option).stretches {
      let stretch = problem.stretches[number]
      count(stretch.slots, role: stretch.role, sign: sign)
      for pause in problem.breaks(of: stretch) {
        let start = entry.breakStarts[next]
        count(start..<start + pause.slots, role: stretch.role, sign: -sign)
        next += 1
      }
    }
    objective += tallies.count(entry.option, in: cell, sign: sign, of: problem)
  }

  private mutating func count(_ slots: Range<Int>, role: Int, sign: Int) {
    for slot in slots {
      let place = role * problem.slots + slot
      let demand = problem.demands[place]
      let now = demand.cost(heads: heads[place])
      heads[place] += sign
      let then = demand.cost(heads: heads[place])
      objective += then - now
      cover.gains[place] = demand.cost(heads: heads[place] + 1) - then
    }
  }

  /// The slots in which a duty may lie, for the rest after the duty before it and before the one after it.
  private func freeSlots(around cell: Int) -> Range<Int> {
    let first = cell - cell % problem.days
    let rest = problem.people[cell / problem.days].restSlots
    var earliest = 0
    var latest = Int.max
    if let before = roster.entries[first..<cell].last(where: { $0 != nil }).flatMap({ $0 }) {
      earliest = problem.duty(ofOption: before.option).slots.upperBound + rest
    }
    if let after = roster.entries[cell + 1..<first + problem.days].first(where: { $0 != nil }).flatMap({ $0 })
    {
      latest = problem.duty(ofOption: after.option).slots.lowerBound - rest
    }
    return earliest..<max(earliest, latest)
  }

  private func keepsWeekends(_ cell: Int) -> Bool {
    let person = problem.people[cell / problem.days]
    let (first, day) = (cell - cell % problem.days, cell % problem.days)
    guard person.weekends.contains(where: { $0.contains(day) }) else { return true }
    let worked = person.weekends.count { weekend in
      weekend.contains { $0 == day || roster.entries[first + $0] != nil }
    }
    return worked <= person.mostWeekends
  }
}
