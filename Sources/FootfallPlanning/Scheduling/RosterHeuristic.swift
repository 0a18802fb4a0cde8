/// Annealing that goes on from the best answer of a search, cycle after cycle: one so hot that it begins anew, then three
/// that keep some of the best.
struct RosterHeuristic: ImprovementHeuristic {
  private var annealing: RosterAnnealing
  private let program: RosterProgram
  /// What the best answer costs that is known to the search.
  private var known: Double
  private var cycle = 0

  /// From where the thresholds of successive cycles fall.
  private static let thresholds = [1, 0.7, 0.7, 0.7]
  /// Rounds of a cycle, for each cell.
  private static let rounds = 30_000
  /// Rounds at a time: some milliseconds.
  private static let slice = 1_000

  init(_ annealing: RosterAnnealing, _ program: RosterProgram) {
    self.annealing = annealing
    self.program = program
    known = annealing.objective
  }

  mutating func take(_ values: [Double]) {
    annealing.take(program.roster(of: values))
    known = min(known, annealing.objective)
  }

  mutating func improve() -> [Double]? {
    if !annealing.step(rounds: Self.slice) {
      annealing.begin(
        rounds: Self.rounds * annealing.size, threshold: Self.thresholds[cycle % Self.thresholds.count])
      cycle += 1
    }
    guard annealing.objective < known - 1e-9 else { return nil }
    known = annealing.objective
    return program.values(of: annealing.best)
  }
}
