import ArgumentParser
import FootfallExport
import FootfallPlanning
import FootfallWeb

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "How many people will come, by interval, from those who came.",
    discussion: """
      COUNTS.csv has the columns start and value, or start, series and value, or start and a column per series. Times \
      are ISO 8601 with offset; without offset they need --timezone and are a wall clock whose day always has 24 hours. \
      An empty cell is missing, which is not 0. From a database, people in over the entrance lines of each camera are \
      forecast.

      The forecast learns from up to 12 weeks before --origin and from nothing after it; 2 weeks are needed. low to high \
      holds 80 % of counts, as past forecasts of the same series were wrong. Holidays are what --calendar says: a list of \
      date, label and, for an event, the factor by which more people come. Methods and limits: docs/planning.md.

      Example:
        footfall forecast counts.csv --timezone Europe/London --horizon 14d --calendar holidays.yaml > forecast.json
      """)

  @Argument(help: ArgumentHelp("The counts as CSV.", valueName: "counts.csv"))
  var counts: String?

  @Option(help: ArgumentHelp("Take the counts from this database instead.", valueName: "file"))
  var db: String?

  @Option(help: ArgumentHelp("The store, where the database holds several.", valueName: "id"))
  var store: String?

  @Option(
    help: ArgumentHelp(
      "The length of an interval of a database: minutes that divide an hour. Default: 15m.",
      valueName: "duration"),
    transform: DurationArgument.init(parsing:))
  var interval: DurationArgument?

  @Option(help: ArgumentHelp("The IANA zone of the counts' clock.", valueName: "zone"))
  var timezone: String?

  @Option(help: ArgumentHelp("Forecast this series only; may be repeated.", valueName: "id"))
  var series: [String] = []

  @Option(
    help: ArgumentHelp("How far to forecast, by the clock.", valueName: "duration"),
    transform: DurationArgument.init(parsing:))
  var horizon = DurationArgument.twoWeeks

  @Option(
    help: ArgumentHelp(
      "Forecast from this time on, from what was before it. Default: after the last count.", valueName: "time"
    ))
  var origin: String?

  @Option(help: ArgumentHelp("Holidays and events as YAML.", valueName: "file"))
  var calendar: String?

  @Option(help: "The form of the output.")
  var format = ExportOptions.Format.json

  @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var out: String?

  @OptionGroup var log: LogOptions

  func validate() throws {
    if (counts == nil) == (db == nil) {
      throw ValidationError("a file COUNTS.csv or a database with --db is needed, and not both")
    }
    if db == nil, store != nil || interval != nil {
      throw ValidationError("--store and --interval belong to --db; a file has its own interval")
    }
    if db != nil, timezone != nil {
      throw ValidationError("--timezone belongs to a file; a database has its own")
    }
  }

  func run() throws {
    let days = try calendar.map { try CalendarFile.read($0) } ?? SpecialDays([])
    let run = ForecastRun(table: try wanted(table()), days: days, log: log.logger)
    let document = try run.document(origin: origin, horizon: horizon)
    try ResultFile.write(format == .json ? document.json() : document.csv(), to: out)
  }

  private func table() throws -> CountTable {
    if let db { return try CountDatabase.read(db, store: store, interval: interval ?? .quarterOfAnHour) }
    return try CountFile.read(counts ?? "", zone: zone(), now: SystemTime.milliseconds())
  }

  private func zone() throws -> StoreClock? {
    guard let timezone else { return nil }
    guard TimeZoneName.zone(named: timezone) != nil, let clock = StoreClock(timeZone: timezone) else {
      let near = TimeZoneName.suggestion(for: timezone).map { "; did you mean '\($0)'?" } ?? ";"
      throw CommandError(
        "--timezone is \(timezone)\(near) allowed: a name of the tz database like Europe/London", .usage)
    }
    return clock
  }

  private func wanted(_ table: CountTable) throws -> CountTable {
    if series.isEmpty { return table }
    let known = table.series.map(\.id)
    if let stranger = series.first(where: { !known.contains($0) }) {
      throw CommandError(
        "--series is \(stranger)\(NearestName.hint(for: stranger, among: known)) \(table.path) has "
          + SceneParser.listed(known), .usage)
    }
    var table = table
    table.series.removeAll { !series.contains($0.id) }
    return table
  }
}
