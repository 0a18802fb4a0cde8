/// A search that is going on beside its caller.
///
/// Used by one thread at a time.
public protocol SolverRun {
  /// What is known by now.
  var progress: SolverProgress { get }

  /// The best answer so far, checked against every row; nil where none is known, or the solver tells none before its end.
  var incumbent: [Double]? { get }

  /// Waits for the end of the search, but no longer than `patience`.
  /// - Returns: The answer; nil where the search still goes on.
  /// - Throws: As ``IntegerProgramSolver/solve(_:from:within:)``.
  func answer(within patience: Duration) throws(SolverError) -> SolverAnswer?

  /// Ends the search without an answer. Nothing happens where it has ended.
  func cancel()
}
