import ArgumentParser
import FootfallPipeline

/// What the processes of `footfall serve` run: this program, with a command of theirs.
enum WorkerProgram {
  /// Also where the file has been replaced since.
  static let path = "/proc/self/exe"
}

/// The process of one camera of `footfall serve`.
struct CameraWorkerCommand: ParsableCommand {
  private static let name = "serve-camera"
  /// What the process is started with.
  static let arguments = [name]

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "A process of footfall serve.", shouldDisplay: false)

  func run() throws {
    var worker = try CameraWorker()
    worker.run()
  }
}

/// The process of the detector of `footfall serve`.
struct DetectorWorkerCommand: ParsableCommand {
  private static let name = "serve-detector"
  /// What the process is started with.
  static let arguments = [name]

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "A process of footfall serve.", shouldDisplay: false)

  func run() throws {
    var worker = try DetectorWorker()
    worker.run()
  }
}
