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
    let levels = MeasuredDistribution.Level.allCases
    let intervals = DayResampling(days: places.count).intervals(count: levels.count) { times in
      table.quantiles(levels.map(\.share), times: times)
    }
    let quantiles = zip(levels, intervals).map { level, interval in
      (level, MeasuredDistribution.Quantile(value: estimate.quantile(level.share), dayInterval: interval))
    }
    return MeasuredDistribution(
      count: count, censored: censored, quantiles: Dictionary(uniqueKeysWithValues: quantiles))
  }
}

/// How many values of each day end in each of few bins: enough to draw days again and again quickly.
private struct DayTable {
  /// The bins: where there are no more different values, each has one of its own.
  private static let most = 128

  /// The largest value of each bin.
  private var ends: [Double] = []
  /// Whether all values of each bin are equal.
  private let isExact: Bool
  /// How many vectors of bins a day has.
  private var width = 0
  /// By day, then by bin: the values, and those that are not censored.
  ///
  /// They are whole numbers that floats hold exactly.
  private var counts: [SIMD16<Float>] = []
  private var events: [SIMD16<Float>] = []

  init(_ values: [(number: Float, day: Int, isCensored: Bool)], days: Int) {
    let numbers = values.map(\.number).sorted()
    var distinct: [Float] = []
    for number in numbers where distinct.last != number { distinct.append(number) }
    isExact = distinct.count <= DayTable.most
    let edges =
      isExact
      ? distinct
      : (1...DayTable.most).map { numbers[numbers.count * $0 / DayTable.most - 1] }
    for edge in edges where ends.last != Double(edge) { ends.append(Double(edge)) }
    width = (ends.count + 15) / 16
    counts = [SIMD16<Float>](repeating: .zero, count: days * width)
    events = counts
    for value in values {
      let bin = bin(of: Double(value.number))
      let index = value.day * width + bin / 16
      counts[index][bin % 16] += 1
      if !value.isCensored { events[index][bin % 16] += 1 }
    }
  }

  /// Where in a bin the survival falls to `target`: its end where all its values are equal, else as if they were spread
  /// evenly.
  private func place(of target: Double, in bin: Int, from before: Double, to after: Double) -> Double {
    guard !isExact, bin > 0, before > after else { return ends[bin] }
    return ends[bin - 1] + (ends[bin] - ends[bin - 1]) * (before - target) / (before - after)
  }

  private func bin(of number: Double) -> Int {
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The Kaplan–Meier quantiles of the days drawn, by rising share; nil where the data do not reach one.
  func quantiles(_ shares: [Double], times: [Int]) -> [Double?] {
    var present = [SIMD16<Float>](repeating: .zero, count: width)
    var ending = present
    for (day, count) in times.enumerated() where count > 0 {
      let weight = Float(count)
      for place in 0..<width {
        present[place] += weight * counts[day * width + place]
        ending[place] += weight * events[day * width + place]
      }
    }
    var quantiles: [Double?] = []
    var (survival, left) = (1.0, present.reduce(0) { $0 + Double($1.sum()) })
    for bin in ends.indices {
      let here = Double(present[bin / 16][bin % 16])
      guard here > 0 else { continue }
      let before = survival
      survival *= 1 - Double(ending[bin / 16][bin % 16]) / left
      left -= here
      while quantiles.count < shares.count, survival <= 1 - shares[quantiles.count] + 1e-9 {
        quantiles.append(place(of: 1 - shares[quantiles.count], in: bin, from: before, to: survival))
      }
    }
    return quantiles + [Double?](repeating: nil, count: shares.count - quantiles.count)
  }
}
