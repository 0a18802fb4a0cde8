import FootfallAnalytics
import FootfallCore
import FootfallPipeline
import FootfallTracking
import FootfallVision
import Foundation
import Logging

/// One run of `footfall advise`: the cameras one after another, each followed as `footfall analyze` does it.
struct AdviseRun {
  private let command: AdviseCommand
  private let scene: SceneFile
  private let assignments: [SourceAssignment]

  init(command: AdviseCommand, scene: SceneFile, assignments: [SourceAssignment]) {
    self.command = command
    self.scene = scene
    self.assignments = assignments
  }

  /// - Throws: what `analyze` throws for footage, scene, detections and detector.
  func run() throws -> [AdvisedCamera] {
    let lists =
      try command.detections.isEmpty
      ? nil : DetectionLists(command.detections, cameras: assignments.map(\.camera))
    let jobs = try assignments.map { assignment in
      let footage = try Footage(paths: assignment.paths)
      let camera = try scene.cameraScene(id: assignment.camera, size: footage.size)
      return (assignment: assignment, footage: footage, camera: camera)
    }
    let detector = lists == nil ? try command.detector.open(users: 1, rate: .recorded) : nil
    let tracker = try command.detector.trackerParameters(of: detector)
    return try jobs.map { assignment, footage, camera in
      let people =
        detector.map { DetectionSource.detector($0) } ?? .known(lists?[assignment.camera] ?? [:])
      let paths = try follow(people, in: footage, camera, tracker: tracker)
      command.log.logger.info(
        "camera is looked at", metadata: ["camera": "\(camera.id)", "people": "\(paths.people)"])
      return AdvisedCamera(
        advice: CameraAdvice(scene: camera, paths: paths),
        source: assignment.paths.map(SourceAddress.withoutCredentials).joined(separator: ", "),
        units: try scene.camera(id: assignment.camera).units)
    }
  }

  /// Follows everybody in the footage, or in the first seconds of it.
  private func follow(
    _ people: DetectionSource, in footage: Footage, _ camera: CameraScene, tracker: TrackerParameters
  ) throws -> WalkedPaths {
    let sink = AdviceSink(size: footage.size, end: command.seconds.map { MediaTime(seconds: $0) })
    // Its counts are not wanted, but its lines say where to look closely.
    var analysis = FootageAnalysis(
      footage, detections: people, rate: .recorded, lines: camera.lines.map(\.segment), tracking: .twoPass,
      tracker: tracker,
      analyzer: CameraAnalyzer(scene: CameraScene(id: camera.id), size: footage.size, series: []),
      sink: sink)
    let progress = ProgressReporter(camera.id, totals: [expectedFrames(of: footage)])
    defer { progress.finish() }
    do {
      _ = try analysis.run(cancellation: Interrupt.flag) { progress.update(part: 0, frames: $0) }
    } catch is AdviceSink.EnoughSeen {
      // All that was asked for has been seen.
    }
    return sink.finish()
  }

  private func expectedFrames(of footage: Footage) -> Int? {
    guard let seconds = command.seconds, let rate = footage.declaredFramesPerSecond else {
      return footage.declaredFrames
    }
    let wanted = Int((seconds * rate).rounded(.up))
    return footage.declaredFrames.map { min($0, wanted) } ?? wanted
  }
}
