internal import FootfallCore

extension CountDistribution {
  /// A number that is certain.
  static func certain(_ number: Int) -> CountDistribution { CountDistribution(first: number, weights: [1]) }

  /// Successes in `count` trials of which each succeeds with the probability `share`.
  static func binomial(count: Int, share: Double) -> CountDistribution {
    if count == 0 || share <= 0 { return .certain(0) }
    if share >= 1 { return .certain(count) }
    return CountDistribution(from: 0, to: count) { k in
      Double(count - k) / Double(k + 1) * share / (1 - share)
    }
  }

  /// Independent events of which `mean` are to be expected.
  static func poisson(mean: Double) -> CountDistribution {
    CountDistribution(from: 0, to: .max) { k in mean / Double(k + 1) }
  }
}

// A belief about how many people are inside is such a distribution, too.
extension CountDistribution {
  /// Numbers less likely than this, relative to the likeliest, are given up: a day of them would take its square of
  /// time.
  private static let negligible = 1e-12

  /// The belief after a change.
  ///
  /// Nobody can leave an empty store: what would lead below zero did not happen. Where everything would, it is empty.
  func moved(by change: CountDistribution) -> CountDistribution {
    let sum = adding(change)
    let weights = sum.probabilities.dropFirst(max(0, -sum.first))
    let first = max(0, sum.first)
    guard let peak = weights.max(), peak > 0 else { return .certain(0) }
    let floor = peak * Self.negligible
    guard let low = weights.firstIndex(where: { $0 > floor }),
      let high = weights.lastIndex(where: { $0 > floor })
    else { return .certain(0) }
    return CountDistribution(first: first + low - weights.startIndex, weights: Array(weights[low...high]))
  }

  /// What two independent beliefs say together; nil where they contradict each other.
  func joined(with other: CountDistribution) -> CountDistribution? {
    let low = max(first, other.first)
    let high = min(first + probabilities.count, other.first + other.probabilities.count)
    guard low < high else { return nil }
    let weights = (low..<high).map { probabilities[$0 - first] * other.probabilities[$0 - other.first] }
    return weights.contains { $0 > 0 } ? CountDistribution(first: low, weights: weights) : nil
  }

  /// The number that with `probability` is not exceeded, each whole number being spread evenly over itself ± ½.
  ///
  /// So an interval between two of these holds the number as often as it says, which one between whole numbers does
  /// more often.
  func spreadQuantile(_ probability: Double) -> Double {
    var sum = 0.0
    for (index, share) in probabilities.enumerated() where share > 0 {
      if sum + share >= probability { return Double(first + index) - 0.5 + (probability - sum) / share }
      sum += share
    }
    return Double(first + probabilities.count) - 0.5
  }
}
