/// Makes a roster from nothing: cells are cleared a few at a time and filled again one after the other with what is
/// best then, and a change for the worse is kept below a threshold that falls to nothing.
///
/// Ruin and recreate with threshold acceptance, as in Schrimpf et al., Journal of Computational Physics 159 (2000). It
/// knows no solver, so that there is a plan where the solver is missing.
struct RosterAnnealing {
  /// How often cells are cleared and filled, for each cell there is.
  var roundsPerCell = 2_000
  /// The first threshold, as a multiple of the dearest missing head of a slot.
  var firstThreshold = 3.0

  /// The best roster met.
  /// - Parameters:
  ///   - preferred: the option that each cell begins with where the rules allow it; nil for empty cells.
  ///   - timeUsed: the share of its time that is used, asked a thousand times or more: the threshold falls with the
  ///     rounds or with the time, whichever is further on, and from 1 on the search is over.
  func roster(
    for problem: RosterProblem, from preferred: [Int?]? = nil,
    using generator: inout some RandomNumberGenerator, timeUsed: () -> Double = { 0 }
  ) -> Roster {
    var board = RosterBoard(problem)
    let cells = (0..<problem.cells).filter { !problem.isRequired[$0] && !problem.optionRange($0).isEmpty }
    guard !cells.isEmpty else { return board.roster }
    for cell in cells { if let option = preferred?[cell] { board.fill(cell, among: option..<option + 1) } }
    for cell in cells.shuffled(using: &generator) where board.roster.entries[cell] == nil { board.fill(cell) }

    var best = (objective: board.objective, roster: board.roster)
    let unit = problem.demands.map(\.underCost).max() ?? 0
    let rounds = max(1, roundsPerCell * cells.count)
    var used = 0.0
    for round in 0..<rounds {
      if round % max(1, rounds / 1_000) == 0 { used = max(timeUsed(), Double(round) / Double(rounds)) }
      if used >= 1 { break }
      let left = 1 - used
      let threshold = unit * firstThreshold * left * left * left
      change(&board, cells, threshold: threshold, using: &generator)
      if board.objective < best.objective - 1e-9 { best = (board.objective, board.roster) }
    }
    return best.roster
  }

  private func change(
    _ board: inout RosterBoard, _ cells: [Int], threshold: Double,
    using generator: inout some RandomNumberGenerator
  ) {
    let picked = pick(cells, days: board.problem.days, using: &generator)
    let before = board.objective
    let held = picked.map { board.clear($0) }
    for cell in picked { board.fill(cell) }
    if board.objective - before > threshold * Double.random(in: 0..<1, using: &generator) {
      for cell in picked { board.clear(cell) }
      for (cell, entry) in zip(picked, held) { board.put(entry, in: cell) }
    }
  }

  /// One cell, two days of a person, two people on a day, or three of any, in random order.
  private func pick(
    _ cells: [Int], days: Int, using generator: inout some RandomNumberGenerator
  ) -> [Int] {
    var picked = [cells[Int.random(in: 0..<cells.count, using: &generator)]]
    let kind = Int.random(in: 0..<4, using: &generator)
    for _ in 0..<(kind == 0 ? 0 : kind == 3 ? 2 : 1) {
      guard let cell = companion(of: picked[0], among: cells, kind: kind, days: days, using: &generator),
        !picked.contains(cell)
      else { continue }
      picked.append(cell)
    }
    return picked.shuffled(using: &generator)
  }

  /// Another cell of the same person (kind 1), of the same day (2) or any (3); nil where a few draws find none.
  private func companion(
    of cell: Int, among cells: [Int], kind: Int, days: Int, using generator: inout some RandomNumberGenerator
  ) -> Int? {
    for _ in 0..<20 {
      let other = cells[Int.random(in: 0..<cells.count, using: &generator)]
      let isCompanion =
        kind == 1 ? other / days == cell / days : kind == 2 ? other % days == cell % days : true
      if isCompanion { return other }
    }
    return nil
  }
}
