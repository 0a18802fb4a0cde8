internal import FootfallAnalytics
internal import FootfallLayout

extension LayoutDocument {
  /// A share with what it was counted from; all null where it is withheld.
  struct Share: Codable, Hashable, Sendable {
    /// 0 to 1; null also without cases.
    @Nullable var value: Double?
    @Nullable var count: Int?
    @Nullable var of: Int?
    /// Cases of which it was not seen whether they count; they are among `of`.
    @Nullable var undecided: Int?
    /// The ends of Wilson's 95 % interval.
    @Nullable var low: Double?
    @Nullable var high: Double?
    /// The ends of the 95 % interval over days; null for fewer than two days.
    @Nullable var dayLow: Double?
    @Nullable var dayHigh: Double?

    init(_ share: MeasuredShare) {
      let proportion = share.proportion
      value = ReportDocument.share(share.value)
      count = proportion?.numerator
      of = proportion?.denominator
      undecided = proportion?.undecided
      low = ReportDocument.share(proportion?.interval?.lowerBound)
      high = ReportDocument.share(proportion?.interval?.upperBound)
      dayLow = ReportDocument.share(share.dayInterval?.lowerBound)
      dayHigh = ReportDocument.share(share.dayInterval?.upperBound)
    }
  }

  /// An amount for each visitor, minute or square metre; null where it is withheld.
  struct Ratio: Codable, Hashable, Sendable {
    @Nullable var value: Double?
    @Nullable var dayLow: Double?
    @Nullable var dayHigh: Double?

    init(_ ratio: MeasuredRatio) {
      value = ReportDocument.share(ratio.value)
      dayLow = ReportDocument.share(ratio.dayInterval?.lowerBound)
      dayHigh = ReportDocument.share(ratio.dayInterval?.upperBound)
    }
  }

  /// Quantiles, of durations in seconds or lengths in metres; null where they are withheld or not reached.
  struct Distribution: Codable, Hashable, Sendable {
    struct Quantile: Codable, Hashable, Sendable {
      @Nullable var value: Double?
      @Nullable var dayLow: Double?
      @Nullable var dayHigh: Double?

      init(_ quantile: MeasuredDistribution.Quantile) {
        value = ReportDocument.seconds(quantile.value)
        dayLow = ReportDocument.seconds(quantile.dayInterval?.lowerBound)
        dayHigh = ReportDocument.seconds(quantile.dayInterval?.upperBound)
      }
    }

    @Nullable var count: Int?
    /// Those whose true value is larger than what was seen.
    @Nullable var censored: Int?
    var p25: Quantile
    var median: Quantile
    var p75: Quantile
    var p90: Quantile

    init(_ distribution: MeasuredDistribution) {
      count = distribution.count
      censored = distribution.censored
      p25 = Quantile(distribution[.p25])
      median = Quantile(distribution[.median])
      p75 = Quantile(distribution[.p75])
      p90 = Quantile(distribution[.p90])
    }
  }
}
