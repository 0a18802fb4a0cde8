import ArgumentParser

/// What the feeds have in common on the command line.
struct ExportOptions: ParsableArguments {
  /// The form of the output.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json
    case csv
  }

  @Option(help: ArgumentHelp("The database.", valueName: "file"))
  var db: String

  @Option(
    help: ArgumentHelp(
      "From this time on: ISO 8601, without offset in the store's local time. Default: all.",
      valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("Up to this time, which is left out. Default: all.", valueName: "time"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      """
      The length of an interval of traffic: whole minutes that divide a day, as in 15m, 1h, 1d; visits and events \
      have none.
      """, valueName: "duration"),
    transform: DurationArgument.init(parsing:))
  var interval = DurationArgument.quarterOfAnHour

  @Option(help: ArgumentHelp("One camera only.", valueName: "id"))
  var camera: String?

  @Option(help: ArgumentHelp("The store, where the database holds several.", valueName: "id"))
  var store: String?

  @Option(help: "The form of the output.")
  var format = Format.json

  @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var out: String?

  @OptionGroup var log: LogOptions
}
