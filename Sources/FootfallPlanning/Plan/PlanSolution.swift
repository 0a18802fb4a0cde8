/// How a plan was found, and how far from the best it can be.
public struct PlanSolution: Hashable, Sendable {
  /// How the search ended.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// No plan has a lower objective.
    case optimal
    /// The search met a limit.
    case feasible
    /// People are missing although the search ended: nobody is left whom the rules allow.
    case infeasibleRelaxed
  }

  /// How the search ended.
  public let status: Status
  /// No plan has a lower objective than this.
  public let bound: Double
  /// How long the search took; nil where the bytes of the result must not depend on the clock.
  public let seconds: Double?
  /// The solver's name and version.
  public let solver: String
  /// What the random choices of the search began with.
  public let seed: Int

  /// Creates an account of a search.
  public init(status: Status, bound: Double, seconds: Double?, solver: String, seed: Int) {
    self.status = status
    self.bound = bound
    self.seconds = seconds
    self.solver = solver
    self.seed = seed
  }

  /// (objective − bound) / |objective|: 0 where the objective is no more than the bound.
  public func gap(of objective: Double) -> Double { Self.gap(from: bound, to: objective) }

  /// How far an objective is from a bound, as a share of the objective; 0 where it is not above it.
  public static func gap(from bound: Double, to objective: Double) -> Double {
    guard objective - bound > 0, objective != 0 else { return 0 }
    return min((objective - bound) / abs(objective), .greatestFiniteMagnitude)
  }
}
