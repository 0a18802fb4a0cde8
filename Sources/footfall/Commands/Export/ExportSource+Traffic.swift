import FootfallExport
import FootfallStore

extension ExportSource {
  /// More rows than this are taken as a slip: a recording dated 1970 beside one of today.
  private static let rowLimit = 1_000_000

  /// Traffic of the time wanted by interval and camera.
  /// - Parameter scene: the scene file with the store's hours, with which occupancy is that of the store; nil for that of
  ///   each camera.
  /// - Throws: ``CommandError`` where the interval does not divide a day or there would be too many, or an error of the
  ///   store.
  func trafficFeed(every interval: DurationArgument, scene: String? = nil) throws -> TrafficFeed {
    let intervals = try intervals(of: interval)
    let limit = ExportSource.rowLimit / max(1, cameras.count)
    guard let boundaries = intervals.boundaries(covering: span, limit: limit) else {
      throw CommandError(
        "the time wanted has more than \(limit) intervals; give --from and --to, or a longer --interval",
        .usage)
    }
    let presence: TrafficFeed.Presence =
      if let scene, let first = boundaries.first, let last = boundaries.last {
        .inStore(try StoredOccupancy.estimate(self, first..<last, scene: scene))
      } else { .inView }
    return TrafficFeed(
      header: header, cameras: cameras, intervals: intervals, boundaries: boundaries,
      counts: try counts(boundaries), presence: presence)
  }

  private func intervals(of interval: DurationArgument) throws -> LocalIntervals {
    let seconds = interval.duration.components.seconds
    guard seconds % 60 == 0,
      let intervals = LocalIntervals(minutes: Int(seconds / 60), timeZone: summary.timeZone)
    else {
      throw CommandError(
        "--interval is \(interval); allowed: whole minutes that divide a day, as 1m, 15m, 1h, 6h or 1d",
        .usage)
    }
    return intervals
  }

  private func counts(_ boundaries: [Int64]) throws -> [TrafficMinute] {
    guard let first = boundaries.first, let last = boundaries.last else { return [] }
    return try database.minutes(of: query(first..<last)).map { TrafficMinute($0) }
  }
}
