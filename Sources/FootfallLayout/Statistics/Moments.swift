extension [Double] {
  /// The arithmetic mean; nil of nothing.
  public var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }

  /// The unbiased variance (division by n − 1); nil of fewer than two.
  public var variance: Double? {
    guard count > 1, let mean else { return nil }
    return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
  }
}
