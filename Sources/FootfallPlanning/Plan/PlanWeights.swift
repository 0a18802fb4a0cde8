/// What each shortcoming of a plan costs; the objective is their sum, and less is better.
public struct PlanWeights: Hashable, Sendable {
  /// For each hour of one person that is missing.
  public var underHour = 48.0
  /// For each hour of one person that is not needed.
  public var overHour = 4.0
  /// For each hour paid, times what the employee costs as a multiple of the mean of all.
  public var labourHour = 0.4
  /// For each hour that a week falls short of a contract.
  public var minimumHour = 8.0
  /// For a spread of 1 between the employees: the largest share of their possible hours that somebody works less the
  /// smallest one.
  public var fairness = 0.0
  /// For each day of an employee that is not as published.
  public var change = 5.0
  /// For each time of day beyond the first at which an employee begins.
  public var startTime = 0.0

  /// The weights where nothing else is said.
  public init() {}
}
