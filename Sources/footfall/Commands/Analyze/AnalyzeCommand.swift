public import ArgumentParser
import FootfallCore
import FootfallExport
public import FootfallPipeline
public import FootfallVision
import Foundation

extension TrackingMode: ExpressibleByArgument {}
extension EngineChoice: ExpressibleByArgument {}
extension Precision: ExpressibleByArgument {}

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Count, time and map the people in recorded footage.",
    discussion: """
      A SOURCE is a video file, a picture, an image sequence (frames/%06d.jpg) or CAMERA=PATH where the scene has \
      several cameras. Several sources of one camera that follow each other in time are one recording. Without a \
      SOURCE those of the scene file are analysed.

      DIR receives report.json, report.html, events.jsonl and, for each camera, tracks-CAMERA.txt, \
      heatmap-CAMERA.png and heatmap-CAMERA.csv; of cameras with a floor in the scene, floor-CAMERA.png and .csv too, \
      and floor.png and .csv of all of these together. A run that fails leaves nothing there.

      Example:
        footfall analyze door.mp4 --scene store.yaml --out results
      """)

  @Argument(help: ArgumentHelp("Footage, or CAMERA=PATH.", valueName: "source"))
  var sources: [String] = []

  @Option(
    help: ArgumentHelp(
      "The scene file with lines and zones; none: people and heatmap only.", valueName: "file"))
  var scene: String?

  @Option(help: ArgumentHelp("Where the results go; made if absent.", valueName: "dir"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "When the first frame was taken, ISO 8601; without: as the container says, else 1970.",
      valueName: "time"))
  var start: String?

  @OptionGroup var detector: DetectorOptions

  @Flag(
    help: """
      Detect in every frame. Without: 5 times a second, less where nothing moves, more where people are new, fast or \
      missed.
      """)
  var everyFrame = false

  @Option(help: "online decides each frame when it is seen; two-pass looks ahead and fills holes in tracks.")
  var tracking = TrackingMode.twoPass

  @OptionGroup var given: DetectionsOption

  @Flag(
    help: "Detect in every frame and write detections-CAMERA.txt too, in the form that --detections reads.")
  var writeDetections = false

  @Option(
    help: ArgumentHelp("Length of the intervals of the series: 30s, 15m, 1h.", valueName: "duration"),
    transform: DurationArgument.init(parsing:))
  var interval = DurationArgument.quarterOfAnHour

  @Option(
    help: ArgumentHelp(
      """
      What evaluate counts --json says of footage of these lines, counted with the same options: the series gets an \
      interval around every count.
      """, valueName: "file"))
  var audit: String?

  @Option(help: ArgumentHelp("Also store the results in this database; made if absent.", valueName: "file"))
  var db: String?

  @Flag(help: "In the database, let this recording take the place of others that cover the same time.")
  var replace = false

  /// How often the detector looks.
  ///
  /// A list of detections with holes could be neither evaluated nor read again: it is made of every frame.
  var rate: DetectionRate {
    if everyFrame || writeDetections { return .everyFrame }
    return tracking == .online ? .live : .recorded
  }

  func validate() throws {
    if out.isEmpty { throw ValidationError("--out '': expected the path of a folder") }
  }

  @OptionGroup var log: LogOptions

  func run() throws {
    Interrupt.install()
    let sceneFile = try scene.map { try SceneFile(contentsOfFile: $0) } ?? SceneFile.withoutLinesAndZones
    let assignments = try SourceAssignment.assignments(sources, scene: sceneFile)
    try AnalysisRun(command: self, scene: sceneFile, assignments: assignments).run()
  }
}
