/// The objective of a plan by what it is made of, each times its weight; less is better.
public struct PlanTerms: Hashable, Sendable {
  /// People missing.
  public var under = 0.0
  /// People not needed.
  public var over = 0.0
  /// Hours paid.
  public var labour = 0.0
  /// Wishes broken.
  public var wishes = 0.0
  /// Weeks that fall short of a contract.
  public var minimumHours = 0.0
  /// Work unevenly shared.
  public var fairness = 0.0
  /// Days that are not as published.
  public var changes = 0.0
  /// Different times of day at which employees begin.
  public var startTimes = 0.0

  /// A plan that costs nothing.
  public init() {}

  /// The objective.
  public var total: Double {
    under + over + labour + wishes + minimumHours + fairness + changes + startTimes
  }
}
