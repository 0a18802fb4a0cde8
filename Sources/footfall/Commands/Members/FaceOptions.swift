import ArgumentParser
import FootfallMembers
import FootfallVision
import Foundation

/// With what faces are found and compared.
struct FaceOptions: ParsableArguments {
  @Option(help: "What runs the networks; auto takes the fastest that is present.")
  var engine = EngineChoice.auto

  /// Opens the networks.
  /// - Throws: ``VisionError`` where a model or the engine is not to be had.
  func reader() throws -> FaceReader {
    try FaceReader(
      catalog: ModelCatalog(folder: ModelCatalog.locate()), engine: engine,
      threads: ProcessInfo.processInfo.activeProcessorCount)
  }
}
