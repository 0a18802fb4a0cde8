/// How likely each whole number from ``first`` on is; the probabilities sum to 1.
struct CountDistribution {
  /// The number that `probabilities[0]` belongs to.
  let first: Int
  let probabilities: [Double]

  /// Numbers less likely than this, relative to the likeliest, are left out.
  private static let negligible = 1e-10

  /// A distribution with one peak, from the ratio of each probability to the one before.
  ///
  /// Needs no gamma function and loses no digits where the probabilities themselves would be too small.
  /// - Parameter ratio: p(k + 1) / p(k); above 1 before the peak and not above 1 behind it.
  /// - Complexity: O(n) for a peak at n.
  init(from lower: Int, to upper: Int, ratio: (_ k: Int) -> Double) {
    var peak = lower
    while peak < upper, ratio(peak) > 1 { peak += 1 }
    var below: [Double] = []
    var weight = 1.0
    var k = peak
    while k > lower {
      k -= 1
      weight /= ratio(k)
      if weight < Self.negligible { break }
      below.append(weight)
    }
    var weights: [Double] = below.reversed()
    weights.append(1)
    (weight, k) = (1, peak)
    while k < upper {
      weight *= ratio(k)
      if weight < Self.negligible { break }
      weights.append(weight)
      k += 1
    }
    let sum = weights.reduce(0, +)
    first = peak - below.count
    probabilities = weights.map { $0 / sum }
  }

  private init(first: Int, weights: [Double]) {
    self.first = first
    probabilities = weights
  }

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

  /// Failures before the `successes`-th success of the given probability: the negative binomial distribution.
  static func negativeBinomial(successes: Int, probability: Double) -> CountDistribution {
    CountDistribution(from: 0, to: .max) { k in Double(successes + k) / Double(k + 1) * (1 - probability) }
  }

  /// The distribution of k plus a number that is distributed as `addend(k)`.
  /// - Complexity: O(n m) for n numbers and addends of m numbers.
  func adding(_ addend: (_ k: Int) -> CountDistribution) -> CountDistribution {
    var sums: [Double] = []
    for (index, probability) in probabilities.enumerated() {
      let other = addend(first + index)
      let offset = index + other.first
      let needed = offset + other.probabilities.count
      if needed > sums.count { sums += [Double](repeating: 0, count: needed - sums.count) }
      for (place, share) in other.probabilities.enumerated() { sums[offset + place] += probability * share }
    }
    return CountDistribution(first: first, weights: sums)
  }

  /// The smallest number that with `probability` is not exceeded.
  func quantile(_ probability: Double) -> Int {
    var sum = 0.0
    for (index, share) in probabilities.enumerated() {
      sum += share
      if sum >= probability { return first + index }
    }
    return first + probabilities.count - 1
  }
}
