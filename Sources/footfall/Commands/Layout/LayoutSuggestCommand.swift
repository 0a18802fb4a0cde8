import ArgumentParser
import FootfallExport
import FootfallLayout

struct LayoutSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Suggest where scenes could stand, so that what belongs together is met together.",
    discussion: """
      Three placements by falling value of a model, with what they assume and what to measure next; never a promise of \
      sales. Up to \(AssignmentSearch.provedPlaces) zones it is proved that the model has no better ones. The file is \
      described in docs/layout-experiments.md.

      Example:
        footfall layout suggest suggestion.yaml --json
      """)

  @Argument(help: ArgumentHelp("Zones, scenes and what belongs together.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("How many placements.", valueName: "number"))
  var alternatives = 3

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
  }

  func run() throws {
    let suggestion = try SuggestionFile(contentsOf: file)
    let document: SuggestionDocument
    do throws(LayoutProblem.Fault) {
      let (placements, isProved) = try suggestion.problem.suggested(alternatives, seed: seed)
      document = SuggestionDocument(
        suggestion.problem, placements: placements, isProved: isProved, hasExposures: suggestion.hasExposures)
    } catch {
      throw CommandError("cannot place the scenes of \(file): \(error.explanation)", .badData)
    }
    try ExperimentOutput.write(
      document, text: document.text, named: "suggestion.json", json: json, out: out)
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
