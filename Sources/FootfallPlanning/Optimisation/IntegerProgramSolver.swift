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
}

/// When to stop searching.
public struct SolverLimits: Sendable {
  /// By the clock.
  public var time: Duration
  /// Nodes of the search tree; the answer is then the same whatever the machine, where time does not end first.
  public var nodes: Int?
  /// Stop once (objective − bound) / |objective| is no more than this.
  public var gap: Double

  /// Limits.
  public init(time: Duration, nodes: Int? = nil, gap: Double = 0) {
    self.time = time
    self.nodes = nodes
    self.gap = gap
  }
}

/// What a solver found.
public struct SolverAnswer: Sendable, Equatable {
  /// How it ended.
  public enum Status: Sendable, Equatable {
    /// No better answer exists.
    case optimal
    /// A limit was met; `values` is the best answer known.
    case feasible
    /// A limit was met before an answer was found.
    case unknown
    /// No answer exists.
    case infeasible
  }

  /// How it ended.
  public var status: Status
  /// A value for each variable; nil where `status` is unknown or infeasible. Whole variables are rounded.
  public var values: [Double]?
  /// The objective of `values`, computed from the program and not taken from the solver.
  public var objective: Double?
  /// No answer has a lower objective: −∞ where nothing is known.
  public var bound: Double

  /// What a solver found.
  public init(status: Status, values: [Double]?, objective: Double?, bound: Double) {
    self.status = status
    self.values = values
    self.objective = objective
    self.bound = bound
  }
}

/// Why there is no answer.
public enum SolverError: Error, Equatable {
  /// It cannot be started: what is missing, and what to install.
  case unavailable(String)
  /// It ended before it answered, or answered with what breaks the program: what was seen.
  case failed(String)
}
