import ArgumentParser
import FootfallCore
import FootfallExport
import FootfallStore

struct ExportEventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Crossings, entries and exits, one by one.",
    discussion: """
      The events of the time wanted, ordered by time, with the ids and keys of events.jsonl. Schema \
      footfall.events/1.

      Example:
        footfall export events --db footfall.db --from 2026-03-02T09:00 --to 2026-03-02T18:00
      """)

  @OptionGroup var options: ExportOptions

  func run() throws {
    let source = try ExportSource(options)
    let entries = try source.database.events(of: source.query()).map(EventFeed.Entry.init)
    let feed = EventFeed(header: source.header, entries: entries)
    try options.write(json: feed.json, csv: feed.csv)
  }
}

extension EventFeed.Entry {
  init(_ event: StoredEvent) {
    let detail: Detail =
      switch event.detail {
      case .crossing(let line, let direction): .crossing(line: line, direction: direction)
      case .zoneEnter(let zone): .zoneEnter(zone: zone)
      case .zoneExit(let zone, let enter, _, let end):
        .zoneExit(zone: zone, dwell: event.time - enter, end: end)
      }
    self.init(
      id: event.id, camera: event.camera, milliseconds: event.milliseconds, time: event.time,
      frame: event.frame, track: event.track, detail: detail)
  }
}
