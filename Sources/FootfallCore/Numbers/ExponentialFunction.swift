/// The exponential function, which the standard library does not have: pure modules import no C library.
public enum ExponentialFunction {
  /// ln 2 in two parts, the first with so few digits that small multiples of it are exact (Cody and Waite, "Software
  /// Manual for the Elementary Functions", 1980, chapter 6).
  private static let ofTwoHigh = 0.693_359_375
  private static let ofTwoLow = -2.121_944_400_546_905_8e-4

  /// e^x to within a few units in the last place; 0 below −745, x being finite and at most 700.
  ///
  /// With x = k ln 2 + r and |r| ≤ 0.35, e^x = 2^k (1 + r + r²/2! + …); the term after the fourteenth is below 1e-19.
  public static func of(_ x: Double) -> Double {
    precondition(x <= 700, "an exponential of this size is a slip")
    guard x > -745 else { return 0 }
    let multiple = (x / (ofTwoHigh + ofTwoLow)).rounded()
    let rest = (x - multiple * ofTwoHigh) - multiple * ofTwoLow
    var sum = 1.0
    for term in stride(from: 14.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
    return Double(sign: .plus, exponent: Int(multiple), significand: sum)
  }
}
