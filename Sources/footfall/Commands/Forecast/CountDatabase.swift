import FootfallCore
import FootfallExport
import FootfallStore

/// Reads counts from a database: people in over entrance lines, a series for each camera.
enum CountDatabase {
  /// An interval of which less was seen is missing.
  private static let leastCoverage = 0.5

  /// The counts of a store.
  ///
  /// What was counted in the part of an interval that was seen stands for the whole: it is divided by the coverage.
  /// - Parameters:
  ///   - path: the database.
  ///   - store: the store's id, where there are several.
  ///   - interval: divides an hour.
  /// - Throws: ``CommandError``, or an error of the store.
  static func read(_ path: String, store: String?, interval: DurationArgument) throws -> CountTable {
    let minutes = interval.duration.components.seconds / 60
    guard minutes > 0, 60 % minutes == 0 else {
      throw CommandError(
        "--interval is \(interval); allowed: minutes that divide an hour, as 15m, 30m or 1h", .usage)
    }
    let source = try ExportSource(db: path, store: store)
    guard let clock = StoreClock(timeZone: source.summary.timeZone) else {
      throw CommandError.unknownTimeZone(source.summary.timeZone, "cannot read \(path)")
    }
    let intervals = try source.trafficFeed(every: interval).series
    let series = source.cameras.compactMap { camera -> CountSeries? in
      let own = intervals.filter { $0.camera == camera }
      guard own.contains(where: { $0.trafficIn != nil }) else { return nil }
      return CountSeries(
        id: camera,
        slots: own.map {
          let local = clock.time(atMilliseconds: $0.startMilliseconds).local
          return Int(local.milliseconds / 60_000 / minutes)
        }, values: own.map(count))
    }
    guard !series.isEmpty else {
      throw CommandError(
        "cannot forecast from \(path): no camera of store \(source.summary.id) has an entrance line; at least one is "
          + "needed", .badData)
    }
    return CountTable(path: path, clock: .zoned(clock), intervalMinutes: Int(minutes), series: series)
  }

  private static func count(_ interval: TrafficInterval) -> Double {
    guard let count = interval.trafficIn, interval.coverage >= leastCoverage else { return .nan }
    return Double(count) / interval.coverage
  }
}
