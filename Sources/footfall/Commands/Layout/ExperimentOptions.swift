import ArgumentParser
import FootfallExport
import FootfallLayout

/// What `layout compare` and `layout plan-test` read, and how they print.
struct ExperimentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Values by day: day,value or day,count,of, and if needed series, part, layout, geometry.",
      valueName: "file"))
  var values: String?

  @Option(
    help: ArgumentHelp(
      "Instead, a database: the share of visitors who entered each zone, a series for each.",
      valueName: "file"))
  var db: String?

  @Option(help: ArgumentHelp("Instead, tracks in metres, with the same series.", valueName: "file"))
  var tracks: String?

  @Option(help: ArgumentHelp("The scene file, for --db and --tracks.", valueName: "file"))
  var scene: String?

  @Option(
    help: ArgumentHelp(
      "When second 0 of the tracks was: ISO 8601, without offset in the store's local time.",
      valueName: "time"))
  var start: String?

  @Option(help: ArgumentHelp("The store, where the database holds several.", valueName: "id"))
  var store: String?

  @Option(help: ArgumentHelp("What is changed. Default: the only series.", valueName: "name"))
  var series: String?

  @Option(
    help: ArgumentHelp("A series that stays as it is; give it several times for several.", valueName: "name"))
  var control: [String] = []

  @Option(
    help: ArgumentHelp(
      "Whether layouts differ by a number or a factor: linear, logarithmic.", valueName: "scale"),
    transform: { text in
      guard let scale = Experiment.Scale(rawValue: text) else {
        throw ValidationError("allowed: linear, logarithmic")
      }
      return scale
    })
  var scale = Experiment.Scale.linear

  @Flag(help: "Print JSON.")
  var json = false

  @Option(help: ArgumentHelp("Write JSON to that folder, too, made where it is missing.", valueName: "dir"))
  var out: String?

  func validate() throws {
    guard [values, db, tracks].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("give one of --values, --db and --tracks")
    }
    if values != nil, scene != nil { throw ValidationError("--scene belongs to --db and --tracks") }
    if values == nil, scene == nil {
      throw ValidationError("\(db == nil ? "--tracks" : "--db") needs --scene, which belongs to it")
    }
    if db == nil, store != nil { throw ValidationError("--store belongs to --db") }
    if tracks == nil, start != nil { throw ValidationError("--start belongs to --tracks") }
    for (place, name) in control.enumerated() {
      if name == series {
        throw ValidationError("--control is '\(name)', which is --series; allowed: another series")
      }
      if control[..<place].contains(name) {
        throw ValidationError("--control is '\(name)' twice; allowed: once")
      }
    }
    if !control.isEmpty, series == nil {
      throw ValidationError("--control needs --series, which tells what is changed")
    }
  }

  /// Reads the values by day.
  /// - Throws: ``CommandError``, ``SceneError`` or an error of the store.
  func read(_ log: LogOptions) throws -> DailyValues {
    guard let scene else { return try DailyValues(contentsOf: values ?? "") }
    Interrupt.install()
    if let tracks { return try MeasuredDailyValues.read(tracks: tracks, scene: scene, start: start) }
    return try MeasuredDailyValues.read(
      ExportSource(db: db ?? "", store: store, logger: log.logger), scene: scene)
  }

  /// The rows of what is changed, and of each control.
  func rows(of file: DailyValues) throws -> (changed: [DailyValues.Row], controls: [[DailyValues.Row]]) {
    (try file.series(series), try control.map { try file.series($0) })
  }
}

extension ExperimentFault {
  /// How a command ends for it.
  func error(_ path: String) -> CommandError {
    if case .noLogarithm(let day, let value) = self {
      return CommandError(
        "cannot compare \(path): the value of \(ClockText.date(days: day)) is \(value); allowed on the logarithmic scale: "
          + "more than 0", .badData)
    }
    return CommandError("cannot compare \(path): \(self)", .badData)
  }
}
