internal import FootfallLayout

/// An estimate with its interval, in documents.
struct EstimateDocument: Encodable, Sendable {
  let value: Double
  let low: Double?
  let high: Double?
  let standardError: Double
  let degreesOfFreedom: Double?
  let pValue: Double

  init(_ estimate: Estimate, level: Double) {
    let interval = estimate.interval(level: level)
    value = estimate.value
    // With next to no degrees of freedom an end may lie beyond all numbers.
    low = interval.lowerBound.isFinite ? interval.lowerBound : nil
    high = interval.upperBound.isFinite ? interval.upperBound : nil
    standardError = estimate.standardError
    degreesOfFreedom = estimate.degreesOfFreedom.isFinite ? estimate.degreesOfFreedom : nil
    pValue = estimate.pValue
  }
}
