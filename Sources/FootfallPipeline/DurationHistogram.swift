internal import Foundation

/// Quantiles of durations in constant memory: bins that are 2 % wide, from a tenth of a microsecond to a minute.
public struct DurationHistogram: Sendable {
  private static let smallest = 1e-7
  private static let logWidth = 0.02
  private var counts = [Int](repeating: 0, count: 1012)
  private var total = 0

  /// Creates an empty histogram.
  public init() {}

  /// Takes in one duration.
  public mutating func add(_ duration: Duration) {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let bin = Int(log(max(seconds, Self.smallest) / Self.smallest) / Self.logWidth)
    counts[min(bin, counts.count - 1)] += 1
    total += 1
  }

  /// Adds what another histogram has taken in.
  public mutating func merge(_ other: DurationHistogram) {
    for bin in counts.indices { counts[bin] += other.counts[bin] }
    total += other.total
  }

  /// The duration that a `share` (0 to 1) of those taken in do not exceed, in milliseconds, to within 1 %; 0 when
  /// none was taken in.
  public func quantileMilliseconds(_ share: Double) -> Double {
    guard total > 0 else { return 0 }
    let rank = Int((Double(total - 1) * share).rounded())
    var seen = 0
    for (bin, count) in counts.enumerated() {
      seen += count
      if seen > rank { return Self.smallest * exp((Double(bin) + 0.5) * Self.logWidth) * 1000 }
    }
    return 0
  }
}
