/// An amount for each visitor or minute, with its interval over days.
public struct MeasuredRatio: Hashable, Sendable {
  /// The amount over all days divided by what it was divided by; nil where it is withheld or nothing was.
  public let value: Double?
  /// The 95 % interval over days; nil for fewer than two days, and without a value.
  public let dayInterval: ClosedRange<Double>?

  /// Divides sums over days.
  init(_ amounts: [Double], over wholes: [Double], isWithheld: Bool) {
    let whole = wholes.reduce(0, +)
    let hasValue = !isWithheld && whole > 0
    value = hasValue ? amounts.reduce(0, +) / whole : nil
    dayInterval = hasValue ? DayResampling(days: amounts.count).interval(of: amounts, over: wholes) : nil
  }
}
