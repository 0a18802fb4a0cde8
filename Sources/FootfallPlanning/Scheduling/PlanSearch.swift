internal import FootfallCore

/// Finds a plan for a staffing problem, and how far from the best it can be.
///
///     let search = PlanSearch(problem)
///     let result = search.run(solver: solver, limits: limits, seed: 1, timeLeft: { deadline - .now }) { print($0) }
///
/// A roster is made by annealing, without a solver, which goes on beside the solver's search for the bound of the whole and,
/// after that, beside parts that the solver makes anew (docs/adr/0020-scheduling.md). There is always a plan: what is
/// short costs.
public struct PlanSearch: Sendable {
  private let model: RosterModel

  /// Prepares the search.
  public init(_ problem: StaffingProblem) { model = RosterModel(problem) }

  /// A pinned shift for which its employee's day has no room whatever is planned beside it, because of the least or
  /// most minutes of a day or of work before the period; nil where there is none.
  public var impossiblePin: (employee: Employee, pin: PinnedShift)? { model.homelessPins.first }

  /// How many shifts there are to choose from, counted for each employee and day.
  public var optionCount: Int { model.problem.options.count }

  /// The integer program of which every plan is an answer.
  public var program: IntegerProgram { RosterProgram(model.problem).program }

  /// Searches until the plan is proved or a limit is met.
  /// - Parameters:
  ///   - solver: what finds the bound, and solves the parts too where no `partSolver` does; nil for a plan without both.
  ///   - seed: for all random choices.
  ///   - timeLeft: how long the search may still go on.
  ///   - report: told whenever the objective or the bound has got better.
  public func run(
    solver: (any IntegerProgramSolver)?, partSolver: (any IntegerProgramSolver)? = nil,
    limits: PlanSearchLimits, seed: UInt64, timeLeft: () -> Duration, report: (SolverProgress) -> Void
  ) -> PlanSearchResult {
    var generator = SplitMix64(seed: seed)
    let annealing = annealing(limits, timeLeft, seed: generator.next())
    let objective = model.problem.objective(of: annealing.best)
    var result = PlanSearchResult(
      plan: model.plan(of: annealing.best), objective: objective, bound: 0, solverError: nil)
    report(SolverProgress(objective: objective, bound: 0))
    // No term is negative, and who has no choice has no better one.
    if model.problem.options.isEmpty { result.bound = objective }
    guard objective > result.bound + PlanSearchResult.tolerance, let solver else { return result }

    let program = RosterProgram(model.problem)
    let map = RosterColumns(program)
    let kinds = map.people == 1 ? [.days] : RosterNeighbourhood.Kind.allCases
    let search = NeighbourhoodSearch(
      program.program, solver: solver, partSolver: partSolver,
      neighbourhoods: kinds.map { RosterNeighbourhood(kind: $0, map: map) },
      limits: limits.searchLimits)
    do throws(SolverError) {
      let answer = try search.run(
        from: program.values(of: annealing.best),
        improvedBy: limits.isRepeatable ? nil : RosterHeuristic(annealing, program),
        seed: generator.next(), timeLeft: timeLeft
      ) { report(SolverProgress(objective: $0.objective, bound: max(0, $0.bound))) }
      result.bound = max(0, answer.bound)
      if let values = answer.values, let objective = answer.objective {
        result.plan = model.plan(of: program.roster(of: values))
        result.objective = objective
      }
    } catch {
      result.solverError = error
    }
    return result
  }

  /// Between looks at the clock: less than a second.
  private static let mostRoundsAtATime = 20_000

  /// A first cycle of annealing, from the published plan where there is one.
  private func annealing(_ limits: PlanSearchLimits, _ timeLeft: () -> Duration, seed: UInt64)
    -> RosterAnnealing
  {
    var annealing = RosterAnnealing(
      model.problem, from: model.staffing.published.map { model.options(of: $0) }, seed: seed)
    let rounds = limits.annealingRounds * annealing.size
    annealing.begin(rounds: rounds)
    // A fifth of the time at most. What is to be repeatable must not look at the clock.
    let all = timeLeft()
    func timeUsed() -> Double {
      let left = timeLeft()
      if left <= .zero { return 1 }
      return limits.isRepeatable ? 0 : (all - left) / (all / 5)
    }
    let slice = min(max(1, rounds / 1_000), Self.mostRoundsAtATime)
    while annealing.step(rounds: slice, timeUsed: timeUsed()) {}
    return annealing
  }
}
