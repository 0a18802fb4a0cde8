internal import FootfallCore

/// How often the counts of one direction are wrong.
///
/// Every counted crossing stands for a number of true ones: for none where it is spurious, else for itself and those
/// that were missed since the one before.
public struct CountErrors: Hashable, Sendable {
  /// The share of true crossings that are not counted, 0 to below 1.
  public let missed: Double
  /// The share of counted crossings that are none, 0 to 1.
  public let spurious: Double

  /// What is supposed where no audit tells: the least accuracy that footfall is built for, 95 % both ways.
  public static let unaudited = CountErrors(missed: 0.05, spurious: 0.05)

  /// Creates errors.
  public init(missed: Double, spurious: Double) {
    precondition(0..<1 ~= missed && 0...1 ~= spurious, "shares, and not all crossings missed")
    self.missed = missed
    self.spurious = spurious
  }

  /// The true crossings to be expected for each that was counted.
  var factor: Double { (1 - spurious) / (1 - missed) }

  /// The variance of the number of true crossings for each that was counted.
  ///
  /// One and a geometric number of missed ones has the second moment (1 + m) / (1 − m)².
  var variance: Double {
    (1 - spurious) * (1 + missed) / ((1 - missed) * (1 - missed)) - factor * factor
  }

  /// The errors where only a share of the time was seen.
  func seeing(_ coverage: Double) -> CountErrors {
    CountErrors(missed: 1 - (1 - missed) * coverage, spurious: spurious)
  }

  /// The same errors and more, so that `factor` true crossings are to be expected for each that was counted.
  ///
  /// More were missed where it rises, more are spurious where it falls.
  func corrected(to factor: Double) -> CountErrors {
    factor >= self.factor && factor > 0
      ? CountErrors(missed: max(missed, 1 - (1 - spurious) / factor), spurious: spurious)
      : CountErrors(missed: missed, spurious: max(spurious, 1 - factor * (1 - missed)))
  }

  /// The number of true crossings, given how many were counted.
  ///
  /// Those found are binomial, those missed besides them negative binomial. It does not matter how finely time is
  /// divided: sums over parts are distributed as the whole.
  func truth(behind count: Int) -> CountDistribution {
    CountDistribution.binomial(count: count, share: 1 - spurious).adding { found in
      .negativeBinomial(successes: found, failure: missed)
    }
  }
}
