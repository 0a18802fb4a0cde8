internal import FootfallCore

/// How much a measure would differ with other days.
///
/// What happens in one day is not independent: weather, offers and staff are the same for all visitors. So days are drawn
/// whole, and an interval from one day alone is not given.
struct DayResampling: Sendable {
  /// The draws: enough for the second digit of the ends of an interval.
  static let draws = 1000
  /// The same for all measures, so that equal data have equal intervals.
  private static let seed: UInt64 = 1

  let days: Int

  /// The 95 % interval of a statistic of the days with how often each is drawn; nil for fewer than two days and where the
  /// statistic is not defined.
  func interval(of statistic: (_ times: [Int]) -> Double?) -> ClosedRange<Double>? {
    guard days >= 2 else { return nil }
    var generator = SplitMix64(seed: Self.seed)
    return Bootstrap(strata: [days], count: Self.draws, using: &generator, statistic: statistic)?.interval()
  }

  /// The intervals of several statistics of the same draws.
  func intervals(
    count: Int, of statistics: (_ times: [Int]) -> [Double?]
  ) -> [ClosedRange<Double>?] {
    // The draws of every statistic are the same, in the same order, so that the first one computes all.
    var known: [[Double?]] = []
    return (0..<count).map { index in
      var call = 0
      return interval { times in
        defer { call += 1 }
        if call == known.count { known.append(statistics(times)) }
        return known[call][index]
      }
    }
  }

  /// The interval of a ratio of sums over days.
  func interval(of numerators: [Double], over denominators: [Double]) -> ClosedRange<Double>? {
    interval { times in
      var (above, below) = (0.0, 0.0)
      for (day, count) in times.enumerated() where count > 0 {
        above += Double(count) * numerators[day]
        below += Double(count) * denominators[day]
      }
      return below > 0 ? above / below : nil
    }
  }
}
