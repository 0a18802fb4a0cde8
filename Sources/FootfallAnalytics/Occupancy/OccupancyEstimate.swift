internal import FootfallCore

/// How many people are in a store at one moment.
public struct OccupancyEstimate: Hashable, Sendable {
  /// The expected number of people; not negative.
  public var mean: Double
  /// The lower end of the interval in which the true number lies with the level's probability; not negative.
  public var low: Double
  /// The upper end.
  public var high: Double

  /// The probability of the intervals where nothing else is said.
  public static let usualLevel = 0.8

  init(_ belief: CountDistribution, level: Double) {
    mean = belief.mean
    low = max(0, belief.spreadQuantile((1 - level) / 2))
    high = max(low, belief.spreadQuantile((1 + level) / 2))
  }
}
