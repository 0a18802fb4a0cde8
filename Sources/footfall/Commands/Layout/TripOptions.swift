import ArgumentParser
import FootfallLayout

/// Where the trips of a layout come from, and what was sold meanwhile.
struct TripOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The database.", valueName: "file"))
  var db: String?

  @Option(help: ArgumentHelp("Tracks in metres, in order of time or track by track.", valueName: "file"))
  var tracks: String?

  @Option(help: ArgumentHelp("The scene file.", valueName: "file"))
  var scene: String?

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

  /// Whether any of them is given.
  var isGiven: Bool {
    [db, tracks, scene, pos, start, from, to, store].contains { $0 != nil } || gap != nil
  }

  func validate() throws {
    guard isGiven else { return }
    if (db == nil) == (tracks == nil) { throw ValidationError("give either --db or --tracks") }
    if scene == nil { throw ValidationError("--scene is missing; allowed: the scene file of the store") }
    if db != nil, start != nil || gap != nil {
      throw ValidationError("--start and --gap belong to --tracks; a database knows its times")
    }
    if tracks != nil, store != nil { throw ValidationError("--store belongs to --db") }
  }

  /// Adds up the trips and measures.
  /// - Throws: ``CommandError``, ``SceneError`` or an error of the store.
  func measured(
    _ log: LogOptions
  ) throws -> (trips: LayoutTrips, measures: LayoutMeasures, sales: SalesLedger?) {
    Interrupt.install()
    let trips = try trips(log)
    let sales = try pos.map { path in
      try SalesFile.read(
        path, clock: trips.clock, zones: trips.tally.plan.zones.map(\.id), days: trips.isWanted)
    }
    return (trips, LayoutMeasures(trips.tally, openHours: trips.openHours, sales: sales), sales)
  }

  private func trips(_ log: LogOptions) throws -> LayoutTrips {
    let scene = scene ?? ""
    if let tracks {
      return try LayoutTrips(
        tracks: tracks, scene: scene, start: start, gap: gap?.duration, from: from, to: to)
    }
    return try LayoutTrips(
      source: ExportSource(db: db ?? "", store: store, from: from, to: to, logger: log.logger), scene: scene)
  }
}
