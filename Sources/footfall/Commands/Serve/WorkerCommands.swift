import ArgumentParser
import FootfallPipeline

/// The process of one camera of `footfall serve`.
struct CameraWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve-camera", abstract: "A process of footfall serve.", shouldDisplay: false)

  func run() throws {
    var worker = try CameraWorker()
    worker.run()
  }
}

/// The process of the detector of `footfall serve`.
struct DetectorWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve-detector", abstract: "A process of footfall serve.", shouldDisplay: false)

  func run() throws {
    var worker = try DetectorWorker()
    worker.run()
  }
}
