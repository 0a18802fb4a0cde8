internal import FootfallAnalytics
internal import FootfallCore

/// One position on the time axis of a page's charts: one interval of the series, or several that follow each other
/// where there are too many to be told apart.
struct ChartSlot {
  var start: MediaTime
  var end: MediaTime
  var coverage: Double
  /// Crossings by line; nil in a gap.
  var lines: [IntervalResult.LineTally]?
  /// Store traffic; nil in a gap or without an entrance.
  var traffic: IntervalResult.LineTally?
  /// People in view.
  var view: Occupancy
  /// People by zone.
  var zones: [Occupancy]

  /// Whether anything was seen.
  var isGap: Bool { lines == nil && view.mean == nil }
  /// Whether it was seen throughout, but for a frame or so.
  var isComplete: Bool { coverage > 0.98 }

  /// A stretch of which everything is known, without counts of people.
  init(start: MediaTime, end: MediaTime) {
    self.start = start
    self.end = end
    coverage = 1
    lines = []
    view = Occupancy(mean: nil, max: nil)
    zones = []
  }

  private init(_ interval: IntervalResult) {
    start = interval.start
    end = interval.end
    coverage = interval.coverage
    lines = interval.lines
    if let entries = interval.trafficIn, let exits = interval.trafficOut {
      traffic = IntervalResult.LineTally(entries: entries, exits: exits)
    }
    view = interval.occupancy
    zones = interval.zones
  }

  /// The slots for a series; more than `limit` intervals are joined, on the store's clock, until they fit.
  static func slots(for intervals: [IntervalResult], clock: WallClock, limit: Int = 240) -> [ChartSlot] {
    guard let first = intervals.first, intervals.count > limit else { return intervals.map(ChartSlot.init) }
    let length = (first.end - first.start).wholeNanoseconds / 1_000_000
    let factor = [2, 4, 8, 12, 24, 48, 96].first { intervals.count / $0 < limit } ?? intervals.count / limit
    var slots: [ChartSlot] = []
    var lastGroup: Int64?
    for interval in intervals {
      let local = clock.local(at: interval.start).milliseconds
      let group = local.flooredQuotient(by: length * Int64(factor))
      if group == lastGroup {
        slots[slots.count - 1].join(ChartSlot(interval))
      } else {
        slots.append(ChartSlot(interval))
      }
      lastGroup = group
    }
    return slots
  }

  private mutating func join(_ next: ChartSlot) {
    let weights = (seconds * coverage, next.seconds * next.coverage)
    coverage = (weights.0 + weights.1) / max(1e-9, seconds + next.seconds)
    end = next.end
    if let more = next.lines {
      lines = lines.map { zip($0, more).map { $0 + $1 } } ?? more
    }
    if let more = next.traffic { traffic = traffic.map { $0 + more } ?? more }
    view = view.joined(next.view, weights: weights)
    zones = zip(zones, next.zones).map { $0.joined($1, weights: weights) }
  }

  private var seconds: Double { (end - start).inSeconds }
}

extension IntervalResult.LineTally {
  fileprivate static func + (a: Self, b: Self) -> Self {
    Self(entries: a.entries + b.entries, exits: a.exits + b.exits)
  }
}

extension Occupancy {
  fileprivate func joined(_ next: Occupancy, weights: (Double, Double)) -> Occupancy {
    guard let mean, let nextMean = next.mean, weights.0 + weights.1 > 0 else {
      return self.mean == nil ? next : self
    }
    let joint = (mean * weights.0 + nextMean * weights.1) / (weights.0 + weights.1)
    return Occupancy(mean: joint, max: Swift.max(self.max ?? 0, next.max ?? 0))
  }
}
