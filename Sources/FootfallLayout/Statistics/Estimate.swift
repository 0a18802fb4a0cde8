internal import FootfallCore

/// A number that was estimated, with an error that is distributed as Student's t.
///
///     let change = Estimate(value: 5.5, standardError: 1.19, degreesOfFreedom: 12)
///     change.interval()  // 2.9...8.1
public struct Estimate: Hashable, Sendable {
  /// The estimate, in the unit of what is estimated.
  public let value: Double
  /// Its standard error, 0 or more.
  public let standardError: Double
  /// Above 0; infinite where the error is known to be normal.
  public let degreesOfFreedom: Double

  /// Creates an estimate.
  public init(value: Double, standardError: Double, degreesOfFreedom: Double) {
    precondition(standardError >= 0 && degreesOfFreedom > 0, "an error and degrees of freedom")
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
  }

  private var distribution: StudentDistribution { StudentDistribution(degreesOfFreedom: degreesOfFreedom) }

  /// The interval that misses the true value with the probability `significance`, which is between 0 and 1.
  public func interval(significance: Double = 0.05) -> ClosedRange<Double> {
    let margin = distribution.quantile(tail: significance / 2) * standardError
    return (value - margin)...(value + margin)
  }

  /// How likely an estimate this far from 0 is where the true value is 0.
  public var pValue: Double {
    guard standardError > 0 else { return value == 0 ? 1 : 0 }
    return distribution.twoSidedTail(value / standardError)
  }

  /// The estimate in another unit.
  public func scaled(by factor: Double) -> Estimate {
    Estimate(
      value: value * factor, standardError: standardError * factor.magnitude,
      degreesOfFreedom: degreesOfFreedom)
  }
}
