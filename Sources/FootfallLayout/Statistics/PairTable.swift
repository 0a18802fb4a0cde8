internal import FootfallCore

/// How often two things occur together: a table of two by two.
///
///     PairTable(both: 40, firstOnly: 60, secondOnly: 30, neither: 170).lift  // 1.714
public struct PairTable: Hashable, Sendable {
  /// Cases with both.
  public let both: Int
  /// Cases with the first alone.
  public let firstOnly: Int
  /// Cases with the second alone.
  public let secondOnly: Int
  /// Cases with neither.
  public let neither: Int

  /// Creates a table; no number is negative.
  public init(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) {
    precondition(min(both, firstOnly, secondOnly, neither) >= 0, "cases are counted")
    self.both = both
    self.firstOnly = firstOnly
    self.secondOnly = secondOnly
    self.neither = neither
  }

  /// All cases.
  public var count: Int { both + firstOnly + secondOnly + neither }
  /// Cases with the first.
  public var first: Int { both + firstOnly }
  /// Cases with the second.
  public var second: Int { both + secondOnly }

  /// P(both) / (P(first) P(second)): 1 where one has nothing to do with the other; nil where either never occurs.
  public var lift: Double? {
    guard first > 0, second > 0 else { return nil }
    return Double(both) * Double(count) / (Double(first) * Double(second))
  }

  /// (both × neither) / (first only × second only); nil where that divides by 0.
  public var oddsRatio: Double? {
    guard firstOnly > 0, secondOnly > 0 else { return nil }
    return Double(both) * Double(neither) / (Double(firstOnly) * Double(secondOnly))
  }

  /// The 95 % interval of the odds ratio, normal in its logarithm (Woolf, Annals of Human Genetics 19, 1955).
  ///
  /// Where a cell is 0 a half is added to each (Haldane, Annals of Human Genetics 20, 1956).
  public var oddsRatioInterval: ClosedRange<Double> {
    let cells = [both, firstOnly, secondOnly, neither].map(Double.init)
    let counts = cells.contains(0) ? cells.map { $0 + 0.5 } : cells
    let ratio = counts[0] * counts[3] / (counts[1] * counts[2])
    let deviation = counts.reduce(0) { $0 + 1 / $1 }.squareRoot()
    let factor = ExponentialFunction.of(NormalDistribution.quantile(0.975) * deviation)
    return (ratio / factor)...(ratio * factor)
  }

  /// The 95 % interval of the lift: the lifts that belong to the ends of ``oddsRatioInterval`` with the shares of first
  /// and second held (Plackett, JASA 60, 1965), and the lift itself; nil where either never occurs.
  public var liftInterval: ClosedRange<Double>? {
    guard let lift else { return nil }
    let range = oddsRatioInterval
    let ends = [self.lift(atOdds: range.lowerBound), self.lift(atOdds: range.upperBound)]
    // Where all cases have one of the two, the ends differ by rounding alone; where a cell is 0, by its half.
    return min(lift, ends[0], ends[1])...max(lift, ends[0], ends[1])
  }

  private func lift(atOdds ratio: Double) -> Double {
    let (a, b) = (Double(first) / Double(count), Double(second) / Double(count))
    let sum = 1 + (a + b) * (ratio - 1)
    let root = max(0, sum * sum - 4 * ratio * (ratio - 1) * a * b).squareRoot()
    // The smaller root, in the form that does not cancel: near a ratio of 1, or where next to no case has neither.
    return sum > 0 ? 2 * ratio / (sum + root) : (root - sum) / (2 * (1 - ratio) * a * b)
  }

  /// Fisher's exact test of independence, two-sided; 0 where it is below 1e-300.
  ///
  /// The probability, given the totals, of tables that are no likelier than this one (Fisher, "The Design of
  /// Experiments", 1935).
  ///
  /// - Complexity: O(√n) for n cases.
  public var fisherPValue: Double {
    let lowest = max(0, first + second - count)
    let highest = min(first, second)
    let mode = min(
      highest, max(lowest, Int(Double(first + 1) * Double(second + 1) / Double(count + 2))))
    let up = weights(from: mode, to: highest, by: 1)
    let down = weights(from: mode, to: lowest, by: -1)
    let place = both - mode
    let side = place >= 0 ? up : down
    let observed = place.magnitude < side.count ? side[Int(place.magnitude)] : 0
    let all = up + down.dropFirst()
    // Tables as likely as this one differ from it by rounding.
    return min(1, all.reduce(0) { $1 <= observed * (1 + 1e-7) ? $0 + $1 : $0 } / all.reduce(0, +))
  }

  /// Probabilities of tables over that with `start` in both, until they vanish.
  private func weights(from start: Int, to end: Int, by step: Int) -> [Double] {
    var weights = [1.0]
    var both = start
    while both != end, let last = weights.last, last > 0 {
      let low = Double(min(both, both + step))
      let ratio =
        (Double(first) - low) * (Double(second) - low)
        / ((low + 1) * (Double(count - first - second) + low + 1))
      weights.append(step > 0 ? last * ratio : last / ratio)
      both += step
    }
    return weights
  }
}
