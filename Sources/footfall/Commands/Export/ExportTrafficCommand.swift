import ArgumentParser
import FootfallExport
import FootfallStore

struct ExportTrafficCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "traffic",
    abstract: "People in, out and passing by, by interval and camera.",
    discussion: """
      Every camera has every interval from the first to the last; where nothing was seen, counts are null (empty in \
      CSV) and coverage is 0. Intervals are those of the store's clock, and whole: --from and --to are moved outward \
      to where intervals begin. Schema footfall.traffic/1.

      Occupancy is of the camera's view. With a scene file that has opening hours (hours:), cameras with an entrance \
      line show the people in the store instead, estimated from the counts at all entrances.

      Example:
        footfall export traffic --db footfall.db --from 2026-03-02 --to 2026-03-09 --interval 15m
      """)

  @OptionGroup var options: ExportOptions

  @Option(
    help: ArgumentHelp(
      "The length of an interval: whole minutes that divide a day, as in 15m, 1h, 1d.", valueName: "duration"),
    transform: DurationArgument.init(parsing:))
  var interval = DurationArgument.quarterOfAnHour

  @Option(
    help: ArgumentHelp(
      "The scene file with the store's hours: occupancy is then that of the store.", valueName: "file"))
  var scene: String?

  /// More rows than this are taken as a slip: a recording dated 1970 beside one of today.
  private static let rowLimit = 1_000_000

  func run() throws {
    let source = try ExportSource(options)
    let intervals = try intervals(of: source.summary.timeZone)
    let limit = ExportTrafficCommand.rowLimit / max(1, source.cameras.count)
    guard let boundaries = intervals.boundaries(covering: source.span, limit: limit) else {
      throw CommandError(
        "the time wanted has more than \(limit) intervals; give --from and --to, or a longer --interval",
        .usage)
    }
    let occupancy = try scene.flatMap { scene in
      try boundaries.first.flatMap { first in
        try StoredOccupancy.estimate(source, first..<(boundaries.last ?? first), scene: scene)
      }
    }
    let feed = TrafficFeed(
      header: source.header, cameras: source.cameras, intervals: intervals, boundaries: boundaries,
      counts: try counts(source, boundaries), occupancy: occupancy)
    try options.write(json: feed.json, csv: feed.csv)
  }

  private func intervals(of timeZone: String) throws -> LocalIntervals {
    let seconds = interval.duration.components.seconds
    guard seconds % 60 == 0, let intervals = LocalIntervals(minutes: Int(seconds / 60), timeZone: timeZone)
    else {
      throw CommandError(
        "--interval is \(interval); allowed: whole minutes that divide a day, as 1m, 15m, 1h, 6h or 1d",
        .usage)
    }
    return intervals
  }

  private func counts(_ source: ExportSource, _ boundaries: [Int64]) throws -> [TrafficMinute] {
    guard let first = boundaries.first, let last = boundaries.last else { return [] }
    return try source.database.minutes(of: source.query(first..<last)).map { TrafficMinute($0) }
  }
}
