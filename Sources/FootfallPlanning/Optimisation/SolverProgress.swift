/// What a search knows while it goes on.
public struct SolverProgress: Sendable, Equatable {
  /// The objective of the best answer so far; nil where there is none.
  public var objective: Double?
  /// No answer has a lower objective: −∞ where nothing is known.
  public var bound: Double

  /// What is known.
  public init(objective: Double? = nil, bound: Double = -.infinity) {
    self.objective = objective
    self.bound = bound
  }

  /// (objective − bound) / |objective|: 0 where the objective is no more than the bound, and 1 where it is 0 and more, or
  /// one of them is not known.
  public var gap: Double {
    guard let objective, bound > -.infinity else { return 1 }
    if objective <= bound { return 0 }
    return objective == 0 ? 1 : (objective - bound) / objective.magnitude
  }
}
