import FootfallCore
import FootfallPlanning
import FootfallSolver
import Logging

/// One search for a plan: what `footfall schedule` and `footfall benchmark retail` share.
struct PlanRun {
  let problem: StaffingProblem
  /// How messages name the problem.
  let source: String
  let options: SearchOptions
  let logger: Logger

  /// The plan with all that is to be said of it.
  /// - Throws: where too many open shifts are asked for, a pinned shift leaves no allowed day, the solver is missing, or the
  ///   plan is not what the search says.
  func report() throws -> PlanReport {
    let start = ContinuousClock.now
    let open = problem.employees.isEmpty ? problem.usefulOpenShifts : 0
    guard open <= StaffingProblem.mostOpenShifts else {
      throw CommandError(
        "\(source): names nobody, and the busiest day could use \(open) open shifts; allowed: up to "
          + "\(StaffingProblem.mostOpenShifts), that is fewer heads required at a time", .badData)
    }
    let search = PlanSearch(problem)
    if let (employee, pin) = search.impossiblePin {
      let time = problem.horizon.text(of: pin.minutes)
      throw CommandError(
        "\(source): \(employee.id), \(time): the pinned shift leaves no allowed day; change it or the contract's minutes",
        .badData)
    }
    let (solver, partSolver) = (try PlanSolver.located(), try PlanSolver.forParts())
    let solvers = solver.name == partSolver.name ? solver.name : "\(solver.name), \(partSolver.name)"
    logger.info(
      "searching", metadata: ["solver": "\(solvers)", "options": "\(search.optionCount)"])
    let deadline = start + .seconds(options.timeLimit)
    let reporter = SearchReporter("schedule")
    let result = search.run(
      solver: solver, partSolver: partSolver, limits: options.limits, seed: UInt64(options.seed),
      timeLeft: { deadline - .now }, report: reporter.update)
    if let error = result.solverError {
      if case .unavailable = error { throw error }
      Warning.print("the solver failed: \(error); the plan is the best until then")
    }
    let seconds = options.iterations == nil ? (ContinuousClock.now - start).inSeconds : nil
    return try verified(result, seconds: seconds, solver: solvers)
  }

  /// The result, once the independent check agrees with it.
  private func verified(_ result: PlanSearchResult, seconds: Double?, solver: String) throws -> PlanReport {
    let report = PlanReport(
      of: result.plan, for: problem, solution: solution(of: result, seconds: seconds, solver: solver))
    if let violation = report.violations.first {
      throw CommandError("the plan found breaks a rule: \(violation); this is a fault of footfall", .internal)
    }
    let difference = (report.terms.total - result.objective).magnitude
    guard difference <= PlanSearchResult.tolerance * max(1, result.objective) else {
      throw CommandError(
        "the plan costs \(report.terms.total) and the search says \(result.objective); this is a fault of footfall",
        .internal)
    }
    return report
  }

  private func solution(of result: PlanSearchResult, seconds: Double?, solver: String) -> PlanSolution {
    let isShort = PlanCover(result.plan, of: problem).totals().under > 0
    return PlanSolution(
      status: result.isProved ? (isShort ? .infeasibleRelaxed : .optimal) : .feasible,
      bound: min(result.bound, result.objective), seconds: seconds, solver: solver, seed: Int(options.seed))
  }
}
