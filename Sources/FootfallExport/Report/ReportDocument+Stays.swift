internal import FootfallAnalytics

extension ReportDocument {
  /// How long stays last, in seconds; null without visits.
  public struct Dwell: Codable, Hashable, Sendable {
    /// Half of the visits are no longer.
    @Nullable public var median: Double?
    /// The arithmetic mean.
    @Nullable public var mean: Double?
    /// Nine of ten visits are no longer.
    @Nullable public var p90: Double?
    /// The same with censored visits taken for what they are.
    public var kaplanMeier: KaplanMeier

    init(_ summary: DwellSummary?, _ estimate: FootfallAnalytics.KaplanMeier, isSeen: Bool) {
      median = ReportDocument.seconds(summary?.median)
      mean = ReportDocument.seconds(summary?.mean)
      p90 = ReportDocument.seconds(summary?.p90)
      kaplanMeier = KaplanMeier(estimate, isSeen: isSeen)
    }
  }

  /// The Kaplan–Meier estimate of a duration, in seconds; null where the data do not reach.
  public struct KaplanMeier: Codable, Hashable, Sendable {
    /// One quarter ends by then.
    @Nullable public var p25: Double?
    /// One half ends by then.
    @Nullable public var median: Double?
    /// Three quarters end by then.
    @Nullable public var p75: Double?
    /// Nine of ten end by then.
    @Nullable public var p90: Double?
    /// The 95 % interval of the median.
    public var medianInterval: Bounds
    /// All cases; null where nothing of the recording could be seen.
    @Nullable public var visits: Int?
    /// Those of them whose true duration is longer than was seen.
    @Nullable public var censored: Int?

    init(_ estimate: FootfallAnalytics.KaplanMeier, isSeen: Bool) {
      p25 = ReportDocument.seconds(estimate.quantile(0.25))
      median = ReportDocument.seconds(estimate.quantile(0.5))
      p75 = ReportDocument.seconds(estimate.quantile(0.75))
      p90 = ReportDocument.seconds(estimate.quantile(0.9))
      let interval = estimate.medianInterval
      medianInterval = Bounds(
        low: ReportDocument.seconds(interval.low), high: ReportDocument.seconds(interval.high))
      visits = isSeen ? estimate.count : nil
      censored = isSeen ? estimate.censored : nil
    }
  }

  /// The ends of an interval; null where the data do not reach one.
  public struct Bounds: Codable, Hashable, Sendable {
    /// The lower end.
    @Nullable public var low: Double?
    /// The upper end.
    @Nullable public var high: Double?
  }

  /// A share with what it was counted from and its 95 % interval; null without cases.
  public struct Rate: Codable, Hashable, Sendable {
    /// numerator / denominator, 0 to 1.
    @Nullable public var value: Double?
    /// The cases that count; null where nothing of the recording could be seen.
    @Nullable public var numerator: Int?
    /// The cases among which they are.
    @Nullable public var denominator: Int?
    /// The cases of which it was not seen whether they count.
    @Nullable public var undecided: Int?
    /// The lower end of Wilson's interval.
    @Nullable public var low: Double?
    /// The upper end.
    @Nullable public var high: Double?

    init(_ proportion: Proportion, isSeen: Bool) {
      value = ReportDocument.share(proportion.value)
      numerator = isSeen ? proportion.numerator : nil
      denominator = isSeen ? proportion.denominator : nil
      undecided = isSeen ? proportion.undecided : nil
      low = ReportDocument.share(proportion.interval?.lowerBound)
      high = ReportDocument.share(proportion.interval?.upperBound)
    }
  }

  /// Seconds to the millisecond.
  static func seconds(_ seconds: Double?) -> Double? { seconds.map { Fixed.rounded($0, decimals: 3) } }

  /// A share to six decimals.
  static func share(_ share: Double?) -> Double? { share.map { Fixed.rounded($0, decimals: 6) } }
}
