extension Estimate {
  /// The difference of two means, without taking the spread of both to be equal (Welch, Biometrika 34, 1947).
  ///
  /// - Parameters:
  ///   - values: independent values, for example one for each day.
  ///   - baseline: those that the others are compared with.
  /// - Returns: mean of `values` − mean of `baseline`; nil where either has fewer than two.
  public static func welch(_ values: [Double], minus baseline: [Double]) -> Estimate? {
    guard let mean = values.mean, let baselineMean = baseline.mean, let variance = values.variance,
      let baselineVariance = baseline.variance
    else { return nil }
    let (count, baselineCount) = (Double(values.count), Double(baseline.count))
    let (part, baselinePart) = (variance / count, baselineVariance / baselineCount)
    let square = part + baselinePart
    let freedom =
      square == 0
      ? count + baselineCount - 2
      : square * square
        / (part * part / (count - 1) + baselinePart * baselinePart / (baselineCount - 1))
    return Estimate(
      value: mean - baselineMean, standardError: square.squareRoot(), degreesOfFreedom: freedom)
  }
}
