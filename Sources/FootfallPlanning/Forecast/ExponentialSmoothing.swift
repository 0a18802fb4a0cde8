/// Simple exponential smoothing: a level that follows what is observed.
///
/// Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing", 2008, table 2.1 (N,N). The forecast of
/// every later step is the level.
public struct ExponentialSmoothing: Hashable, Sendable {
  /// What is expected next.
  public private(set) var level: Double
  /// The weight of a new observation, 0 to 1.
  public let rate: Double

  /// Begins at a level.
  public init(level: Double, rate: Double) {
    self.level = level
    self.rate = rate
  }

  /// Takes in the next observation.
  public mutating func observe(_ value: Double) { level += rate * (value - level) }
}
