import ArgumentParser

struct HeatmapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heatmap",
    abstract: "Map where people spent their time, by hour or day, or compare two periods.",
    discussion: """
      The database is what analyze --db or serve writes. Time is mapped on the floor plan where the scene gives a floor, else on \
      the picture.

      Example:
        footfall heatmap --db footfall.db --camera door --by hour --out maps
        footfall heatmap compare --db footfall.db --camera door --before 2026-03-02/2026-03-16 \
      --after 2026-03-16/2026-03-30 --out difference
      """,
    subcommands: [HeatmapMapsCommand.self, HeatmapCompareCommand.self],
    defaultSubcommand: HeatmapMapsCommand.self)
}

/// What the commands of heatmaps have in common.
struct HeatmapOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The database.", valueName: "file"))
  var db: String

  @Option(help: ArgumentHelp("One camera only. Default: all.", valueName: "id"))
  var camera: String?

  @Option(help: ArgumentHelp("The store, where the database holds several.", valueName: "id"))
  var store: String?

  @Option(help: ArgumentHelp("Where the maps go; made if absent.", valueName: "dir"))
  var out: String

  @OptionGroup var log: LogOptions

  func validate() throws {
    if out.isEmpty { throw ValidationError("--out '': expected the path of a folder") }
  }

  /// The database and the time wanted; nil is all there is.
  func source(
    from: String?, to: String?, period: (from: String, to: String) = ("--from", "--to")
  ) throws -> ExportSource {
    try ExportSource(
      db: db, store: store, camera: camera, from: from, to: to, logger: log.logger, period: period)
  }
}
