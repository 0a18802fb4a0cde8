internal import FootfallCore

/// The incomplete beta function, of which Student's distribution is made.
enum BetaFunction {
  /// I_x(a, b) to within 1e-13.
  /// - Parameters:
  ///   - x: from 0 to 1.
  ///   - complement: 1 − x, told apart so that neither loses digits.
  ///   - a: above 0.
  ///   - b: above 0.
  static func regularised(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if complement <= 0 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - regularised(complement, complement: x, b, a) }
    let logFactor =
      GammaFunction.logarithm(a + b) - GammaFunction.logarithm(a) - GammaFunction.logarithm(b)
      + a * NaturalLogarithm.of(x) + b * NaturalLogarithm.of(complement)
    return ExponentialFunction.of(logFactor) * fraction(x, a, b) / a
  }

  /// The continued fraction of Abramowitz and Stegun, 26.5.8, by Lentz's method (Applied Optics 15, 1976).
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func bounded(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / bounded(1 - (a + b) * x / (a + 1))
    var result = d
    for step in stride(from: 1.0, through: 1000, by: 1) {
      let even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
      d = 1 / bounded(1 + even * d)
      c = bounded(1 + even / c)
      result *= c * d
      let odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
      d = 1 / bounded(1 + odd * d)
      c = bounded(1 + odd / c)
      result *= c * d
      if (c * d - 1).magnitude < 1e-16 { break }
    }
    return result
  }
}
