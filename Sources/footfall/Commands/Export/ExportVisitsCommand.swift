import ArgumentParser
import FootfallExport
import FootfallStore

struct ExportVisitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visits",
    abstract: "Visits to zones, one by one.",
    discussion: """
      The visits that begin in the time wanted, ordered by entry; staff says whose they are. Schema footfall.visits/1.

      Example:
        footfall export visits --db footfall.db --from 2026-03-02T09:00 --format csv --out visits.csv
      """)

  @OptionGroup var options: ExportOptions

  func run() throws {
    let source = try ExportSource(options)
    let entries = try source.database.visits(of: source.query()).map { VisitFeed.Entry($0) }
    let feed = VisitFeed(header: source.header, entries: entries)
    try options.write(json: feed.json, csv: feed.csv)
  }
}

extension VisitFeed.Entry {
  init(_ visit: StoredVisit) {
    self.init(
      camera: visit.camera, visit: visit.visit, enterMilliseconds: visit.enterMilliseconds,
      exitMilliseconds: visit.exitMilliseconds, isStaff: visit.isStaff)
  }
}
