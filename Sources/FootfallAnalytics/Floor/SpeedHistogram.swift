/// How long somebody moved how fast, in steps of 5 cm a second up to 5 metres a second.
///
/// Of a fixed size, so that a person may stay for ever.
struct SpeedHistogram: Hashable, Sendable {
  private static let binsPerUnit = 20.0
  private static let count = 100

  private var seconds = [Double](repeating: 0, count: SpeedHistogram.count)

  /// Takes in a stretch of time at a speed in metres a second; what is faster counts in the last bin.
  mutating func add(_ speed: Double, seconds duration: Double) {
    let bin = min(max(0, speed * SpeedHistogram.binsPerUnit), Double(SpeedHistogram.count - 1))
    seconds[Int(bin)] += duration
  }

  /// The speed that was not exceeded for half of the time; nil without any.
  var median: Double? {
    let total = seconds.reduce(0, +)
    guard total > 0 else { return nil }
    var before = 0.0
    for (bin, duration) in seconds.enumerated() {
      if before + duration >= total / 2 {
        return (Double(bin) + (total / 2 - before) / duration) / SpeedHistogram.binsPerUnit
      }
      before += duration
    }
    return nil
  }

  /// Forgets everything and keeps the memory.
  mutating func removeAll() {
    for bin in seconds.indices { seconds[bin] = 0 }
  }
}
