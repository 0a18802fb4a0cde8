/// How likely a comparison is to find an effect.
public struct TestPower: Hashable, Sendable {
  /// The standard error that the comparison will have, above 0.
  public let standardError: Double
  /// Its degrees of freedom, 1 or more.
  public let degreesOfFreedom: Double
  /// The probability to find an effect where there is none, both sides together.
  public let significance: Double

  /// A comparison that is to be made.
  public init(standardError: Double, degreesOfFreedom: Double, significance: Double = 0.05) {
    precondition(standardError > 0 && degreesOfFreedom >= 1, "an error and degrees of freedom")
    precondition(significance > 0 && significance < 1, "a probability between 0 and 1")
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.significance = significance
  }

  /// The probability that an effect of this size is told from 0, by the noncentral t distribution (Cohen, "Statistical
  /// Power Analysis", 1988, chapter 2).
  /// - Parameter effect: in the unit of the standard error, of either sign.
  public func power(of effect: Double) -> Double {
    let distribution = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    let critical = distribution.quantile(tail: significance / 2)
    let shift = effect.magnitude / standardError
    return distribution.upperTail(critical, noncentrality: shift)
      + distribution.upperTail(critical, noncentrality: -shift)
  }

  /// The smallest effect that is found with probability `power`, which is more than the significance and less than 1.
  public func minimumDetectableEffect(power: Double = 0.8) -> Double {
    precondition(power > significance && power < 1, "a power between the significance and 1")
    var (low, high) = (0.0, standardError)
    while self.power(of: high) < power { (low, high) = (high, high * 2) }
    while high - low > 1e-9 * high {
      let middle = (low + high) / 2
      if self.power(of: middle) < power { low = middle } else { high = middle }
    }
    return high
  }
}
