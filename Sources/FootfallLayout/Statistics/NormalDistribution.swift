internal import FootfallCore

/// The normal distribution with mean 0 and deviation 1.
public enum NormalDistribution {
  /// The height of the bell at `z`.
  public static func density(_ z: Double) -> Double {
    z.magnitude > 38 ? 0 : ExponentialFunction.of(-z * z / 2) * 0.398_942_280_401_432_7
  }

  /// The probability of a value up to `z`, to within 1e-13 of itself in the lower tail.
  public static func cumulative(_ z: Double) -> Double {
    z < 0 ? upperTail(beyond: -z) : 1 - upperTail(beyond: z)
  }

  /// The value that is not exceeded with `probability`, which is between 0 and 1.
  ///
  /// Begins with Abramowitz and Stegun, 26.2.23, good to 5e-4, and makes three steps of Halley's method.
  public static func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a probability between 0 and 1")
    if probability > 0.5 { return -quantile(1 - probability) }
    let t = (-2 * NaturalLogarithm.of(probability)).squareRoot()
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
    var z = numerator / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
    for _ in 0..<3 {
      let step = (cumulative(z) - probability) / density(z)
      z -= step / (1 + z * step / 2)
    }
    return z
  }

  /// The probability beyond `z`, which is not negative.
  ///
  /// The series of Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical Software 11(4), 2004, and
  /// where that would cancel Laplace's continued fraction of the tail (Abramowitz and Stegun, 26.2.14).
  private static func upperTail(beyond z: Double) -> Double {
    if z > 3 {
      var fraction = z
      for term in stride(from: 60.0, through: 1, by: -1) { fraction = z + term / fraction }
      return density(z) / fraction
    }
    var (term, sum, odd) = (z, z, 1.0)
    while term > sum * 1e-17 {
      odd += 2
      term *= z * z / odd
      sum += term
    }
    return 0.5 - density(z) * sum
  }
}
