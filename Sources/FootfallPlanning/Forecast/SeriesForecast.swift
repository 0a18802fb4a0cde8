/// What is expected of one interval.
public struct ForecastPoint: Hashable, Sendable {
  /// The expected count.
  public var value: Double
  /// The lower end of the interval that is to hold the count.
  public var low: Double
  /// The upper end.
  public var high: Double

  /// A point; `low` ≤ `value` ≤ `high`.
  public init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }
}

/// What is expected of a series.
public struct SeriesForecast: Hashable, Sendable {
  /// The name of the series.
  public var id: String
  /// Slot after slot from the origin on; nil at times of the week that were never observed.
  public var points: [ForecastPoint?]
  /// The whole weeks of history, up to those that a forecast learns from.
  public var weeks: Int
  /// Whether the history was too short for the three methods, and the mean of its weeks was taken.
  public var isMeanOfWeeks: Bool

  /// A forecast.
  public init(id: String, points: [ForecastPoint?], weeks: Int, isMeanOfWeeks: Bool) {
    self.id = id
    self.points = points
    self.weeks = weeks
    self.isMeanOfWeeks = isMeanOfWeeks
  }
}
