import ArgumentParser
import FootfallAnalytics
import FootfallCore
import FootfallExport
import Foundation

struct AdviseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advise",
    abstract: "Say what is wrong with lines and zones before anybody counts, and propose better lines.",
    discussion: """
      Looks at a recording as analyze does, follows everybody in it, and judges each line and zone of the scene by how \
      they walk: whether a line can fire at all, is met at a flat angle, is too short, lies where feet are cut off or \
      people appear and vanish, or has people lingering on it. For a line that something is wrong with, and for a \
      camera without one, a better line is looked for and printed ready to paste into the scene file; who went in \
      goes in.

      A SOURCE is what analyze takes. The exit status is 0 with findings, too; --json prints footfall.advice/1.

      Example:
        footfall advise door.mp4 --scene store.yaml --seconds 600
      """)

  @Argument(help: ArgumentHelp("Footage, or CAMERA=PATH.", valueName: "source"))
  var sources: [String] = []

  @Option(help: ArgumentHelp("The scene file with lines and zones.", valueName: "file"))
  var scene: String

  @Option(
    help: ArgumentHelp(
      "Look at the first N seconds of each camera only; without: at everything.", valueName: "n"),
    transform: { argument in
      guard let seconds = Double(argument), seconds > 0, seconds <= 366 * 86_400 else {
        throw ValidationError("allowed: a number of seconds greater than 0, as in 600")
      }
      return seconds
    })
  var seconds: Double?

  @OptionGroup var detector: DetectorOptions

  @OptionGroup var given: DetectionsOption

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var log: LogOptions

  func run() throws {
    Interrupt.install()
    let sceneFile = try SceneFile(contentsOfFile: scene)
    let assignments = try SourceAssignment.assignments(sources, scene: sceneFile)
    let advised = try AdviseRun(command: self, scene: sceneFile, assignments: assignments).run()
    guard json else {
      return try StandardOutput.write(
        [UInt8](advised.map { AdviceText($0).text }.joined(separator: "\n").utf8))
    }
    let cameras = advised.map { camera in
      AdviceDocument.Camera(camera.advice, source: camera.source, yaml: camera.yaml)
    }
    try StandardOutput.write(
      json: AdviceDocument(cameras: cameras, generatorVersion: Generator.version))
  }
}

/// The advice for one camera, with what it takes to write it down.
struct AdvisedCamera {
  var advice: CameraAdvice
  /// What was looked at, without passwords.
  var source: String
  /// What the scene file counts in.
  var units: SceneFile.Units

  /// A line as the scene file holds it.
  func yaml(_ line: CountingLine) -> String { line.yaml(in: units, of: advice.size) }
}
