import ArgumentParser
import FootfallPipeline
import FootfallTracking
import FootfallVision
import Foundation

/// Which detector finds the people, and with what it runs.
struct DetectorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The detector, or with --detections the one that made them; footfall models list shows them. (default: \
      \(ModelCatalog.defaultDetector))
      """,
      valueName: "name"))
  var model: String?

  @Option(help: "What runs the network; auto takes the fastest that is present.")
  var engine = EngineChoice.auto

  @Option(
    help: """
      What the network computes with: f32 is exact, bf16 balanced, int8 fast; without: the fastest that the \
      processor has instructions for and that finds as many people as f32 (footfall doctor tells).
      """)
  var precision: Precision?

  @Option(
    help: ArgumentHelp("Threads for the network; without: one for each processor.", valueName: "n"),
    transform: { argument in
      guard let threads = Int(argument), (1...256).contains(threads) else {
        throw ValidationError("allowed: a whole number from 1 to 256")
      }
      return threads
    })
  var threads: Int?

  /// Opens the detector.
  /// - Parameters:
  ///   - users: how many detectors will share its network, this one included.
  ///   - rate: how it will be asked to look.
  /// - Throws: ``VisionError`` where model, engine or precision is not to be had.
  func open(users: Int, rate: DetectionRate) throws -> PersonDetector {
    let catalog = try ModelCatalog(folder: ModelCatalog.locate())
    let profile = try catalog.profile(named: model ?? ModelCatalog.defaultDetector)
    return try PersonDetector(
      profile: profile, catalog: catalog, engine: engine, precision: precision,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, requests: 2, users: users,
      wantsParts: rate.wholeInterval != nil)
  }

  /// How to track what a detector finds, or where none is open what the model found that was asked for by name; the
  /// default where neither sets thresholds.
  /// - Throws: ``VisionError`` where there is no such model.
  func trackerParameters(of detector: PersonDetector?) throws -> TrackerParameters {
    let profile =
      try detector?.profile
      ?? model.map { try ModelCatalog(folder: ModelCatalog.locate()).profile(named: $0) }
    guard let thresholds = profile?.recipe.tracker else { return TrackerParameters() }
    return TrackerParameters(weakScore: thresholds.minimumScore, strongScore: thresholds.trackThreshold)
  }
}
