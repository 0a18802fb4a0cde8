/// The numbers of the forecast's methods.
///
/// The weights of the three methods were chosen on the Auckland counts of 2024 and 2025 (docs/accuracy.md).
public struct ForecastParameters: Hashable, Sendable {
  /// The most weeks that a forecast learns from.
  public var trainingWeeks = 12
  /// With fewer weeks than this there is no forecast of a week.
  public var fewestWeeks = 2
  /// From this many weeks on the three methods are averaged; below, the mean of the weeks is the forecast.
  public var ensembleWeeks = 4
  /// How fast the level of the seasonal smoothing follows, for each interval.
  public var levelRate = 0.02
  /// How fast each time of the week follows in the seasonal smoothing, for each week.
  public var seasonRate = 0.25
  /// How fast the level of the weekly totals follows, for each week.
  public var totalRate = 0.4
  /// The weeks of which the shares of a week's total are the medians.
  public var shareWeeks = 8
  /// How much less each older week counts in the profile of recent weeks.
  public var weeklyDecay = 0.6
  /// The share of counts that the interval is to hold.
  public var level = 0.8
  /// Past origins, a week apart, whose errors make the interval.
  public var residualOrigins = 12
  /// Groups of the times of a week, by their expected count, of which each has its own quantiles of errors.
  public var residualGroups = 8
  /// Intervals with a smaller mean count are forecast together, and then split.
  public var fewestMeanCounts = 5.0
  /// How many counts the even split weighs against those of history.
  public var splitPrior = 20.0
  /// Of the last two weeks, at least this share must have been counted.
  public var leastObservedShare = 0.5

  /// The defaults.
  public init() {}
}
