/// How long stays last, or how long ways are.
///
/// Where the end of some was not seen, quantiles are Kaplan and Meier's (JASA 53, 1958).
public struct MeasuredDistribution: Hashable, Sendable {
  /// The quantiles that are told.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    case p25
    case median
    case p75
    case p90

    /// The share of values that are not above the quantile.
    public var share: Double {
      switch self {
      case .p25: 0.25
      case .median: 0.5
      case .p75: 0.75
      case .p90: 0.9
      }
    }
  }

  /// One quantile.
  public struct Quantile: Hashable, Sendable {
    /// The quantile; nil where the data do not reach it.
    public let value: Double?
    /// Its 95 % interval over days (BCa); nil for fewer than two days.
    public let dayInterval: ClosedRange<Double>?
  }

  /// The number of values; nil where the distribution is withheld.
  public let count: Int?
  /// Those of them whose true value is larger than what was seen.
  public let censored: Int?
  private let quantiles: [Level: Quantile]

  init(count: Int?, censored: Int?, quantiles: [Level: Quantile]) {
    self.count = count
    self.censored = censored
    self.quantiles = quantiles
  }

  /// A quantile; without value where the distribution is withheld.
  public subscript(level: Level) -> Quantile { quantiles[level] ?? Quantile(value: nil, dayInterval: nil) }
}
