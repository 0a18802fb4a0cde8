extension RosterProgram {
  mutating func addCrews() {
    var workers = [[IntegerProgram.Column]](repeating: [], count: problem.stretches.count)
    for option in cells.flatMap({ problem.optionRange($0) }) {
      for stretch in problem.duty(ofOption: option).stretches { workers[stretch].append(option) }
    }
    for (number, stretch) in problem.stretches.enumerated() {
      let most = Double(workers[number].count) * places
      let crew = program.addVariable(0...most, cost: 0)
      crews.append(crew)
      program.addRow(0...0, [(crew, -1.0)] + workers[number].map { ($0, 1.0) })
      let pauses = Array(problem.breaks(of: stretch))
      let columns = pauses.map { pause in
        pause.starts.map { _ in program.addVariable(0...most, cost: 0, isWhole: true) }
      }
      breaks.append(columns)
      for starts in columns { program.addRow(0...0, [(crew, -1.0)] + starts.map { ($0, 1.0) }) }
      addOrder(of: pauses, columns)
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

  mutating func addCover() {
    var terms = [[(IntegerProgram.Column, Double)]](repeating: [], count: problem.demands.count)
    for (number, stretch) in problem.stretches.enumerated() {
      for slot in stretch.slots { terms[stretch.role * problem.slots + slot].append((crews[number], 1)) }
      for (pause, columns) in zip(problem.breaks(of: stretch), breaks[number]) {
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
      program.addRow(required...required, terms[place] + [(under, 1.0), (over, -1.0)])
    }
  }
}
