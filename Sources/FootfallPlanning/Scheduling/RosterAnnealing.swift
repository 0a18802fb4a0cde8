internal import FootfallCore

/// Makes a roster without a solver: cells are cleared a few at a time and filled again one after the other with what is
/// nearly best then, and a change for the worse is kept below a threshold that falls.
///
///     var annealing = RosterAnnealing(problem, seed: 1)
///     annealing.begin(rounds: 100_000)
///     while annealing.step(rounds: 1_000) {}
///     print(annealing.objective)
///
/// Ruin and recreate with threshold acceptance, as in Schrimpf et al., Journal of Computational Physics 159 (2000). Prices
/// that are a little off by chance let what is cleared come back otherwise. Each cycle but the first begins from the
/// best roster met, less hot.
struct RosterAnnealing {
  /// The best roster met.
  private(set) var best: Roster
  /// What it costs.
  private(set) var objective: Double
  private var board: RosterBoard
  private var generator: SplitMix64
  /// What may be changed.
  private let cells: [Int]
  /// What a threshold of 1 is: the dearest missing head of a slot.
  private let unit: Double
  private var rounds = 0
  private var round = 0
  private var firstThreshold = 0.0

  /// Below it hardly anything is changed any more.
  private static let lastThreshold = 0.3
  /// How far prices may be off, as a share of the threshold.
  private static let blur = 0.5

  /// Fills a roster.
  /// - Parameters:
  ///   - preferred: the option that each cell begins with where the rules allow it; nil for empty cells.
  ///   - seed: for all random choices.
  init(_ problem: RosterProblem, from preferred: [Int?]? = nil, seed: UInt64) {
    board = RosterBoard(problem)
    generator = SplitMix64(seed: seed)
    cells = (0..<problem.cells).filter { !problem.isRequired[$0] && !problem.optionRange($0).isEmpty }
    unit = problem.demands.map(\.underCost).max() ?? 0
    for cell in cells { if let option = preferred?[cell] { board.fill(cell, among: option..<option + 1) } }
    for cell in cells.shuffled(using: &generator) where board.roster.entries[cell] == nil { board.fill(cell) }
    (best, objective) = (board.roster, board.objective)
  }

  /// How many cells can be changed.
  var size: Int { cells.count }

  /// Begins a cycle from the best roster.
  /// - Parameters:
  ///   - rounds: how often cells are cleared and filled.
  ///   - threshold: the first one, as a multiple of the dearest missing head of a slot.
  mutating func begin(rounds: Int, threshold: Double = 1) {
    self.rounds = cells.isEmpty ? 0 : rounds
    round = 0
    firstThreshold = threshold
    for cell in cells {
      board.clear(cell)
      board.put(best.entries[cell], in: cell)
    }
  }

  /// Goes on with the cycle.
  /// - Parameters:
  ///   - rounds: after how many rounds to return.
  ///   - timeUsed: the share of the cycle's time that is used: the threshold falls with the rounds or with the time,
  ///     whichever is further on, and at 1 the cycle is over.
  /// - Returns: whether there is more of it.
  mutating func step(rounds count: Int, timeUsed: Double = 0) -> Bool {
    let used = max(timeUsed, rounds == 0 ? 1 : Double(round) / Double(rounds))
    if used >= 1 { return false }
    let threshold = unit * (Self.lastThreshold + (firstThreshold - Self.lastThreshold) * (1 - used))
    for _ in 0..<count { change(threshold: threshold) }
    round += count
    return true
  }

  /// Takes a roster from elsewhere as the best, for the next cycle to begin from.
  mutating func take(_ roster: Roster) {
    let objective = board.problem.objective(of: roster)
    if objective < self.objective { (best, self.objective) = (roster, objective) }
  }

  private mutating func change(threshold: Double) {
    let picked = pick()
    let before = board.objective
    let held = picked.map { board.clear($0) }
    for cell in picked { board.fill(cell, blur: threshold * Self.blur, using: &generator) }
    if board.objective - before > threshold * Double.random(in: 0..<1, using: &generator) {
      for cell in picked { board.clear(cell) }
      for (cell, entry) in zip(picked, held) { board.put(entry, in: cell) }
    } else if board.objective < objective - 1e-9 {
      (best, objective) = (board.roster, board.objective)
    }
  }

  /// One cell, two days of a person, two people on a day, or three of any, in random order.
  private mutating func pick() -> [Int] {
    var picked = [cells[Int.random(in: 0..<cells.count, using: &generator)]]
    let kind = Int.random(in: 0..<4, using: &generator)
    for _ in 0..<(kind == 0 ? 0 : kind == 3 ? 2 : 1) {
      guard let cell = companion(of: picked[0], kind: kind), !picked.contains(cell) else { continue }
      picked.append(cell)
    }
    return picked.shuffled(using: &generator)
  }

  /// Another cell of the same person (kind 1), of the same day (2) or any (3); nil where a few draws find none.
  private mutating func companion(of cell: Int, kind: Int) -> Int? {
    let days = board.problem.days
    for _ in 0..<20 {
      let other = cells[Int.random(in: 0..<cells.count, using: &generator)]
      let isCompanion =
        kind == 1 ? other / days == cell / days : kind == 2 ? other % days == cell % days : true
      if isCompanion { return other }
    }
    return nil
  }
}
