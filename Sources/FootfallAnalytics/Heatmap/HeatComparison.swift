/// How much more time people spend in each square in one period than in another, per hour seen, and where that is more
/// than chance.
///
/// A day is the unit: what happens within one is not independent. For each square the days of both periods are exchanged
/// in all ways (or many of them), and p is the share of ways in which the means of the periods differ by as much as they
/// do (Fisher's permutation test). As there are thousands of squares, q is p adjusted for the share of false ones among
/// those called significant (Benjamini and Hochberg, Journal of the Royal Statistical Society B 57(1), 1995).
public struct HeatComparison: Hashable, Sendable {
  /// The two periods at one square.
  public struct Cell: Hashable, Sendable {
    /// Person-seconds for each hour seen in the first period: the mean of its days.
    public var before: Double
    /// The same in the second.
    public var after: Double
    /// The probability of a difference as large by chance; nil where it was not tested.
    public var p: Double?
    /// The least share of false ones among the squares called significant with this one; nil where it was not tested.
    public var q: Double?

    /// How much more there was in the second period.
    public var difference: Double { after - before }
    /// Whether the difference is more than chance, so that at most ``HeatComparison/falseShare`` of such squares are not.
    public var isSignificant: Bool { q.map { $0 <= HeatComparison.falseShare } ?? false }
  }

  /// The share of false ones that is allowed among the squares called significant.
  public static let falseShare = 0.05
  /// A day of which less than this share was seen, of the longest day of its period, says too little to be compared.
  public static let leastShareOfDay = 0.25
  /// In more ways than this the days are not exchanged: then so many are drawn at random.
  static let mostWays = 10_000

  /// The squares.
  public let cells: [Cell]
  /// The days compared of the first period.
  public let daysBefore: Int
  /// The days compared of the second period.
  public let daysAfter: Int

  /// Compares two periods, each with a tally for every day.
  ///
  /// Where one has fewer than two days nothing is tested; neither are squares in which nobody was.
  /// - Parameter generator: draws ways to exchange days where there are too many for all.
  public init(
    before: [HeatTally], after: [HeatTally], using generator: inout some RandomNumberGenerator
  ) {
    let (first, second) = (HeatComparison.fullDays(before), HeatComparison.fullDays(after))
    (daysBefore, daysAfter) = (first.count, second.count)
    let test =
      first.count >= 2 && second.count >= 2
      ? DayExchange(days: first.count + second.count, chosen: first.count, using: &generator) : nil
    let count = (before + after).first?.personSeconds.count ?? 0
    var cells = (0..<count).map { index in
      let rates = (first + second).map { $0.perHour(index) ?? 0 }
      func mean(_ values: ArraySlice<Double>) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
      }
      let isEmpty = rates.allSatisfy { $0 == 0 }
      return Cell(
        before: mean(rates[..<first.count]), after: mean(rates[first.count...]),
        p: isEmpty ? nil : test?.probability(rates), q: nil)
    }
    let shares = HeatComparison.adjusted(cells.map(\.p))
    for index in cells.indices { cells[index].q = shares[index] }
    self.cells = cells
  }

  private static func fullDays(_ days: [HeatTally]) -> [HeatTally] {
    let longest = days.map(\.observedSeconds).max() ?? 0
    return days.filter { $0.observedSeconds > 0 && $0.observedSeconds >= longest * leastShareOfDay }
  }

  /// Benjamini and Hochberg's adjustment: p times the number of tests over its rank, made to grow with p.
  static func adjusted(_ probabilities: [Double?]) -> [Double?] {
    let tested = probabilities.indices.filter { probabilities[$0] != nil }
      .sorted { (probabilities[$0] ?? 1) < (probabilities[$1] ?? 1) }
    var adjusted = [Double?](repeating: nil, count: probabilities.count)
    var least = 1.0
    for (rank, index) in tested.enumerated().reversed() {
      least = min(least, (probabilities[index] ?? 1) * Double(tested.count) / Double(rank + 1))
      adjusted[index] = least
    }
    return adjusted
  }
}
