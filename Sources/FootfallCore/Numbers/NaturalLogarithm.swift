/// The natural logarithm, which the standard library does not have: pure modules import no C library.
public enum NaturalLogarithm {
  private static let ofTwo = 0.693_147_180_559_945_3

  /// log(x) to within 2 units in the last place, relative to max(1, |log x|); x is above 0 and finite.
  ///
  /// With x = m 2^e and t = (m − 1) / (m + 1), log m = 2 (t + t³/3 + t⁵/5 + …) (Abramowitz and Stegun, 4.1.27).
  public static func of(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "only positive numbers have a logarithm")
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      exponent += 1
    }
    let t = (mantissa - 1) / (mantissa + 1)
    // |t| ≤ 0.1716, so that the term after the eleventh is below 1e-18.
    var sum = 0.0
    for term in stride(from: 21, through: 1, by: -2) { sum = sum * t * t + 1 / Double(term) }
    return exponent * ofTwo + 2 * t * sum
  }
}
