public import FootfallAnalytics
public import FootfallCore

/// How many people were in a store minute by minute, from the counts at all its doors and its hours.
///
/// Between two moments at which the store must be empty the estimate is that of ``OccupancySmoother``. While the store
/// is closed, a minute without footage is one in which nobody came or went; while it is open, so many people are
/// supposed to have come and gone as at other times, and a longer hole cuts the day in two.
public struct StoreOccupancy: Sendable {
  /// The people in a stretch of time.
  public struct Summary: Hashable, Sendable {
    /// The time-weighted mean.
    public var mean: Double
    /// The lower end of the mean's interval.
    public var low: Double
    /// The upper end.
    public var high: Double
    /// The most at once.
    public var max: Int
  }

  /// The longest hole in the open hours over which people are carried, in milliseconds.
  static let longestHole: Int64 = 30 * 60_000
  /// Minutes of which less was seen are holes.
  static let leastCoverage = 0.5

  /// The probability of the intervals.
  public let level: Double
  /// The minutes of which something is known, in the order of time, and the people at the end of each.
  private let minutes: [(start: Int64, people: OccupancyEstimate)]

  /// Estimates the people inside.
  /// - Parameters:
  ///   - cameras: the flows of each camera with an entrance line.
  ///   - looks: how many people were seen at once in a zone that covers the store, by the beginning of the minute in
  ///     milliseconds since 1970 UTC.
  ///   - hours: when the store is open.
  ///   - timeZone: the IANA name of the store's time zone.
  ///   - errors: how often counts are wrong.
  ///   - level: the probability of the intervals.
  /// - Returns: nil where nothing says how many people were inside, or the time zone is unknown.
  public init?(
    cameras: [[StoreFlow]], looks: [Int64: Int] = [:], hours: OpeningHours, timeZone: String,
    errors: FlowErrors = .unaudited, level: Double = OccupancyEstimate.usualLevel
  ) {
    guard let week = StoreWeek(hours: hours, timeZone: timeZone) else { return nil }
    let smoother = OccupancySmoother(errors: errors, level: level)
    self.level = level
    let runs = StoreMinute.runs(of: StoreFlow.merged(cameras), looks: looks, week: week)
    minutes = runs.flatMap { StoreMinute.stretches(of: $0, week: week) }.flatMap { stretch in
      zip(stretch.minutes, smoother.estimates(of: stretch)).compactMap { minute, estimate in
        minute.flow == nil ? nil : estimate.map { (minute.start, $0) }
      }
    }
    if minutes.isEmpty { return nil }
  }

  /// The people in a range of time, in milliseconds since 1970 UTC; nil where nothing is known of it.
  ///
  /// Estimates of neighbouring minutes are wrong together, so that the mean of the ends is the end of the mean.
  /// - Complexity: O(log n + m) for n minutes, m of them in the range.
  public func summary(of range: Range<Int64>) -> Summary? {
    var (low, high) = (0, minutes.count)
    while low < high {
      let middle = (low + high) / 2
      if minutes[middle].start < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let people = minutes[low...].prefix { $0.start < range.upperBound }.map(\.people)
    guard let most = people.map(\.mean).max() else { return nil }
    func mean(_ value: (OccupancyEstimate) -> Double) -> Double {
      people.reduce(0) { $0 + value($1) } / Double(people.count)
    }
    return Summary(
      mean: mean(\.mean), low: mean(\.low), high: mean(\.high), max: Int(most.rounded()))
  }
}

extension OccupancySmoother {
  fileprivate func estimates(of stretch: StoreMinute.Stretch) -> [OccupancyEstimate?] {
    estimates(of: stretch.steps, startsEmpty: stretch.startsEmpty, endsEmpty: stretch.endsEmpty)
  }
}
