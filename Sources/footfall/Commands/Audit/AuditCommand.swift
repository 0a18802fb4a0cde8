import ArgumentParser
import FootfallCore
import FootfallEvaluation
import FootfallVision
import FootfallWeb
import Logging

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Mark true crossings while watching a recording: the truth for evaluate counts.",
    discussion: """
      Prints the address of a page that shows the recording with the lines of the scene, and serves it on this machine \
      alone until Ctrl-C. Keys: 1-9 choose the line, i in, o out, u undo, space plays, arrows step a frame.

      CROSSINGS.csv is written at every change; one that is there is gone on with. No picture is written to disk.

      Example:
        footfall audit door.mp4 --scene store.yaml --out crossings.csv
        footfall evaluate counts --truth crossings.csv --report results/report.json
      """)

  @Argument(help: ArgumentHelp("A recording, or CAMERA=PATH.", valueName: "source"))
  var source: String

  @Option(help: ArgumentHelp("The scene file with the lines.", valueName: "file"))
  var scene: String

  @Option(help: ArgumentHelp("The camera of the scene; needed where it has several.", valueName: "id"))
  var camera: String?

  @Option(help: ArgumentHelp("Where the crossings are kept.", valueName: "file"))
  var out = "crossings.csv"

  @Option(
    help: ArgumentHelp(
      "Where to serve the page: 127.0.0.1, localhost or [::1] with a port; port 0: a free one.",
      valueName: "host:port"),
    transform: { argument in
      guard let address = ListenAddress(argument) else {
        throw ValidationError("allowed: 127.0.0.1, localhost or [::1] with a port, as in 127.0.0.1:8080")
      }
      return address
    })
  var listen: ListenAddress = .anyFreePort

  @OptionGroup var log: LogOptions

  func run() async throws {
    let scene = try SceneFile(contentsOfFile: scene)
    let (id, path) = try subject(in: scene)
    let pictures = try RecordedPictures(opening: path)
    let info = pictures.info
    let watched = try scene.cameraScene(id: id, size: info.size)
    guard !watched.lines.isEmpty else {
      throw CommandError(
        "cannot audit: camera '\(id)' of \(scene.path) has no lines; at least one is needed", .badData)
    }
    let file = CrossingsFile(path: out)
    let desk = AuditDesk(
      subject: AuditSubject(
        scene: watched, source: SourceAddress.withoutCredentials(path), file: out, size: info.size,
        seconds: info.mediaDuration?.inSeconds, framesPerSecond: info.declaredFramesPerSecond),
      sheet: AuditSheet(try file.read()), pictures: pictures, save: { try file.write($0) })
    let server = AuditServer(desk: desk, address: listen, logger: log.logger)
    try await server.run { url in
      do {
        try StandardOutput.write([UInt8]((url + "\n").utf8))
      } catch {
        // Nobody can open a page whose address isn't known.
        Footfall.end(with: error)
      }
      StandardError.write("footfall: open this address in a browser; Ctrl-C ends the audit\n")
    }
  }

  private func subject(in scene: SceneFile) throws -> (camera: String, path: String) {
    if let camera { return (try scene.camera(id: camera).id.value, source) }
    let assignment = try SourceAssignment.assignments([source], scene: scene)[0]
    return (assignment.camera, assignment.paths[0])
  }
}
