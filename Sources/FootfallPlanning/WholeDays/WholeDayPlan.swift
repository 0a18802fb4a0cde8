/// A roster, and how good it is known to be.
public struct WholeDayPlan: Sendable, Equatable {
  /// Who works what; it keeps every rule.
  public let roster: WholeDayRoster
  /// What unfulfilled requests and wrong cover cost.
  public let objective: Int
  /// No roster costs less.
  public let bound: Double

  /// Whether no roster is better.
  public var isOptimal: Bool { gap == 0 }

  /// (objective − bound) / objective.
  public var gap: Double { SolverProgress(objective: Double(objective), bound: bound).gap }
}
