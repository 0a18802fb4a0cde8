/// How long visits last, in seconds.
public struct DwellSummary: Hashable, Sendable {
  /// Half of the visits are no longer than this.
  public var median: Double
  /// The arithmetic mean.
  public var mean: Double
  /// Nine tenths of the visits are no longer than this.
  public var p90: Double

  /// Summarises visits of the given lengths in seconds, in any order; nil when there are none.
  public init?(secondsOfVisits: [Double]) {
    guard let summary = SampleSummary(secondsOfVisits) else { return nil }
    (median, mean, p90) = (summary.median, summary.mean, summary.p90)
  }
}
