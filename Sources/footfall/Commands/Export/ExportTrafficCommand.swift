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

      Example:
        footfall export traffic --db footfall.db --from 2026-03-02 --to 2026-03-09 --interval 15m
      """)

  @OptionGroup var options: ExportOptions

  func run() throws {
    let feed = try ExportSource(options).trafficFeed(every: options.interval)
    try options.write(json: feed.json, csv: feed.csv)
  }
}
