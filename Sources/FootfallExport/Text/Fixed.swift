/// Rounding to a fixed number of decimals, the same on every machine.
enum Fixed {
  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// 10 to the power of `decimals`, 0 to 9.
  @inline(__always)
  static func powerOfTen(_ decimals: Int) -> Double { powers[decimals] }

  /// `number` * 10^`decimals`, rounded to the nearest whole number, exact ties to even; nil from 9e15 on, where that
  /// number is not told apart from its neighbours.
  ///
  /// The product of doubles is itself rounded and can land on a tie that the exact product misses; only then is
  /// the error of the product needed, which a fused multiply-add gives exactly.
  static func scaled(_ number: Double, decimals: Int) -> Int64? {
    let power = powerOfTen(decimals)
    let product = number * power
    precondition(number.isFinite, "a number to be printed is finite")
    guard abs(product) < 9e15 else { return nil }
    let nearest = product.rounded(.toNearestOrEven)
    guard abs(product - nearest) == 0.5 else { return Int64(nearest) }
    let error = (-product).addingProduct(number, power)
    if error == 0 { return Int64(nearest) }
    return Int64(error > 0 ? product.rounded(.up) : product.rounded(.down))
  }

  /// `number` rounded to `decimals`, never −0: what a shortest-form printer shows with at most that many digits.
  ///
  /// From 9e15 / 10^`decimals` on, it is `number` itself.
  static func rounded(_ number: Double, decimals: Int) -> Double {
    scaled(number, decimals: decimals).map { Double($0) / powerOfTen(decimals) } ?? number
  }
}
