/// What a comparison of two layouts came to.
public struct Comparison: Sendable {
  /// One side of it.
  public struct Side: Hashable, Sendable {
    /// Days with values.
    public let days: Int
    /// Their mean as measured, before anything is taken off.
    public let mean: Double
  }

  /// How an interval was made.
  public enum Method: String, Sendable {
    /// Least squares with weekdays held, by day: the one that the verdict is of.
    case dayClustered
    /// Welch's difference of the days' means.
    case welch
    /// Blocks of seven days drawn again and again.
    case movingBlocks
    /// Newcombe's difference of pooled shares.
    case newcombe
  }

  /// What another method says.
  public struct Check: Hashable, Sendable {
    /// How it was made.
    public let method: Method
    /// The difference and its interval, on the scale of the experiment; of Newcombe's in shares.
    public let value: Double
    /// The interval of the comparison's level; of Newcombe's of 95 %, of blocks no wider than what was drawn.
    public let interval: ClosedRange<Double>
  }

  /// How it was decided which layout stood when.
  public let kind: Experiment.Kind
  /// On which scale layouts differ.
  public let scale: Experiment.Scale
  /// Without the change.
  public let baseline: Side
  /// With it.
  public let changed: Side
  /// The change of the value, on the scale of the experiment.
  public let effect: Estimate
  /// With which probability the intervals miss the true change, tiny at an early look of many.
  public let significance: Double
  /// Other methods, which should not say otherwise.
  public let checks: [Check]
  /// What the comparison could have found with probability 0.8, on the scale of the experiment; nil where nothing varies.
  public let minimumDetectableEffect: Double?
  /// What went before the change; nil for layouts in turns.
  public let history: EventStudy?
  /// What it comes to.
  public let verdict: Verdict

  /// With which probability the intervals hold the true change: below 1, which no comparison is.
  public var level: Double { min(1 - significance, 1.0.nextDown) }

  /// The interval of the change.
  public var interval: ClosedRange<Double> { effect.interval(significance: significance) }

  /// A difference as a share of the baseline, whose mean is taken as known; nil where that is 0.
  public func share(_ difference: Double) -> Double? { scale.share(difference, of: baseline.mean) }
}
