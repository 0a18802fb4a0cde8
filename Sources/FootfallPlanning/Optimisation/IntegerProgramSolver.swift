/// Solves integer programs: the seam between what planning asks for and the library that answers.
public protocol IntegerProgramSolver: Sendable {
  /// Its name and version, as plans quote it: "cbc 2.10.8".
  var name: String { get }

  /// Searches until it has proved its answer or met a limit.
  ///
  /// - Parameters:
  ///   - program: What to minimise.
  ///   - start: A value for each variable to begin from, where one is known; one that breaks a row is ignored.
  ///   - limits: When to stop.
  /// - Returns: The best answer found, checked against every row to 1e-6, and a bound.
  /// - Throws: Where the solver is missing, ends on its own, or answers with what is no answer.
  func solve(
    _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
  ) throws(SolverError) -> SolverAnswer

  /// Begins to search, and returns at once where the solver can work beside its caller.
  ///
  /// Parameters and errors are those of ``solve(_:from:within:)``, which is what a solver without runs of its own does
  /// here.
  func begin(
    _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
  ) throws(SolverError) -> any SolverRun
}

extension IntegerProgramSolver {
  /// Searches to the end and returns a run that has ended.
  public func begin(
    _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
  ) throws(SolverError) -> any SolverRun {
    EndedRun(ended: try solve(program, from: start, within: limits))
  }
}

/// The run of a solver that does not return before it has its answer.
private struct EndedRun: SolverRun {
  let ended: SolverAnswer

  var progress: SolverProgress { SolverProgress(objective: ended.objective, bound: ended.bound) }
  var incumbent: [Double]? { ended.values }
  func answer(within patience: Duration) -> SolverAnswer? { ended }
  func cancel() {}
}
