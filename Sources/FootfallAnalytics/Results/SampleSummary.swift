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
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
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
