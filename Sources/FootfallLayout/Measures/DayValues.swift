internal import FootfallAnalytics

/// Many durations or lengths with the day of each.
///
/// Values are kept to seven digits, so that a year takes 8 bytes for each.
struct DayValues: Sendable {
  private struct Value: Sendable {
    var number: Float
    var day: UInt16
    var isCensored: Bool
  }

  private var values: [Value] = []

  var count: Int { values.count }

  /// Adds a value.
  /// - Parameters:
  ///   - day: the number of the day, from 0.
  ///   - isCensored: whether the true value is at least this one.
  mutating func add(_ number: Double, day: Int, isCensored: Bool = false) {
    values.append(Value(number: Float(number), day: UInt16(clamping: day), isCensored: isCensored))
  }

  /// The distribution.
  /// - Parameter places: where each day is in the order wanted.
  func measured(places: [Int], isWithheld: Bool) -> MeasuredDistribution {
    let censored = values.count { $0.isCensored }
    guard !isWithheld, count >= Disclosure.leastCount, !Disclosure.withholds(censored, of: count) else {
      return MeasuredDistribution(count: nil, censored: nil, quantiles: [:])
    }
    let estimate = KaplanMeier(values.map { (seconds: Double($0.number), isCensored: $0.isCensored) })
    let table = DayTable(values.map { ($0.number, places[Int($0.day)], $0.isCensored) }, days: places.count)
    var quantiles: [MeasuredDistribution.Level: MeasuredDistribution.Quantile] = [:]
    for level in MeasuredDistribution.Level.allCases {
      quantiles[level] = MeasuredDistribution.Quantile(
        value: estimate.quantile(level.share),
        dayInterval: DayResampling(days: places.count).interval { table.quantile(level.share, times: $0) })
    }
    return MeasuredDistribution(count: count, censored: censored, quantiles: quantiles)
  }
}

/// How many values of each day end in each of few bins: enough to draw days again and again quickly.
private struct DayTable {
  /// The bins: where there are no more different values, each has one of its own.
  private static let most = 128

  /// The largest value of each bin.
  private var ends: [Double] = []
  /// By day, then by bin: the values, and those that are not censored.
  private var counts: [Int32] = []
  private var events: [Int32] = []

  init(_ values: [(number: Float, day: Int, isCensored: Bool)], days: Int) {
    let numbers = values.map(\.number).sorted()
    var distinct: [Float] = []
    for number in numbers where distinct.last != number { distinct.append(number) }
    let edges =
      distinct.count <= DayTable.most
      ? distinct
      : (1...DayTable.most).map { numbers[numbers.count * $0 / DayTable.most - 1] }
    for edge in edges where ends.last != Double(edge) { ends.append(Double(edge)) }
    counts = [Int32](repeating: 0, count: days * ends.count)
    events = counts
    for value in values {
      let index = value.day * ends.count + bin(of: Double(value.number))
      counts[index] += 1
      if !value.isCensored { events[index] += 1 }
    }
  }

  private func bin(of number: Double) -> Int {
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The Kaplan–Meier quantile of the days drawn; nil where the data do not reach it.
  func quantile(_ share: Double, times: [Int]) -> Double? {
    var present = [Int32](repeating: 0, count: ends.count)
    var ending = present
    for (day, count) in times.enumerated() where count > 0 {
      let start = day * ends.count
      for bin in ends.indices {
        present[bin] += Int32(count) * counts[start + bin]
        ending[bin] += Int32(count) * events[start + bin]
      }
    }
    var (survival, left) = (1.0, Double(present.reduce(0, +)))
    for bin in ends.indices where present[bin] > 0 {
      survival *= 1 - Double(ending[bin]) / left
      left -= Double(present[bin])
      if survival <= 1 - share + 1e-9 { return ends[bin] }
    }
    return nil
  }
}
