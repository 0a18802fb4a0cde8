import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

/// A camera whose geometry is known, and people who walk on the floor below it.
struct FloorView {
  var camera: SyntheticCamera
  var scene: CameraScene

  init(_ camera: SyntheticCamera = SyntheticCamera(heightMetres: 4, pitch: 35), id: String = "camera") throws
  {
    self.camera = camera
    let map = try #require(FloorMap(fitting: camera.correspondences(every: 0.5, within: 15)))
    scene = CameraScene(id: id, floor: map)
  }

  /// What is measured of people who are at `places` after so many seconds; nil where they are not in view.
  /// - Parameter jitter: how far a box may be off in each direction, in box heights.
  func result(
    seconds: Double, fps: Double = 10, jitter: Double = 0, seed: UInt64 = 1,
    people: [(Double) -> Point?]
  ) throws -> FloorResult {
    var generator = SeededGenerator(seed: seed)
    var analyzer = CameraAnalyzer(scene: scene, size: camera.size, series: [])
    for index in 0..<Int((seconds * fps).rounded()) {
      let time = Double(index) / fps
      var snapshots: [TrackSnapshot] = []
      for (number, person) in people.enumerated() {
        guard let floor = person(time), let still = camera.box(at: floor) else { continue }
        let reach = jitter * still.height
        let offset = Point(
          .random(in: -reach...reach, using: &generator), .random(in: -reach...reach, using: &generator))
        snapshots.append(
          TrackSnapshot(
            track: TrackID(number + 1), box: try #require(camera.box(at: floor, offset: offset)), score: 0.9,
            state: .confirmed, evidence: .observed))
      }
      analyzer.observe(
        snapshots,
        in: FrameStamp(number: index + 1, time: MediaTime(seconds: time), duration: .seconds(1 / fps)))
    }
    return try #require(analyzer.finish().result.floor)
  }
}
