/// Improves an answer of an integer program: parts of it are solved one after the other while the rest is held, and the
/// whole beside them, for its bound (fix and optimise; large neighbourhood search, Shaw, CP 1998).
///
///     let search = NeighbourhoodSearch(program, solver: solver, neighbourhoods: [people, days], limits: limits)
///     let answer = try search.run(from: start, seed: 1, timeLeft: { deadline - .now }) { print($0.gap) }
///
/// The best answer never gets worse. Parts are begun, and their answers taken, in a fixed order, so that with limits of
/// parts and nodes instead of time the same seed gives the same answer.
public struct NeighbourhoodSearch: Sendable {
  let program: IntegerProgram
  let solver: any IntegerProgramSolver
  let partSolver: any IntegerProgramSolver
  let rival: (any IntegerProgramSolver)?
  let neighbourhoods: [any Neighbourhood]
  let limits: SearchLimits

  /// A search.
  /// - Parameters:
  ///   - partSolver: For the parts; nil for `solver`, which solves the whole.
  ///   - rival: Solves a small whole beside `solver`, as which of two is quicker cannot be told beforehand.
  ///   - neighbourhoods: Used in turn; at least one.
  public init(
    _ program: IntegerProgram, solver: any IntegerProgramSolver,
    partSolver: (any IntegerProgramSolver)? = nil, rival: (any IntegerProgramSolver)? = nil,
    neighbourhoods: [any Neighbourhood], limits: SearchLimits
  ) {
    precondition(!neighbourhoods.isEmpty, "a search needs a neighbourhood")
    precondition(limits.side >= 1 && limits.firstShare > 0, "a search solves parts")
    self.program = program
    self.solver = solver
    self.partSolver = partSolver ?? solver
    self.rival = rival
    self.neighbourhoods = neighbourhoods
    self.limits = limits
  }

  /// Searches until the answer is proved, the gap reached, or the parts or the time are used up.
  /// - Parameters:
  ///   - start: An answer of the program.
  ///   - heuristic: Goes on beside what is solved; a search with one cannot be repeated.
  ///   - seed: For the choice of the parts.
  ///   - timeLeft: How long the search may still go on.
  ///   - report: Told whenever the objective or the bound has got better.
  /// - Returns: The best answer, optimal or feasible.
  /// - Throws: Where the solver is missing, or has failed on every part.
  public func run(
    from start: [Double], improvedBy heuristic: (any ImprovementHeuristic)? = nil, seed: UInt64,
    timeLeft: () -> Duration, report: (SolverProgress) -> Void
  ) throws(SolverError) -> SolverAnswer {
    var run = SearchRun(self, start: start, heuristic: heuristic, seed: seed)
    defer { run.cancel() }
    report(run.progress)
    var told = run.progress
    while try run.step(timeLeft: timeLeft) {
      if run.progress != told { report(run.progress) }
      told = run.progress
    }
    if run.progress != told { report(run.progress) }
    return run.answer
  }
}
