import ArgumentParser
import FootfallExport

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
      "The scene file with the store's hours: occupancy is then that of the store.", valueName: "file"))
  var scene: String?

  func run() throws {
    let feed = try ExportSource(options).trafficFeed(every: options.interval, scene: scene)
    try options.write(json: feed.json, csv: feed.csv)
  }
}
