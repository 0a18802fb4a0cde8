internal import FootfallLayout

/// An estimate with its interval, in documents; what is not known is left out.
struct EstimateDocument: Codable, Hashable, Sendable {
  /// How it was made, where there are several ways.
  var method: String?
  var value: Double
  /// With next to no degrees of freedom an end may lie beyond all numbers, and is left out.
  var low: Double?
  var high: Double?
  var standardError: Double?
  var degreesOfFreedom: Double?
  var pValue: Double?

  init(value: Double, interval: ClosedRange<Double>, method: String? = nil) {
    self.method = method
    self.value = value
    low = interval.lowerBound.isFinite ? interval.lowerBound : nil
    high = interval.upperBound.isFinite ? interval.upperBound : nil
  }

  init(_ estimate: Estimate, significance: Double) {
    self.init(value: estimate.value, interval: estimate.interval(significance: significance))
    standardError = estimate.standardError
    degreesOfFreedom = estimate.degreesOfFreedom.isFinite ? estimate.degreesOfFreedom : nil
    pValue = estimate.pValue
  }

  /// The same in another unit; nil where a number has none, or an end lies beyond all numbers.
  func converted(_ convert: (Double) -> Double?) -> EstimateDocument? {
    let numbers = [value, low, high].compactMap { $0.flatMap(convert) }
    guard numbers.count == 3, numbers.allSatisfy(\.isFinite) else { return nil }
    let interval = min(numbers[1], numbers[2])...max(numbers[1], numbers[2])
    return EstimateDocument(value: numbers[0], interval: interval, method: method)
  }
}
