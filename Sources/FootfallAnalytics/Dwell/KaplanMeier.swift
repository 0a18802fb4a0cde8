internal import FootfallCore

/// The distribution of durations of which some were not seen to the end (Kaplan and Meier, JASA 53, 1958).
///
/// A censored duration says only that the true one is at least as long. It counts as present up to its own length;
/// where it ties with a whole one, that one ends first.
public struct KaplanMeier: Hashable, Sendable {
  /// A place at which the curve falls.
  public struct Step: Hashable, Sendable {
    /// The duration, in seconds.
    public var seconds: Double
    /// The share of durations that are longer, 0 to 1.
    public var survival: Double
    /// Greenwood's sum Σ d / (n (n − d)) up to here, with d ends among n present; infinite where all end.
    ///
    /// Greenwood, Reports on Public Health and Medical Subjects 33, 1926: the variance is survival² times the sum.
    public var greenwoodSum: Double
  }

  /// The number of durations.
  public let count: Int
  /// How many of them are censored.
  public let censored: Int
  /// Where the curve falls, by rising duration; it starts at 1 and holds its last value up to the longest duration.
  public let steps: [Step]

  /// Estimates the distribution.
  /// - Parameter durations: in any order; seconds, not negative.
  /// - Complexity: O(n log n).
  public init(_ durations: [(seconds: Double, isCensored: Bool)]) {
    count = durations.count
    censored = durations.count { $0.isCensored }
    let sorted = durations.sorted { $0.seconds < $1.seconds }
    var steps: [Step] = []
    var (survival, greenwoodSum) = (1.0, 0.0)
    var first = 0
    while first < sorted.count {
      var (next, ends) = (first, 0)
      while next < sorted.count, sorted[next].seconds == sorted[first].seconds {
        if !sorted[next].isCensored { ends += 1 }
        next += 1
      }
      if ends > 0 {
        let (present, stay) = (Double(sorted.count - first), Double(sorted.count - first - ends))
        survival *= stay / present
        greenwoodSum += Double(ends) / (present * stay)
        steps.append(
          Step(seconds: sorted[first].seconds, survival: survival, greenwoodSum: greenwoodSum))
      }
      first = next
    }
    self.steps = steps
  }

  /// The shortest duration that at least `share` of durations do not exceed; nil where the data do not reach it.
  /// - Parameter share: above 0, up to 1.
  public func quantile(_ share: Double) -> Double? {
    // A product of fractions that is exactly 1 − share in theory differs from it by rounding.
    steps.first { $0.survival <= 1 - share + 1e-9 }?.seconds
  }

  /// The share of durations that are longer than `seconds`, as far as is known.
  public func survival(at seconds: Double) -> Double {
    steps.last { $0.seconds <= seconds }?.survival ?? 1
  }

  /// The 95 % interval of the median: the durations whose log(−log) interval of the survival holds one half
  /// (Brookmeyer and Crowley, Biometrics 38, 1982; Kalbfleisch and Prentice, 1980); nil where an end is not reached.
  public var medianInterval: (low: Double?, high: Double?) {
    (step { $0.fallsToHalf(by: -Proportion.z) }, step { $0.fallsToHalf(by: Proportion.z) })
  }

  private func step(_ isReached: (Step) -> Bool) -> Double? { steps.first(where: isReached)?.seconds }
}

extension KaplanMeier.Step {
  /// Whether the limit of the survival `deviations` away on the log(−log) scale is one half or less.
  ///
  /// The limit is S^exp(−z σ) with σ² = greenwoodSum / (log S)² (Kalbfleisch and Prentice, 1980): with H = −log S it is
  /// at most one half when log(H / log 2) ≥ z σ. No limit is known where nobody is left.
  fileprivate func fallsToHalf(by deviations: Double) -> Bool {
    guard survival > 0 else { return false }
    let hazard = -NaturalLogarithm.of(survival)
    let deviation = greenwoodSum.squareRoot() / hazard
    return NaturalLogarithm.of(hazard / NaturalLogarithm.of(2)) >= deviations * deviation
  }
}

extension KaplanMeier {
  /// Estimates the distribution of the dwell of visits.
  init(_ visits: [Visit]) {
    self.init(visits.map { (seconds: $0.dwell.inSeconds, isCensored: $0.isCensored) })
  }
}
