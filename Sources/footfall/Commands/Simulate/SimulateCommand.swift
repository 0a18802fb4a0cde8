import ArgumentParser
import FootfallCore
import FootfallExport
import FootfallLayout

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Makes up a store and its people, of which everything is known.",
    discussion: """
      For tests and for trying the layout commands: simulated-tracks.csv, simulated-sales.csv, simulated-days.csv \
      (visitors of each zone by day, for layout compare), simulated-scene.yaml, and simulated-truth.json with what it was \
      made by; with --db also simulated.db, as if cameras had counted there; with --clip also a film from above, \
      simulated-clip.avi, with simulated-clip-boxes.txt, where everybody is in it. Every file says that it is simulated. The same \
      options make the same files.

      Examples:
        footfall simulate --days 56 --change-zone zone-3 --change-day 28 --change-factor 1.3 --out made-up
        footfall simulate --days 365 --visitors 4000 --zones 40 --cameras 10 --every 0 --db --out made-up
      """)

  @Option(help: ArgumentHelp("The folder for the files, made where it is missing.", valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp("How many days.", valueName: "number"))
  var days = 14

  @Option(help: ArgumentHelp("The first day.", valueName: "date"))
  var start = "2026-03-02"

  @Option(help: ArgumentHelp("Visitors on an average day.", valueName: "number"))
  var visitors = 200

  @Option(help: ArgumentHelp("Zones, 2 to 40; three of them are a scene.", valueName: "number"))
  var zones = 6

  @Option(help: ArgumentHelp("People who work there.", valueName: "number"))
  var staff = 2

  @Option(help: ArgumentHelp("The share of visitors who bring somebody.", valueName: "share"))
  var groupShare = 0.3

  @Option(help: ArgumentHelp("A zone that is gone to more or less often after a change.", valueName: "id"))
  var changeZone: String?

  @Option(help: ArgumentHelp("The day of the change, from 0.", valueName: "number"))
  var changeDay = 7

  @Option(help: ArgumentHelp("So many times as often.", valueName: "factor"))
  var changeFactor = 1.2

  @Option(help: ArgumentHelp("A position every so many seconds; 0 for no tracks.", valueName: "seconds"))
  var every = 1.0

  @Flag(help: "Write a database, too, as if cameras had counted there.")
  var db = false

  @Option(help: ArgumentHelp("Cameras above the store, 1 to half the zones.", valueName: "number"))
  var cameras = 1

  @Option(
    help: ArgumentHelp(
      "Film the first so many seconds of the first day from above, 1 to 600.", valueName: "seconds"))
  var clip: Int?

  @Option(help: ArgumentHelp("The same number makes the same store and people.", valueName: "number"))
  var seed: UInt64 = 1

  @OptionGroup var log: LogOptions

  func validate() throws {
    try check("--days", days, 1...3660)
    try check("--visitors", visitors, 1...100_000)
    try check("--zones", zones, 2...40)
    try check("--cameras", cameras, 1...(zones + 1) / 2)
    try check("--clip", clip ?? 1, 1...600)
    try check("--staff", staff, 0...100)
    try check("--change-day", changeDay, 0...(changeZone == nil ? 3660 : days - 1))
    guard (0...1).contains(groupShare) else {
      throw ValidationError("--group-share is \(groupShare); allowed: 0 to 1")
    }
    guard (0...10).contains(changeFactor) else {
      throw ValidationError("--change-factor is \(changeFactor); allowed: 0 to 10")
    }
    guard every == 0 || (0.1...60).contains(every) else {
      throw ValidationError("--every is \(every); allowed: 0, or 0.1 to 60")
    }
    guard ClockText.days(start) != nil else {
      throw ValidationError("--start is '\(start)'; allowed: a date like 2026-03-02")
    }
  }

  private func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws {
    guard range.contains(value) else {
      throw ValidationError("\(name) is \(value); allowed: \(range.lowerBound) to \(range.upperBound)")
    }
  }

  func run() throws {
    Interrupt.install()
    var generator = SplitMix64(seed: seed)
    let store = StoreModel(zones: zones, using: &generator)
    var settings = StoreSimulation.Settings()
    settings.visitorsPerDay = Double(visitors)
    settings.groupShare = groupShare
    settings.staff = staff
    let firstDay = ClockText.days(start) ?? 0
    let files = try SimulatedFiles(
      folder: OutputFolder(at: out), store: store, changed: try changed(store), settings: settings,
      firstDay: firstDay, days: days, seed: seed, every: every,
      cameras: SimulatedCamera.all(cameras, in: store), hasDatabase: db, clipSeconds: clip)
    try files.write()
  }

  private func changed(_ store: StoreModel) throws -> SimulatedFiles.Change? {
    guard let changeZone else { return nil }
    guard let zone = store.zones.firstIndex(where: { $0.id == changeZone }) else {
      throw CommandError(
        "--change-zone is '\(changeZone)'; allowed: \(SceneParser.listed(store.zones.map(\.id)))", .usage)
    }
    return SimulatedFiles.Change(
      day: changeDay, zone: zone, factor: changeFactor, store: store.changed(zone: zone, factor: changeFactor)
    )
  }
}
