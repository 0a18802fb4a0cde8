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
  /// A value for each variable, whole ones rounded; nil where `status` is unknown or infeasible.
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
