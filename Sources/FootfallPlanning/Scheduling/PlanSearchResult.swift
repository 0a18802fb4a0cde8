/// What a ``PlanSearch`` found.
public struct PlanSearchResult: Sendable {
  /// Objectives that differ by less are the same: what solvers calculate with.
  public static let tolerance = 1e-6

  /// The best plan.
  public var plan: StaffPlan
  /// What it costs, as the search sees it; whoever prints it compares it with ``RosterCheck/terms(of:)``.
  public var objective: Double
  /// No plan costs less; 0 where nothing is known, as no term is negative.
  public var bound: Double
  /// Why the solver gave up; the plan is then the best until that.
  public var solverError: SolverError?

  /// Whether no plan is better.
  public var isProved: Bool { objective <= bound + Self.tolerance }
}
