import FootfallAnalytics
import FootfallCore
import FootfallPipeline
import FootfallTracking
import FootfallVision

/// Follows everybody in recordings as `footfall analyze` does, for commands that count nothing.
struct FootageFollower {
  private let detector: PersonDetector?
  private let tracker: TrackerParameters
  private let lists: DetectionLists?

  /// Opens the detector, or reads the lists of people `detections` that stand in for it.
  /// - Throws: what `analyze` throws for detections and detector.
  init(_ options: DetectorOptions, detections: [String], cameras: [String]) throws {
    lists = try detections.isEmpty ? nil : DetectionLists(detections, cameras: cameras)
    detector = lists == nil ? try options.open(users: 1, rate: .recorded) : nil
    tracker = try options.trackerParameters(of: detector)
  }

  /// Gives the people in the footage of one camera to `sink`, frame by frame.
  /// - Parameter frames: how many frames are expected, for the progress; nil where nobody knows.
  /// - Throws: what `analyze` throws for footage, and what the sink throws.
  func follow(
    _ footage: Footage, _ camera: CameraScene, frames: Int?, into sink: some AnalysisSink
  ) throws {
    let people = detector.map { DetectionSource.detector($0) } ?? .known(lists?[camera.id] ?? [:])
    var analysis = FootageAnalysis(
      footage, detections: people, rate: .recorded, tracking: .twoPass, tracker: tracker,
      analyzer: CameraAnalyzer(scene: CameraScene(id: camera.id), size: footage.size, series: []),
      sink: sink)
    let progress = ProgressReporter(camera.id, totals: [frames])
    defer { progress.finish() }
    _ = try analysis.run(cancellation: Interrupt.flag) { progress.update(part: 0, frames: $0) }
  }
}
