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
    guard !secondsOfVisits.isEmpty else { return nil }
    let sorted = secondsOfVisits.sorted()
    func quantile(_ share: Double) -> Double {
      let position = share * Double(sorted.count - 1)
      let below = Int(position)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
    }
    median = quantile(0.5)
    mean = sorted.reduce(0, +) / Double(sorted.count)
    p90 = quantile(0.9)
  }
}
