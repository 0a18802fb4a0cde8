internal import FootfallCore

/// Improves a roster without a solver: the rows of a few people are taken away and found anew one after the other, each
/// as the best beside all others, and a change for the worse is kept below a threshold that falls to nothing.
///
/// Ruin and recreate with threshold acceptance, as in Schrimpf et al., Journal of Computational Physics 159 (2000).
struct WholeDayAnnealing {
  private let instance: WholeDayInstance
  private var searches: [RowSearch]
  /// By day and shift: people at work less those required; nil where no number is required.
  private var surplus: [[Int]]
  /// By day and shift: the costs of one fewer and one more; 0 where no number is required.
  private var under: [[Double]]
  private var over: [[Double]]
  /// By employee, day and shift: what it costs to work it, over not working it.
  private var wishes: [[[Double]]]
  private(set) var roster: WholeDayRoster

  /// Begins from a roster that keeps every rule; nil where rows have too many states.
  init?(_ instance: WholeDayInstance, from roster: WholeDayRoster) {
    self.instance = instance
    self.roster = roster
    searches = []
    for employee in instance.staff {
      guard let search = RowSearch(instance, employee) else { return nil }
      searches.append(search)
    }
    let none = [[Double]](
      repeating: [Double](repeating: 0, count: instance.shifts.count), count: instance.days)
    (under, over) = (none, none)
    wishes = [[[Double]]](repeating: none, count: instance.staff.count)
    surplus = none.map { $0.map { Int($0) } }
    for cover in instance.cover {
      surplus[cover.day][cover.shift] -= cover.required
      under[cover.day][cover.shift] = Double(cover.underWeight)
      over[cover.day][cover.shift] = Double(cover.overWeight)
    }
    for wish in instance.requests {
      wishes[wish.employee][wish.day][wish.shift] += Double(wish.isWanted ? -wish.weight : wish.weight)
    }
    for row in roster.shifts { count(row, sign: 1) }
  }

  private mutating func count(_ row: [WholeDayInstance.ShiftIndex?], sign: Int) {
    for (day, shift) in row.enumerated() { if let shift { surplus[day][shift] += sign } }
  }

  /// What one more person costs at work on a day, with the employee's wishes.
  private func price(_ employee: Int, _ day: Int, _ shift: Int) -> Double {
    wishes[employee][day][shift] + (surplus[day][shift] < 0 ? -under[day][shift] : over[day][shift])
  }

  private func cost(of row: [WholeDayInstance.ShiftIndex?], _ employee: Int) -> Double {
    row.enumerated().reduce(0) { sum, entry in
      sum + (entry.element.map { price(employee, entry.offset, $0) } ?? 0)
    }
  }

  /// Searches until the rounds or the time are used up.
  /// - Parameter timeUsed: The share of its time that is used: the threshold falls with the rounds or with the time,
  ///   whichever is further on.
  mutating func run(rounds: Int, using generator: inout SplitMix64, timeUsed: () -> Double) {
    var best = (cost: 0.0, roster: roster)
    var cost = 0.0
    let unit = under.joined().max() ?? 0
    for round in 0..<rounds {
      let left = 1 - max(timeUsed(), Double(round) / Double(rounds))
      if left <= 0 { break }
      cost += change(threshold: unit * left * left, using: &generator)
      if cost < best.cost { best = (cost, roster) }
    }
    roster = best.roster
  }

  /// - Returns: what the roster costs more.
  private mutating func change(threshold: Double, using generator: inout SplitMix64) -> Double {
    let number = Int.random(in: 1...min(3, instance.staff.count), using: &generator)
    let people = Array(instance.staff.indices.shuffled(using: &generator).prefix(number))
    let before = people.map { roster.shifts[$0] }
    var change = 0.0
    for (employee, row) in zip(people, before) {
      count(row, sign: -1)
      change -= cost(of: row, employee)
    }
    let noise = Double.random(in: 0..<1, using: &generator) * max(threshold, 1)
    for (employee, old) in zip(people, before) {
      let row = row(of: employee, noise: noise, using: &generator) ?? old
      change += cost(of: row, employee)
      count(row, sign: 1)
      roster.shifts[employee] = row
    }
    if change <= threshold * Double.random(in: 0..<1, using: &generator) { return change }
    for employee in people { count(roster.shifts[employee], sign: -1) }
    for (employee, row) in zip(people, before) {
      roster.shifts[employee] = row
      count(row, sign: 1)
    }
    return 0
  }

  /// The best row beside the others, at prices that are a little off; nil where none is found that keeps the limits of
  /// kinds of shift.
  private mutating func row(
    of employee: Int, noise: Double, using generator: inout SplitMix64
  ) -> [WholeDayInstance.ShiftIndex?]? {
    let prices = (0..<instance.days).map { day in
      instance.shifts.indices.map {
        price(employee, day, $0) + noise * Double.random(in: 0..<1, using: &generator)
      }
    }
    return searches[employee].limitedRow(at: prices)
  }
}
