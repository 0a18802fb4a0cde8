import ArgumentParser
import FootfallExport
import FootfallLayout
import FootfallPipeline

struct LayoutSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Suggest where scenes could stand, so that what belongs together is met together.",
    discussion: """
      Three placements by falling value of a model, with what they assume and what to measure next; never a promise of \
      sales. Up to \(AssignmentSearch.provedPlaces) zones it is proved that the model has no better ones. What belongs \
      together is told by a file (docs/layout-experiments.md), or measured: then the goods of each zone of a scene may \
      stand in any of these zones, and those of other zones stay.

      Examples:
        footfall layout suggest suggestion.yaml --json
        footfall layout suggest --db footfall.db --scene store.yaml --pos sales.csv --fixed till --out results
      """)

  @Argument(help: ArgumentHelp("Zones, scenes and what belongs together.", valueName: "file"))
  var file: String?

  @OptionGroup var input: TripOptions

  @Option(
    help: ArgumentHelp(
      "With --db or --tracks: a zone whose goods stay; give it several times for several.", valueName: "zone")
  )
  var fixed: [String] = []

  @Option(
    help: ArgumentHelp(
      "With --db or --tracks: goods, by their zone of now, that may not stand in a zone: bread=back; several times "
        + "for several.", valueName: "zone=zone"), transform: ZonePair.init(parsing:))
  var forbid: [ZonePair] = []

  @Option(help: ArgumentHelp("How many placements.", valueName: "number"))
  var alternatives = 3

  @Option(help: ArgumentHelp("How long to search; then the best so far is told.", valueName: "seconds"))
  var timeLimit = 30.0

  @Option(help: ArgumentHelp("For the starts of the search.", valueName: "number"))
  var seed: UInt64 = 1

  @Flag(help: "Print JSON.")
  var json = false

  @Option(help: ArgumentHelp("Write JSON to that folder, too, made where it is missing.", valueName: "dir"))
  var out: String?

  @OptionGroup var log: LogOptions

  func validate() throws {
    guard (1...20).contains(alternatives) else {
      throw ValidationError("--alternatives is \(alternatives); allowed: 1 to 20")
    }
    try SearchOptions.check(timeLimit: timeLimit)
    guard (file == nil) == input.isGiven else {
      throw ValidationError("give either a file, or --db or --tracks and --scene")
    }
    if file != nil, !fixed.isEmpty || !forbid.isEmpty {
      throw ValidationError("--fixed and --forbid belong to --db and --tracks; a file says it itself")
    }
  }

  func run() throws {
    Interrupt.install()
    let (problem, hasExposures, notes) = try problem()
    let deadline = ContinuousClock.now + .seconds(timeLimit)
    let document: SuggestionDocument
    do throws(LayoutProblem.Fault) {
      let (placements, isProved) = try problem.suggested(alternatives, seed: seed) {
        Interrupt.flag.isCancelled || ContinuousClock.now >= deadline
      }
      document = SuggestionDocument(
        problem, placements: placements, isProved: isProved, hasExposures: hasExposures, notes: notes)
    } catch {
      throw CommandError("cannot place the scenes of \(file ?? source): \(error.explanation)", .badData)
    }
    if Interrupt.flag.isCancelled { throw CommandError("interrupted", .interrupted) }
    try ExperimentOutput.write(
      document, text: document.text, named: "suggestion.json", json: json, out: out)
  }

  private var source: String { input.db ?? input.tracks ?? "" }

  /// What is searched, whether exposures were measured, and what is to be known of it.
  private func problem() throws -> (LayoutProblem, hasExposures: Bool, notes: [String]) {
    if let file {
      let suggestion = try SuggestionFile(contentsOf: file)
      return (suggestion.problem, suggestion.hasExposures, [])
    }
    let (trips, measures, sales) = try input.measured(log)
    do throws(MeasuredProblem.Fault) {
      let measured = try MeasuredProblem(
        trips.tally, measures, sales: sales, fixed: Set(fixed),
        forbidden: forbid.map { ($0.first, $0.second) })
      let simulated = trips.isSimulated ? [ComparisonDocument.simulatedNote] : []
      return (measured.problem, measured.hasExposures, simulated + [Self.note])
    } catch {
      throw CommandError("cannot place the goods of \(source): \(error.explanation)", .badData)
    }
  }

  private static let note =
    "Goods are named after the zone where they stand now; what belongs together is the lower end of the lift's interval "
    + "less 1, of zones of one scene."
}

extension MeasuredProblem.Fault {
  /// One line.
  fileprivate var explanation: String {
    switch self {
    case .noScenes: "the scene file has no scenes; allowed: one or more, which tell what belongs together"
    case .tooManyZones(let zones):
      "the scenes have \(zones) zones; allowed: up to \(LayoutProblem.mostZones)"
    case .inNoScene(let zone):
      "zone '\(zone)' is in no scene; allowed: zones of scenes, as those of others stay"
    case .apart(let first, let second):
      "no camera shows both \(first) and \(second), nor tell floors how far apart they are; allowed: zones of one "
        + "camera, or cameras with a floor"
    }
  }
}

extension LayoutProblem.Fault {
  /// One line.
  fileprivate var explanation: String {
    switch self {
    case .moreScenesThanZones(let scenes, let zones):
      "there are \(scenes) scenes and \(zones) zones; allowed: no more scenes than zones"
    case .shortage(let scenes, let zones):
      "\(SceneParser.listed(scenes)) may stand in \(zones.isEmpty ? "no zone" : SceneParser.listed(zones)) alone; "
        + "allowed: as many zones as scenes"
    }
  }
}
