extension [Double] {
  /// The middle value, or the mean of the two in the middle; nil of nothing.
  public var median: Double? { sorted().quantile(0.5) }

  /// The value below which a share of the values lies, between neighbours in a straight line (type 7 of Hyndman and Fan,
  /// The American Statistician 50(4), 1996); nil of nothing.
  ///
  /// The array must be in increasing order.
  public func quantile(_ share: Double) -> Double? {
    guard !isEmpty else { return nil }
    let place = Double(count - 1) * share
    let index = Int(place)
    let next = index + 1 < count ? self[index + 1] : self[index]
    return self[index] + (place - Double(index)) * (next - self[index])
  }
}
