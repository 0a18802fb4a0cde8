import ArgumentParser

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print traffic, visits or events from a database.",
    discussion: """
      The database is what analyze --db or serve writes. Only the current analysis of each recording is exported. \
      The formats are described in the folder schemas/.

      Example:
        footfall export traffic --db footfall.db --from 2026-03-02 --to 2026-03-09 --interval 15m --format csv
      """,
    subcommands: [ExportTrafficCommand.self, ExportVisitsCommand.self, ExportEventsCommand.self])
}
