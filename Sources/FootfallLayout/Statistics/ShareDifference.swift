public import FootfallAnalytics

/// The difference of two independent shares.
public struct ShareDifference: Hashable, Sendable {
  /// The first share − the second.
  public let value: Double
  /// The 95 % interval.
  public let interval: ClosedRange<Double>

  /// Compares; nil where either has no cases.
  ///
  /// The interval is made of both score intervals (Newcombe, Statistics in Medicine 17, 1998, method 10). It takes all
  /// cases to be independent: where days differ, it is too narrow.
  public init?(_ share: Proportion, minus baseline: Proportion) {
    guard let first = share.value, let second = baseline.value, let firstRange = share.interval,
      let secondRange = baseline.interval
    else { return nil }
    func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    value = first - second
    let below = distance(first - firstRange.lowerBound, secondRange.upperBound - second)
    let above = distance(firstRange.upperBound - first, second - secondRange.lowerBound)
    interval = max(-1, value - below)...min(1, value + above)
  }
}
