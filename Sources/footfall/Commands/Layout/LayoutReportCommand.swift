import ArgumentParser
import FootfallExport
import FootfallLayout

struct LayoutReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Measure zones, ways and scenes.",
    discussion: """
      Trips come from a database that analyze or serve has written, or from tracks in metres: a CSV file with the columns \
      id, seconds, xMetres, yMetres and, if people of the staff are marked, staff; its zones are those of floorPlan in the \
      scene file, or those of cameras with a floor. DIR receives layout.json, a page in English and in Chinese \
      (layout.html, layout.zh.html) and layout-zones.csv, layout-moves.csv and layout-pairs.csv.

      Counts of fewer than ten people are withheld, and so is what they could be computed from.

      Examples:
        footfall layout report --db footfall.db --scene store.yaml --out layout
        footfall layout report --tracks tracks.csv --start 2026-03-02T08:00 --scene store.yaml --pos sales.csv --out layout
      """)

  @Option(help: ArgumentHelp("The database.", valueName: "file"))
  var db: String?

  @Option(help: ArgumentHelp("Tracks in metres, in order of time or track by track.", valueName: "file"))
  var tracks: String?

  @Option(help: ArgumentHelp("The scene file.", valueName: "file"))
  var scene: String

  @Option(help: ArgumentHelp("The folder for the results, made where it is missing.", valueName: "dir"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "Sales as CSV: receipt,time,zone,units,amount, or start,zone,lines,units,amount. They are joined to visits by "
        + "zone and day alone.", valueName: "file"))
  var pos: String?

  @Option(
    help: ArgumentHelp(
      "When second 0 of the tracks was: ISO 8601, without offset in the store's local time.",
      valueName: "time"))
  var start: String?

  @Option(
    help: ArgumentHelp(
      "A longer time between two positions of a track breaks it.", valueName: "duration"),
    transform: DurationArgument.init(parsing:))
  var gap: DurationArgument?

  @Option(
    help: ArgumentHelp(
      "From this time on: ISO 8601, without offset in the store's local time. Default: all.",
      valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("Up to this time, which is left out. Default: all.", valueName: "time"))
  var to: String?

  @Option(help: ArgumentHelp("The store, where the database holds several.", valueName: "id"))
  var store: String?

  @OptionGroup var log: LogOptions

  func validate() throws {
    if (db == nil) == (tracks == nil) { throw ValidationError("give either --db or --tracks") }
    if db != nil, start != nil || gap != nil {
      throw ValidationError("--start and --gap belong to --tracks; a database knows its times")
    }
    if tracks != nil, store != nil { throw ValidationError("--store belongs to --db") }
  }

  func run() throws {
    Interrupt.install()
    let trips: LayoutTrips
    if let tracks {
      trips = try LayoutTrips(
        tracks: tracks, scene: scene, start: start, gap: gap?.duration, from: from, to: to)
    } else if let db {
      trips = try LayoutTrips(
        source: ExportSource(db: db, store: store, from: from, to: to, logger: log.logger), scene: scene)
    } else {
      return
    }
    let report = try report(of: trips)
    for warning in report.warnings { Warning.print(warning.text(.english)) }
    try write(report)
  }

  private func report(of trips: LayoutTrips) throws -> LayoutReport {
    let sales = try pos.map { path in
      try SalesFile.read(
        path, clock: trips.clock, zones: trips.tally.plan.zones.map(\.id), days: trips.isWanted)
    }
    return LayoutReport(
      store: trips.store, timeZone: trips.clock.timeZone, generatorVersion: Generator.version,
      source: tracks == nil ? .database : .tracks,
      measures: LayoutMeasures(trips.tally, openHours: trips.openHours, sales: sales),
      densities: trips.densities)
  }

  private func write(_ report: LayoutReport) throws {
    let folder = try OutputFolder(at: out)
    try folder.write(LayoutDocument(report).encoded(), named: "layout.json")
    for language in LayoutLanguage.allCases {
      try folder.write(LayoutPage(report, language).encoded(), named: language.pageName)
    }
    try folder.write(LayoutTables.zones(report.measures), named: "layout-zones.csv")
    try folder.write(LayoutTables.moves(report.measures), named: "layout-moves.csv")
    try folder.write(LayoutTables.pairs(report.measures), named: "layout-pairs.csv")
    try folder.publish()
  }
}
