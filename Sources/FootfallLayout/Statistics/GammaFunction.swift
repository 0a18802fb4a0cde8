internal import FootfallCore

/// The gamma function's logarithm.
enum GammaFunction {
  /// log Γ(x) to within 1e-14 relative to max(1, |log Γ(x)|); x is above 0.
  ///
  /// Stirling's series (Abramowitz and Stegun, 6.1.41) from 12 on, where its next term is below 1e-16; smaller x are
  /// brought there by Γ(x + 1) = x Γ(x).
  static func logarithm(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "the gamma function is used of positive numbers")
    var (shifted, product) = (x, 1.0)
    while shifted < 12 {
      product *= shifted
      shifted += 1
    }
    let square = 1 / (shifted * shifted)
    let terms = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360]
    let series = terms.reversed().reduce(0) { $0 * square + $1 } / shifted
    let halfLogTwoPi = 0.918_938_533_204_672_8
    return (shifted - 0.5) * NaturalLogarithm.of(shifted) - shifted + halfLogTwoPi + series
      - NaturalLogarithm.of(product)
  }
}
