internal import FootfallCore

/// What a number is like among several cases.
public struct SampleSummary: Hashable, Sendable {
  /// Half of the cases are no larger than this.
  public var median: Double
  /// The arithmetic mean.
  public var mean: Double
  /// Nine tenths of the cases are no larger than this.
  public var p90: Double

  /// Summarises values in any order; nil when there are none.
  public init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let median = sorted.quantile(0.5), let p90 = sorted.quantile(0.9) else { return nil }
    self.median = median
    mean = sorted.reduce(0, +) / Double(sorted.count)
    self.p90 = p90
  }
}
