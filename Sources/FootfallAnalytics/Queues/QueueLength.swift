public import FootfallCore

/// How many people wait in a queue, weighted by time.
///
/// Everybody on a visit counts, hidden for a moment or not: the mean times the time observed is the sum of all dwell.
public struct QueueLength: Hashable, Sendable {
  /// The mean number of people.
  public var mean: Double
  /// The largest number of people at once.
  public var max: Int
  /// For half of the time the queue is no longer than this.
  public var p50: Int
  /// For nine tenths of the time the queue is no longer than this.
  public var p90: Int
  /// The share of time with fewer people than a middle queue has, 0 to 1.
  public var low: Double
  /// The share of time with a queue of middle length.
  public var middle: Double
  /// The share of time with a long queue.
  public var high: Double

  /// Sums visits up.
  /// - Parameters:
  ///   - visits: the visits to one queue zone, in any order.
  ///   - observed: how long the queue was observed in all.
  /// - Returns: nil when nothing was observed.
  /// - Complexity: O(n log n).
  public init?(visits: [Visit], observed: Duration, thresholds: CountingThresholds) {
    guard observed > .zero else { return nil }
    let times = QueueLength.nanosecondsByPeople(visits, observed: observed.wholeNanoseconds)
    let total = Double(times.reduce(0, +))
    func quantile(_ share: Double) -> Int {
      var sum: Int64 = 0
      return times.firstIndex { time in
        sum += time
        return Double(sum) >= share * total
      } ?? times.count - 1
    }
    func share(_ people: Range<Int>) -> Double {
      Double(times[people.clamped(to: times.indices)].reduce(0, +)) / total
    }
    mean = zip(times.indices, times).reduce(0) { $0 + Double($1.0) * Double($1.1) } / total
    max = times.count - 1
    p50 = quantile(0.5)
    p90 = quantile(0.9)
    low = share(0..<thresholds.queueMiddlePeople)
    middle = share(thresholds.queueMiddlePeople..<thresholds.queueLongPeople)
    high = share(thresholds.queueLongPeople..<Int.max)
  }

  /// The time with 0, 1, 2, … people; the last is not 0.
  private static func nanosecondsByPeople(_ visits: [Visit], observed: Int64) -> [Int64] {
    var changes: [(time: Int64, people: Int)] = []
    for visit in visits where visit.exit > visit.enter {
      changes.append((visit.enter.nanoseconds, 1))
      changes.append((visit.exit.nanoseconds, -1))
    }
    // Who goes makes room before the next one comes.
    changes.sort { ($0.time, $0.people) < ($1.time, $1.people) }
    var times: [Int64] = [0]
    var (people, last) = (0, changes.first?.time ?? 0)
    for change in changes {
      if change.time > last {
        while times.count <= people { times.append(0) }
        times[people] += change.time - last
        last = change.time
      }
      people += change.people
    }
    times[0] = Swift.max(0, observed - times[1...].reduce(0, +))
    return times
  }
}
