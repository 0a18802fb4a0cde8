import FootfallCore
import FootfallExport

/// Who came in at all entrances of a store, interval by interval.
struct VisitorCount {
  private let cameras: Int
  private var rest: ArraySlice<TrafficMinute>

  /// - Parameter minutes: in any order; those of cameras without an entrance do not count.
  init(_ minutes: [TrafficMinute]) {
    let entrances = minutes.filter { $0.trafficIn != nil }.sorted {
      $0.startMilliseconds < $1.startMilliseconds
    }
    cameras = Set(entrances.map(\.camera)).count
    rest = entrances[...]
  }

  /// The people who came in in an interval, nil where nothing was observed, and the share of it that was, over all entrances.
  /// - Parameter range: begins where the one before ended, or later.
  mutating func next(in range: Range<Int64>) -> (visits: Int?, coverage: Double) {
    rest = rest.drop { $0.startMilliseconds < range.lowerBound }
    let minutes = rest.prefix { $0.startMilliseconds < range.upperBound }
    let observed = minutes.reduce(0) { $0 + $1.observed.inSeconds }
    guard observed > 0 else { return (nil, 0) }
    let seconds = Double(range.upperBound - range.lowerBound) / 1000 * Double(cameras)
    return (minutes.reduce(0) { $0 + ($1.trafficIn ?? 0) }, min(1, observed / seconds))
  }
}
