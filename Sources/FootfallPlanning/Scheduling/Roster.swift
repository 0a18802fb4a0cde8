/// What everybody is given: an answer to a ``RosterProblem``, whether good or not.
struct Roster: Sendable, Equatable {
  /// What one cell holds.
  struct Entry: Sendable, Equatable {
    /// A place in the problem's options.
    var option: Int
    /// Where the breaks of its stretches start, in order.
    var breakStarts: [Int]
  }

  /// By cell; nil is a day off.
  var entries: [Entry?]

  /// Nobody works.
  init(cells: Int) { entries = [Entry?](repeating: nil, count: cells) }
}

extension RosterProblem {
  /// What a roster costs, computed from nothing but the problem.
  func objective(of roster: Roster) -> Double {
    var heads = [Int](repeating: 0, count: demands.count)
    var total = constant
    for (cell, entry) in roster.entries.enumerated() {
      total += entry.map { options[$0.option].cost } ?? offCosts[cell]
      if let entry { forEachPlace(of: entry) { heads[$0] += 1 } }
    }
    for (place, demand) in demands.enumerated() { total += demand.cost(heads: heads[place]) }
    for (number, person) in people.enumerated() {
      for quota in person.quotas { total += quota.cost(of: sum(of: quota, person: number, in: roster)) }
      total += startTimeCost * Double(max(0, startTimes(of: number, in: roster).count - 1))
    }
    let shares = shares(in: roster)
    return total + fairnessCost * ((shares.max() ?? 0) - (shares.min() ?? 0))
  }

  /// What a quota counts.
  func sum(of quota: Quota, person: Int, in roster: Roster) -> Int {
    quota.days.reduce(0) { sum, day in
      sum + (roster.entries[person * days + day].map { amount(of: $0.option, by: quota.measure) } ?? 0)
    }
  }

  /// The times of day at which a person starts.
  func startTimes(of person: Int, in roster: Roster) -> Set<Int> {
    Set(given(to: person, in: roster).map(\.startTime))
  }

  /// The paid share of their possible minutes of all who are compared.
  func shares(in roster: Roster) -> [Double] {
    people.indices.filter { people[$0].possibleMinutes > 0 }.map { person in
      let paid = given(to: person, in: roster).reduce(0) { $0 + $1.paidMinutes }
      return Double(paid) / Double(people[person].possibleMinutes)
    }
  }

  private func given(to person: Int, in roster: Roster) -> [Duty] {
    roster.entries[person * days..<(person + 1) * days].compactMap { $0.map { duty(ofOption: $0.option) } }
  }

  /// The places in `demands` at which an entry is at work, breaks left out.
  func forEachPlace(of entry: Roster.Entry, _ body: (Int) -> Void) {
    var next = 0
    for number in duty(ofOption: entry.option).stretches {
      let stretch = stretches[number]
      let first = next
      next += stretch.breaks.count
      for slot in stretch.slots {
        let isBreak = zip(entry.breakStarts[first...], breaks(of: stretch)).contains { start, pause in
          start <= slot && slot < start + pause.slots
        }
        if !isBreak { body(stretch.role * slots + slot) }
      }
    }
  }
}
