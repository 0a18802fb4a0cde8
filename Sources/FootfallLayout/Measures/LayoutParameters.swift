/// The numbers that measures of a layout are defined by.
public struct LayoutParameters: Hashable, Sendable {
  /// Whoever stays in a zone for less passes by.
  public var stopSeconds = 5.0
  /// A zone that a smaller share of visitors enter is dead.
  public var deadShare = 0.05
  /// The fewest days on each side of which measures are compared without a warning, and by which an interval over days
  /// can be trusted.
  public var fewestDays = 14
  /// How many of the most common ways are told.
  public var mostSequences = 20

  /// The usual ones.
  public init() {}
}
