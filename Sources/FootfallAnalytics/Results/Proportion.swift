/// A share of cases with what it was counted from.
public struct Proportion: Hashable, Sendable {
  /// The cases that count.
  public var numerator: Int
  /// The cases among which they are.
  public var denominator: Int
  /// The cases of which it was not seen whether they count; the owner says whether they are in the denominator.
  public var undecided: Int

  /// Creates a proportion; `numerator` is from 0 to `denominator`.
  public init(numerator: Int, denominator: Int, undecided: Int = 0) {
    precondition(0...denominator ~= numerator, "a part is not larger than the whole")
    self.numerator = numerator
    self.denominator = denominator
    self.undecided = undecided
  }

  /// numerator / denominator; nil without cases.
  public var value: Double? { denominator > 0 ? Double(numerator) / Double(denominator) : nil }

  /// The 95 % score interval of the share (Wilson, JASA 22, 1927); nil without cases.
  public var interval: ClosedRange<Double>? {
    guard let value else { return nil }
    let count = Double(denominator)
    let square = Proportion.z * Proportion.z
    let centre = value + square / (2 * count)
    let spread =
      Proportion.z * (value * (1 - value) / count + square / (4 * count * count)).squareRoot()
    let scale = 1 + square / count
    let low = numerator == 0 ? 0 : (centre - spread) / scale
    let high = numerator == denominator ? 1 : (centre + spread) / scale
    return low...high
  }

  /// The 0.975 quantile of the normal distribution: two sides of 95 %.
  static let z = 1.959963984540054
}
