internal import FootfallCore

/// How well counted crossings agree with the truth, in sum and one by one.
///
/// All shares are of 1. A figure that nothing supports is nil: no share of no crossings.
public struct CountScores: Hashable, Sendable {
  /// What counts as the same, and as equal.
  public struct Parameters: Hashable, Sendable {
    /// The largest relative bias that is still called equivalent, δ.
    public var delta = 0.05
    /// How far apart in time a counted and a true crossing may be to be the same (docs/accuracy.md).
    public var tolerance: Duration = .seconds(1)
    /// The length of the intervals whose counts ``CountScores/mape`` compares: a quarter of an hour, that of reports.
    public var interval: Duration = .seconds(900)

    /// Creates the default parameters.
    public init() {}
  }

  /// The number of true crossings, ΣT.
  public let truth: Int
  /// The number of counted crossings, ΣC.
  public let counted: Int
  /// True crossings that were counted: same camera, line and direction, within the tolerance, one to one.
  public let matches: Int
  /// (ΣC - ΣT) / ΣT; nil without true crossings.
  public let bias: Double?
  /// The mean of |C - T| / max(T, 1); nil where nobody crossed and nobody was counted.
  ///
  /// It is taken over each camera, line, direction and interval in which somebody crossed or was counted.
  public let mape: Double?
  /// The share of counted crossings that are true; nil where none was counted.
  public let precision: Double?
  /// The share of true crossings that were counted; nil where there are none.
  public let recall: Double?
  /// The 90 % interval of the bias (``biasInterval(misses:extra:truth:)``); nil without true crossings.
  public let interval: ClosedRange<Double>?
  /// The same place by place, ordered by camera, line and direction.
  public let places: [CountTally]
  /// Whether the interval lies within ±δ: two one-sided tests at 5 % (Schuirmann, 1987).
  public let isEquivalent: Bool

  /// Compares `counted` with `truth`, both in any order.
  /// - Complexity: O(n log n) for n crossings.
  public init(
    truth: [CrossingRecord], counted: [CrossingRecord], parameters: Parameters = Parameters()
  ) {
    self.truth = truth.count
    self.counted = counted.count
    places = CrossingMatcher(tolerance: parameters.tolerance).tallies(truth, counted)
    matches = places.reduce(0) { $0 + $1.matches }
    bias = truth.isEmpty ? nil : Double(counted.count - truth.count) / Double(truth.count)
    mape = Self.meanError(truth, counted, interval: parameters.interval)
    precision = counted.isEmpty ? nil : Double(matches) / Double(counted.count)
    recall = truth.isEmpty ? nil : Double(matches) / Double(truth.count)
    interval = Self.biasInterval(
      misses: truth.count - matches, extra: counted.count - matches, truth: truth.count)
    let delta = parameters.delta
    isEquivalent = interval.map { $0.lowerBound > -delta && $0.upperBound < delta } ?? false
  }

  /// The 90 % interval of the relative bias, from the two kinds of error behind it.
  ///
  /// Bias is the rate of extra counts less that of misses. Misses are binomial among the true crossings (Wilson's
  /// score interval, 1927), extra counts are Poisson (score interval, x + z²/2 ± z·√(x + z²/4)), and the difference
  /// takes its limits from theirs (Zou and Donner, Statistics in Medicine 27, 2008, equation 4). So a count without
  /// errors has an interval as wide as its sample is small: to be inside ±5 % it takes 55 true crossings. Errors are
  /// taken to be independent of each other.
  /// - Parameters:
  ///   - misses: true crossings that were not counted.
  ///   - extra: counted crossings that are not true.
  ///   - truth: true crossings; nil is returned for 0.
  public static func biasInterval(misses: Int, extra: Int, truth: Int) -> ClosedRange<Double>? {
    if truth == 0 { return nil }
    let count = Double(truth)
    let (missRate, extraRate) = (Double(misses) / count, Double(extra) / count)
    let z2 = z * z

    let missCentre = (Double(misses) + z2 / 2) / (count + z2)
    let missSpread = z * (Double(misses) * (1 - missRate) + z2 / 4).squareRoot() / (count + z2)
    let extraCentre = (Double(extra) + z2 / 2) / count
    let extraSpread = z * (Double(extra) + z2 / 4).squareRoot() / count

    func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let below = distance(extraRate - (extraCentre - extraSpread), missCentre + missSpread - missRate)
    let above = distance(extraCentre + extraSpread - extraRate, missRate - (missCentre - missSpread))
    return extraRate - missRate - below...extraRate - missRate + above
  }

  /// The normal deviate that 5 % exceed.
  private static let z = 1.6448536269514722

  private struct Cell: Hashable {
    let place: CrossingRecord.Place
    let interval: Int64
  }

  private static func meanError(
    _ truth: [CrossingRecord], _ counted: [CrossingRecord], interval: Duration
  ) -> Double? {
    func cell(of crossing: CrossingRecord) -> Cell {
      Cell(place: crossing.place, interval: crossing.time.nanoseconds / interval.wholeNanoseconds)
    }
    var cells: [Cell: (truth: Int, counted: Int)] = [:]
    for crossing in truth { cells[cell(of: crossing), default: (0, 0)].truth += 1 }
    for crossing in counted { cells[cell(of: crossing), default: (0, 0)].counted += 1 }
    if cells.isEmpty { return nil }
    // Sorted, so that rounding is the same in every run.
    let errors = cells.values.map { Double(abs($0.counted - $0.truth)) / Double(max($0.truth, 1)) }.sorted()
    return errors.reduce(0, +) / Double(errors.count)
  }
}
