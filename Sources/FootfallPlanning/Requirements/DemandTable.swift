/// How many people are expected, on the store's clock.
///
/// A slot is the number of intervals from 1970-01-01T00:00 of that clock, as in ``CountHistory``.
public struct DemandTable: Hashable, Sendable {
  /// The length of a slot, in minutes.
  public let intervalMinutes: Int
  /// Arrivals by series and slot; a slot without a value is not known.
  public let arrivals: [String: [Int: Double]]

  /// A table.
  public init(intervalMinutes: Int, arrivals: [String: [Int: Double]]) {
    self.intervalMinutes = intervalMinutes
    self.arrivals = arrivals
  }

  /// Arrivals an hour over an interval of the clock.
  /// - Parameters:
  ///   - series: whose arrivals, added up.
  ///   - minute: where the interval begins, in minutes since 1970-01-01T00:00 of the clock.
  ///   - length: in minutes; it divides `intervalMinutes` or is a multiple of it.
  /// - Returns: nil where a part is not known.
  public func arrivalsPerHour(of series: [String], at minute: Int, length: Int) -> Double? {
    let first = floored(minute, intervalMinutes)
    let slots = first..<first + max(1, length / intervalMinutes)
    var sum = 0.0
    for name in series {
      for slot in slots {
        guard let value = arrivals[name]?[slot] else { return nil }
        sum += value
      }
    }
    return sum * 60 / Double(slots.count * intervalMinutes)
  }

  /// Arrivals by hour of the week, Monday 0:00 first, over the whole days that are known; nil where one of the 168 hours
  /// is not.
  ///
  /// Hours that came more often count with their mean. An unknown night is empty: where nothing was ever counted, nobody
  /// is expected.
  public func typicalWeek() -> [Double]? {
    var sums = [Double](repeating: 0, count: 168)
    var slots = [Int](repeating: 0, count: 168)
    let known = Set(arrivals.values.flatMap(\.keys))
    guard let first = known.min(), let last = known.max() else { return nil }
    for slot in first...last {
      let hour = floored(slot * intervalMinutes, 60)
      let place = BusinessCalendar.weekday(of: floored(hour, 24)) * 24 + hour - floored(hour, 24) * 24
      slots[place] += 1
      for series in arrivals.values { sums[place] += series[slot] ?? 0 }
    }
    guard slots.allSatisfy({ $0 > 0 }) else { return nil }
    return zip(sums, slots).map { $0 / Double($1) * 60 / Double(intervalMinutes) }
  }

  private func floored(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }
}
