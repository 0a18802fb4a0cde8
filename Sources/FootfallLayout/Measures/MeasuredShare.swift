public import FootfallAnalytics

/// A share of visitors or visits with its intervals.
public struct MeasuredShare: Hashable, Sendable {
  /// What it was counted from.
  private let counted: Proportion
  /// The 95 % interval over days; nil for fewer than two days, and where the share is withheld.
  public let dayInterval: ClosedRange<Double>?
  /// Whether it is withheld because it tells about too few people.
  public let isWithheld: Bool

  /// Sums up counts by day.
  /// - Parameter isWithheld: whether it is known to be; nil where the counts decide.
  init(_ parts: [Int], of wholes: [Int], undecided: Int = 0, isWithheld known: Bool? = nil) {
    counted = Proportion(
      numerator: parts.reduce(0, +), denominator: wholes.reduce(0, +), undecided: undecided)
    isWithheld =
      known
      ?? (Disclosure.withholds(counted.numerator, of: counted.denominator) || Disclosure.withholds(undecided))
    dayInterval =
      isWithheld
      ? nil
      : DayResampling(days: parts.count).interval(of: parts.map(Double.init), over: wholes.map(Double.init))
  }

  /// What it was counted from, with Wilson's interval; nil where it is withheld.
  public var proportion: Proportion? { isWithheld ? nil : counted }

  /// The share; nil where it is withheld.
  public var value: Double? { proportion?.value }
}
