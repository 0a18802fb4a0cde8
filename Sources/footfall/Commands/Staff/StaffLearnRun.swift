import FootfallAnalytics
import FootfallCore
import FootfallPipeline
import Foundation

/// One run of `footfall staff learn`: the cameras one after another.
struct StaffLearnRun {
  private let command: StaffLearnCommand
  private let scene: SceneFile
  private let marks: StaffMarks
  private let assignments: [SourceAssignment]

  init(
    command: StaffLearnCommand, scene: SceneFile, marks: StaffMarks, assignments: [SourceAssignment]
  ) {
    self.command = command
    self.scene = scene
    self.marks = marks
    self.assignments = assignments
  }

  /// - Throws: what `analyze` throws for footage, scene, detections and detector; ``SceneError`` at a mark that teaches
  ///   nothing.
  func run() throws -> [(camera: String, examples: StaffExamples)] {
    try checkCameras()
    let jobs = try assignments.map { assignment in
      let footage = try Footage(paths: assignment.paths)
      return (footage: footage, camera: try scene.cameraScene(id: assignment.camera, size: footage.size))
    }
    let follower = try FootageFollower(
      command.detector, detections: command.given.detections, cameras: assignments.map(\.camera))
    return try jobs.map { footage, camera in
      (camera.id, try learn(at: camera, from: footage, by: follower))
    }
  }

  /// Marks and footage belong together.
  private func checkCameras() throws {
    let filmed = assignments.map(\.camera)
    if let mark = marks.marks.first(where: { !filmed.contains($0.camera) }) {
      throw SceneError(
        path: marks.path, at: mark.position,
        "mark at camera '\(mark.camera)', of which no footage is given; given: \(SceneParser.listed(filmed))")
    }
    if let camera = filmed.first(where: { id in !marks.marks.contains { $0.camera == id } }) {
      throw SceneError(path: marks.path, "has no mark at camera '\(camera)', of which footage is given")
    }
  }

  private func learn(
    at camera: CameraScene, from footage: Footage, by follower: FootageFollower
  ) throws -> StaffExamples {
    let own = marks.marks.filter { $0.camera == camera.id }
    let isNormalized = try scene.camera(id: camera.id).units == .normalized
    let scale = isNormalized ? Point(Double(footage.size.width), Double(footage.size.height)) : Point(1, 1)
    let sink = StaffLessonSink(
      marks: own.map {
        StaffLesson.Mark(time: MediaTime(seconds: $0.seconds), position: $0.at.scaled(by: scale))
      })
    try follower.follow(footage, camera, frames: footage.declaredFrames, into: sink)
    do throws(StaffLesson.Fault) {
      return try sink.finish()
    } catch {
      throw SceneError(
        path: marks.path, at: error.mark.map { own[$0].position },
        StaffLessonText.sentence(of: error, at: camera.id))
    }
  }
}

/// Has a lesson take in everybody whom an analysis follows.
private struct StaffLessonSink: AnalysisSink {
  /// The lesson as it goes on; shared by the copies of a sink.
  private final class State {
    var lesson: StaffLesson

    init(_ lesson: StaffLesson) { self.lesson = lesson }
  }

  private let state: State

  init(marks: [StaffLesson.Mark]) { state = State(StaffLesson(marks: marks)) }

  func finish() throws(StaffLesson.Fault) -> StaffExamples { try state.lesson.finish() }

  mutating func write(tracks: [TrackSnapshot], in stamp: FrameStamp) {
    state.lesson.observe(tracks, in: stamp)
  }

  mutating func write(detections: [Detection], frame: Int) {}
}
