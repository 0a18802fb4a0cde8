import FootfallAnalytics
import FootfallCore
import FootfallPipeline
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
    let jobs = try assignments.map { assignment in
      let footage = try Footage(paths: assignment.paths)
      let camera = try scene.cameraScene(id: assignment.camera, size: footage.size)
      return (assignment: assignment, footage: footage, camera: camera)
    }
    let follower = try FootageFollower(
      command.detector, detections: command.given.detections, cameras: assignments.map(\.camera))
    return try jobs.map { assignment, footage, camera in
      let paths = try follow(footage, camera, by: follower)
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
    _ footage: Footage, _ camera: CameraScene, by follower: FootageFollower
  ) throws -> WalkedPaths {
    let sink = AdviceSink(size: footage.size, end: command.seconds.map { MediaTime(seconds: $0) })
    do {
      try follower.follow(footage, camera, frames: expectedFrames(of: footage), into: sink)
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
