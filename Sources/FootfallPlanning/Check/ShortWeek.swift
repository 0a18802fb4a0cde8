/// A week in which somebody works less than the contract says.
public struct ShortWeek: Hashable, Sendable {
  /// The employee's id.
  public let employee: String
  /// Which week, by the date of its first day in the period.
  public let week: String
  /// Paid minutes of the plan.
  public let worked: Int
  /// What they are to be at least.
  public let least: Int
}
