/// Person-seconds by square over some stretches of time, and how much of these was seen.
public struct HeatTally: Hashable, Sendable {
  /// The time seen.
  public private(set) var observedSeconds = 0.0
  /// Person-seconds by square.
  public private(set) var personSeconds: [Double]

  /// Creates an empty tally of so many squares.
  public init(count: Int) { personSeconds = [Double](repeating: 0, count: count) }

  /// Adds time during which the camera saw.
  public mutating func observe(_ seconds: Double) { observedSeconds += seconds }

  /// Adds the time that one person stood in a square.
  public mutating func add(_ seconds: Double, at index: Int) { personSeconds[index] += seconds }

  /// Person-seconds for each hour seen, by square; nil where nothing was seen.
  public func perHour(_ index: Int) -> Double? {
    observedSeconds > 0 ? personSeconds[index] / observedSeconds * 3600 : nil
  }
}
