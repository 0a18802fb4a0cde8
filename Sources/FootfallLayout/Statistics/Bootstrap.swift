internal import FootfallCore

/// How much a statistic would differ with other days: days are drawn again and again with replacement (Efron and
/// Tibshirani, "An Introduction to the Bootstrap", 1993).
///
/// Days are drawn whole, because what happens in one day is not independent. A statistic gets how often each day was
/// drawn, so that sums by day are all it needs to keep.
///
///     var generator = SplitMix64(seed: 1)
///     let draw = Bootstrap(strata: [visitors.count], using: &generator) { times in
///       ratio(of: zip(times, stays), to: zip(times, visitors))
///     }
///     draw?.interval()
public struct Bootstrap: Sendable {
  /// The statistic of the days as they were.
  public let estimate: Double
  /// The statistic of the draws in which it is defined, in increasing order.
  public let replicates: [Double]
  /// A third of the skewness of the statistic's influence, by leaving out one day after the other.
  private let acceleration: Double

  /// Draws.
  /// - Parameters:
  ///   - strata: how many days each part has, which are drawn within it; periods that are compared are two parts.
  ///   - blockLength: so many days that follow each other are drawn together (Künsch, Annals of Statistics 17, 1989);
  ///     1 where days are independent, 7 where good and bad days come in runs.
  ///   - count: how many draws.
  ///   - generator: for the draws.
  ///   - statistic: of the days with how often each is drawn; nil where it is undefined.
  /// - Returns: nil where the statistic is undefined, or is so in more than a tenth of the draws.
  /// - Complexity: O(count) statistics, and one for each day.
  public init?(
    strata: [Int], blockLength: Int = 1, count: Int = 2000, using generator: inout some RandomNumberGenerator,
    statistic: (_ times: [Int]) -> Double?
  ) {
    precondition(blockLength > 0 && count > 0 && strata.allSatisfy { $0 >= 0 }, "days are drawn")
    let days = strata.reduce(0, +)
    guard let estimate = statistic([Int](repeating: 1, count: days)) else { return nil }
    var replicates: [Double] = []
    var times = [Int](repeating: 0, count: days)
    for _ in 0..<count {
      Bootstrap.draw(strata, blockLength, into: &times, using: &generator)
      if let value = statistic(times) { replicates.append(value) }
    }
    guard replicates.count * 10 >= count * 9 else { return nil }
    self.estimate = estimate
    self.replicates = replicates.sorted()
    acceleration = Bootstrap.acceleration(days, statistic)
  }

  /// The interval between two quantiles of the draws; from the least to the greatest where `significance` is less than
  /// so many draws can tell.
  public func percentileInterval(significance: Double = 0.05) -> ClosedRange<Double> {
    range(significance / 2, 1 - significance / 2)
  }

  /// The 95 % interval corrected for bias and for a spread that depends on the statistic (BCa; Efron, JASA 82, 1987).
  public func interval() -> ClosedRange<Double> {
    let below = replicates.reduce(0) { $0 + ($1 < estimate ? 1 : $1 == estimate ? 0.5 : 0) }
    let share = below / Double(replicates.count)
    guard share > 0, share < 1 else { return percentileInterval() }
    let bias = NormalDistribution.quantile(share)
    func corrected(_ probability: Double) -> Double {
      let z = bias + NormalDistribution.quantile(probability)
      return NormalDistribution.cumulative(bias + z / (1 - acceleration * z))
    }
    return range(corrected(0.025), corrected(0.975))
  }

  private func range(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    let (lower, upper) = (replicates.quantile(low) ?? estimate, replicates.quantile(high) ?? estimate)
    return min(lower, upper)...max(lower, upper)
  }

  private static func draw(
    _ strata: [Int], _ blockLength: Int, into times: inout [Int],
    using generator: inout some RandomNumberGenerator
  ) {
    for index in times.indices { times[index] = 0 }
    var start = 0
    for count in strata {
      let length = min(blockLength, count)
      var drawn = 0
      while drawn < count {
        let first = start + Int.random(in: 0...(count - length), using: &generator)
        for day in first..<(first + min(length, count - drawn)) { times[day] += 1 }
        drawn += length
      }
      start += count
    }
  }

  /// Efron 1987, equation 6.6 with the jackknife's influence.
  private static func acceleration(_ days: Int, _ statistic: ([Int]) -> Double?) -> Double {
    var times = [Int](repeating: 1, count: days)
    let values = times.indices.compactMap { day in
      times[day] = 0
      defer { times[day] = 1 }
      return statistic(times)
    }
    guard let mean = values.mean else { return 0 }
    let (squares, cubes) = values.reduce((0.0, 0.0)) { sums, value in
      let change = mean - value
      return (sums.0 + change * change, sums.1 + change * change * change)
    }
    return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
  }
}
