/// How likely each whole number from ``first`` on is.
public struct CountDistribution: Hashable, Sendable {
  /// The number that `probabilities[0]` belongs to; may be negative.
  public let first: Int
  /// The probabilities; they sum to 1.
  public let probabilities: [Double]

  /// Numbers less likely than this, relative to the likeliest, are left out.
  private static let negligible = 1e-10

  /// A distribution with one peak, from the ratio of each probability to the one before.
  ///
  /// Needs no gamma function and loses no digits where the probabilities themselves would be too small.
  /// - Parameter ratio: p(k + 1) / p(k); above 1 before the peak and not above 1 behind it.
  /// - Complexity: O(n) for a peak at n.
  public init(from lower: Int, to upper: Int, ratio: (_ k: Int) -> Double) {
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
    self.init(first: peak - below.count, weights: weights)
  }

  /// A distribution in proportion to weights.
  /// - Precondition: no weight is negative, and one or more is above 0.
  public init(first: Int, weights: [Double]) {
    let sum = weights.reduce(0, +)
    precondition(sum > 0, "some number is possible")
    self.first = first
    probabilities = weights.map { $0 / sum }
  }

  /// Failures before the `successes`-th success where each trial fails with the probability `failure`: the negative
  /// binomial distribution.
  public static func negativeBinomial(successes: Int, failure: Double) -> CountDistribution {
    CountDistribution(from: 0, to: .max) { k in Double(successes + k) / Double(k + 1) * failure }
  }

  /// The distribution of k plus a number that is distributed as `addend(k)`.
  /// - Complexity: O(n m) for n numbers and addends of m numbers.
  public func adding(_ addend: (_ k: Int) -> CountDistribution) -> CountDistribution {
    let addends = probabilities.indices.map { addend(first + $0) }
    let starts = addends.enumerated().map { $0.offset + $0.element.first }
    let ends = zip(starts, addends).map { $0 + $1.probabilities.count }
    guard let start = starts.min(), let end = ends.max() else { return self }
    var sums = [Double](repeating: 0, count: end - start)
    for (index, probability) in probabilities.enumerated() {
      for (place, share) in addends[index].probabilities.enumerated() {
        sums[starts[index] - start + place] += probability * share
      }
    }
    return CountDistribution(first: first + start, weights: sums)
  }

  /// The distribution of the sum with an independent number.
  /// - Complexity: O(n m) for n and m numbers.
  public func adding(_ other: CountDistribution) -> CountDistribution {
    var sums = [Double](repeating: 0, count: probabilities.count + other.probabilities.count - 1)
    for (index, probability) in probabilities.enumerated() {
      for (place, share) in other.probabilities.enumerated() { sums[index + place] += probability * share }
    }
    return CountDistribution(first: first + other.first, weights: sums)
  }

  /// The distribution of the number with the other sign.
  public var negated: CountDistribution {
    CountDistribution(first: -(first + probabilities.count - 1), weights: probabilities.reversed())
  }

  /// The expected number.
  public var mean: Double {
    probabilities.enumerated().reduce(0) { $0 + Double(first + $1.offset) * $1.element }
  }

  /// The smallest number that with `probability` is not exceeded.
  public func quantile(_ probability: Double) -> Int {
    var sum = 0.0
    for (index, share) in probabilities.enumerated() {
      sum += share
      if sum >= probability { return first + index }
    }
    return first + probabilities.count - 1
  }
}
