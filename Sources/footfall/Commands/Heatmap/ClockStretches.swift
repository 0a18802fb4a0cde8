import FootfallExport

/// Time cut into stretches of the store's clock, each with the name of the map that it belongs to.
struct ClockStretches {
  /// The names, each once, in order.
  let labels: [String]
  /// The beginnings of the stretches and the end of the last one, in milliseconds since 1970 UTC.
  private let boundaries: [Int64]
  /// The name of each stretch, as an index into `labels`.
  private let labelOfStretch: [Int]

  /// Cuts a range of time, in milliseconds since 1970 UTC.
  /// - Throws: ``CommandError`` where the time zone is unknown here.
  init(_ range: Range<Int64>, by division: HeatmapMapsCommand.Division, timeZone: String) throws {
    guard let intervals = LocalIntervals(minutes: division == .hour ? 60 : 1440, timeZone: timeZone),
      let boundaries = intervals.boundaries(covering: range),
      let clock = WallClock(startMilliseconds: 0, timeZone: timeZone)
    else { throw CommandError.unknownTimeZone(timeZone) }
    let names = boundaries.dropLast().map { start in
      // 2026-03-02T09:00:00.000+00:00
      let text = clock.iso8601(atMilliseconds: start)
      return String(division == .day ? text.prefix(10) : text.dropFirst(11).prefix(2))
    }
    let labels = Set(names).sorted()
    self.labels = labels
    self.boundaries = boundaries
    labelOfStretch = names.compactMap { labels.firstIndex(of: $0) }
  }

  /// Intervals that each have a map of their own, named by when they begin; `boundaries` are their beginnings and the end
  /// of the last one.
  init(intervals boundaries: [Int64]) {
    labels = boundaries.dropLast().map(String.init)
    self.boundaries = boundaries
    labelOfStretch = Array(labels.indices)
  }

  /// One stretch.
  init(whole range: Range<Int64>) {
    labels = ["all"]
    boundaries = [range.lowerBound, range.upperBound]
    labelOfStretch = [0]
  }

  /// The stretch that holds an instant, at or after `hint`; nil where none does.
  func stretch(at milliseconds: Int64, from hint: Int) -> Int? {
    var stretch = hint
    while stretch + 1 < boundaries.count, boundaries[stretch + 1] <= milliseconds { stretch += 1 }
    guard stretch + 1 < boundaries.count, boundaries[stretch] <= milliseconds else { return nil }
    return stretch
  }

  /// The index in ``labels`` of a stretch's name.
  func label(of stretch: Int) -> Int { labelOfStretch[stretch] }
}
