internal import FootfallCore

/// Student's t distribution.
public struct StudentDistribution: Hashable, Sendable {
  /// Above 0, whole or not; infinite for the normal distribution.
  public let degreesOfFreedom: Double

  /// The distribution with so many degrees of freedom.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Above, gamma functions lose digits, and the normal distribution of ``normalised(_:)`` differs by less than 1e-10.
  private var isNearlyNormal: Bool { degreesOfFreedom > 1e5 }

  /// The normal value whose probability is nearly that of `t` (Abramowitz and Stegun, 26.7.8).
  private func normalised(_ t: Double) -> Double {
    t * (1 - 1 / (4 * degreesOfFreedom)) / (1 + t * t / (2 * degreesOfFreedom)).squareRoot()
  }

  /// The probability of a value as far from 0 as `t` or farther, on either side.
  public func twoSidedTail(_ t: Double) -> Double {
    if isNearlyNormal { return 2 * NormalDistribution.cumulative(-normalised(t).magnitude) }
    let square = t * t
    guard square.isFinite else { return 0 }
    return BetaFunction.regularised(
      degreesOfFreedom / (degreesOfFreedom + square), complement: square / (degreesOfFreedom + square),
      degreesOfFreedom / 2, 0.5)
  }

  /// The probability of a value up to `t`.
  public func cumulative(_ t: Double) -> Double {
    t < 0 ? twoSidedTail(t) / 2 : 1 - twoSidedTail(t) / 2
  }

  /// The value that is not exceeded with `probability`, which is between 0 and 1.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a probability between 0 and 1")
    if probability < 0.5 { return -quantile(tail: probability) }
    return probability == 0.5 ? 0 : quantile(tail: 1 - probability)
  }

  /// The value that is exceeded with the probability `tail`, which is between 0 and a half and may be tiny.
  ///
  /// By Newton's method from the normal quantile, which lies nearer to 0: the tail is convex, so that no step goes too far.
  public func quantile(tail: Double) -> Double {
    precondition(tail > 0 && tail < 0.5, "a probability between 0 and a half")
    var t = -NormalDistribution.quantile(tail)
    for _ in 0..<500 {
      let step = (twoSidedTail(t) / 2 - tail) / density(t)
      t += step
      if step <= t * 1e-15 { break }
    }
    return t
  }

  private func density(_ t: Double) -> Double {
    if isNearlyNormal { return NormalDistribution.density(normalised(t)) }
    let half = degreesOfFreedom / 2
    let logarithm =
      GammaFunction.logarithm(half + 0.5) - GammaFunction.logarithm(half)
      - 0.5 * NaturalLogarithm.of(degreesOfFreedom * Double.pi)
      - (half + 0.5) * NaturalLogarithm.of(1 + t * t / degreesOfFreedom)
    return ExponentialFunction.of(logarithm)
  }

  /// The probability that the distribution shifted by `noncentrality` (in standard errors) exceeds `t`.
  ///
  /// The mean of the normal probability over the distribution of the estimated deviation, by Simpson's rule; to within
  /// 1e-8 from 1 degree of freedom on.
  public func upperTail(_ t: Double, noncentrality: Double) -> Double {
    if isNearlyNormal { return NormalDistribution.cumulative(noncentrality - t) }
    let spread = 10 / (2 * degreesOfFreedom).squareRoot()
    let (low, high) = (max(0, 1 - spread), 1 + spread)
    let intervals = 400
    let width = (high - low) / Double(intervals)
    var (sum, weights) = (0.0, 0.0)
    for index in 0...intervals {
      let deviation = low + Double(index) * width
      let simpson = index == 0 || index == intervals ? 1.0 : index % 2 == 1 ? 4 : 2
      let weight = simpson * deviationWeight(deviation)
      weights += weight
      sum += weight * NormalDistribution.cumulative(noncentrality - t * deviation)
    }
    return sum / weights
  }

  /// The density of the estimated over the true deviation, up to a factor, 1 at 1.
  private func deviationWeight(_ deviation: Double) -> Double {
    guard deviation > 0 else { return degreesOfFreedom == 1 ? ExponentialFunction.of(0.5) : 0 }
    let logarithm =
      (degreesOfFreedom - 1) * NaturalLogarithm.of(deviation)
      - degreesOfFreedom * (deviation * deviation - 1) / 2
    return ExponentialFunction.of(min(logarithm, 700))
  }
}
