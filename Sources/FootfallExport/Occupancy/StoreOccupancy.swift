public import FootfallAnalytics
public import FootfallCore

/// How many people were in a store minute by minute, from the counts at all its doors and its hours.
///
/// Between two moments at which the store must be empty the estimate is that of ``OccupancySmoother``; of a day that is
/// not over, or not seen from its beginning, with the bias that ``FlowBalance`` knows from the days before. While the
/// store is closed, a minute without footage is one in which nobody came or went; while it is open, so many people are
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

  /// The people at one moment.
  public struct Moment: Sendable {
    /// When that is, in milliseconds since 1970 UTC.
    public var endMilliseconds: Int64
    /// How many people are inside.
    public var people: OccupancyEstimate
  }

  /// The longest hole in the open hours over which people are carried, in milliseconds.
  static let longestHole: Int64 = 30 * 60_000
  /// Minutes of which less was seen are holes.
  static let leastCoverage = 0.5

  /// The probability of the intervals.
  public let level: Double
  /// The people at the end of the last minute of which something is known.
  public let latest: Moment
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
  ///   - wanted: the time that is asked for, in milliseconds since 1970 UTC; the rest only tells of the bias.
  /// - Returns: nil where nothing says how many people were inside, or the time zone is unknown.
  public init?(
    cameras: [[StoreFlow]], looks: [Int64: Int] = [:], hours: OpeningHours, timeZone: String,
    errors: FlowErrors = .unaudited, level: Double = OccupancyEstimate.usualLevel,
    wanted: Range<Int64> = .min..<Int64.max
  ) {
    guard let week = StoreWeek(hours: hours, timeZone: timeZone) else { return nil }
    self.level = level
    let runs = StoreMinute.runs(of: StoreFlow.merged(cameras), looks: looks, week: week)
    var balance = FlowBalance(errors: errors)
    var known: [(start: Int64, people: OccupancyEstimate)] = []
    for stretch in runs.flatMap({ StoreMinute.stretches(of: $0, week: week) }) {
      let steps = stretch.steps
      let isWhole = stretch.startsEmpty && stretch.endsEmpty
      if stretch.overlaps(wanted) {
        let smoother = OccupancySmoother(errors: isWhole ? errors : balance.corrected, level: level)
        let estimates = smoother.estimates(
          of: steps, startsEmpty: stretch.startsEmpty, endsEmpty: stretch.endsEmpty)
        for (minute, estimate) in zip(stretch.minutes, estimates) where minute.flow != nil {
          if let estimate { known.append((minute.start, estimate)) }
        }
      }
      if isWhole { balance.take(steps) }
    }
    guard let last = known.last else { return nil }
    minutes = known
    latest = Moment(endMilliseconds: last.start + StoreMinute.length, people: last.people)
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
