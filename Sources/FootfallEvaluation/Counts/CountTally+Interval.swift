internal import FootfallCore

extension CountTally {
  /// With fewer matches nothing useful can be said: the interval would reach from zero to a multiple of the count.
  public static let fewestMatches = 5
  /// Of less of the time nothing useful can be said either.
  public static let leastCoverage = 0.1

  /// Between which numbers the true number of crossings lies, given that `count` were counted by what this tally
  /// audits, in a time of which the share `coverage` was seen.
  ///
  /// Of the counted, M are true: beta-binomial, with Beta(matches + ½, counted - matches + ½) for the precision. Besides
  /// them U were missed: beta negative binomial for M + 1 successes (any true number is as likely as any other before
  /// counting), with Beta(matches + ½, truth - matches + ½) for the recall. While nobody looked, another V crossed, as
  /// often as in the time seen: negative binomial for M + U + 1 successes of probability `coverage`. The interval is the
  /// equal-tailed one of M + U + V. So it holds the uncertainty of the audit as well as the chance in the count itself; crossings are taken to
  /// be independent of each other and as hard to count as those of the audit.
  ///
  /// Sources: Jeffreys' prior for a share: Brown, Cai and DasGupta, Statistical Science 16, 2001. The distributions:
  /// Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd edition, 2005, section 6.2.
  /// - Parameters:
  ///   - count: how many were counted, 0 or more.
  ///   - coverage: the share of the time that was seen, more than 0 and at most 1.
  ///   - level: the probability with which the interval holds the true number; more than 0 and less than 1.
  /// - Returns: nil where the audit has fewer than ``fewestMatches`` matches or less than ``leastCoverage`` was seen.
  /// - Complexity: about O(n²) for a count of n.
  public func interval(
    ofCount count: Int, coverage: Double = 1, level: Double = 0.9
  ) -> ClosedRange<Int>? {
    precondition(count >= 0, "a count from 0")
    precondition(coverage >= 0 && coverage <= 1, "a coverage between 0 and 1")
    precondition(level > 0 && level < 1, "a level between 0 and 1")
    guard matches >= Self.fewestMatches, coverage >= Self.leastCoverage else { return nil }
    let right = Double(matches) + 0.5
    let (wrong, missed) = (Double(counted - matches) + 0.5, Double(truth - matches) + 0.5)
    let seen = CountDistribution.betaBinomial(count: count, a: right, b: wrong).adding { found in
      .betaNegativeBinomial(successes: found + 1, a: right, b: missed)
    }
    let number = seen.adding { .negativeBinomial(successes: $0 + 1, failure: 1 - coverage) }
    let low = number.quantile((1 - level) / 2)
    return low...max(low, number.quantile((1 + level) / 2))
  }
}
