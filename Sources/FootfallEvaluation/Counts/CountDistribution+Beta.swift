internal import FootfallCore

extension CountDistribution {
  /// Successes in `count` trials whose probability is Beta(`a`, `b`): the beta-binomial distribution.
  static func betaBinomial(count: Int, a: Double, b: Double) -> CountDistribution {
    CountDistribution(from: 0, to: count) { k in
      let (n, k) = (Double(count), Double(k))
      return (n - k) / (k + 1) * (a + k) / (b + n - k - 1)
    }
  }

  /// Failures before the `successes`-th success where its probability is Beta(`a`, `b`): the beta negative binomial
  /// distribution.
  static func betaNegativeBinomial(successes: Int, a: Double, b: Double) -> CountDistribution {
    CountDistribution(from: 0, to: .max) { k in
      let (r, k) = (Double(successes), Double(k))
      return (r + k) / (k + 1) * (b + k) / (r + a + b + k)
    }
  }
}
