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
        for (number, pause) in problem.breaks(of: problem.stretches[stretch]).enumerated() {
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
    var left: [[[Int]]] = zip(problem.stretches, breaks).map { stretch, columns in
      zip(problem.breaks(of: stretch), columns).map { pause, columns in
        zip(pause.starts, columns).flatMap { Array(repeating: $0, count: Int(values[$1].rounded())) }
      }
    }
    for cell in 0..<problem.cells {
      guard let option = problem.optionRange(cell).first(where: { taken[column(of: $0)] > 0.5 }) else {
        continue
      }
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
