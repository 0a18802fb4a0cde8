import FootfallAnalytics
import FootfallCore
import FootfallTestSupport

/// A camera of 640x480 with a line down the middle and a square zone.
enum TestCamera {
  static let size = PixelSize(width: 640, height: 480)
  static let line = CountingLine(
    id: "door", segment: Segment(from: Point(320, 100), to: Point(320, 400)), kind: .entrance)
  static let zone = Zone(
    id: "table", polygon: Polygon([Point(200, 200), Point(400, 200), Point(400, 300), Point(200, 300)]))
  static let scene = CameraScene(id: "camera", lines: [line], zones: [zone])
}

/// Analyses walks at a frame rate; `jitter` moves the feet at random by up to so many pixels.
func analyze(
  _ walks: [Walk], scene: CameraScene = TestCamera.scene, fps: Double = 10, seconds: Double = 20,
  jitter: Double = 0, seed: UInt64 = 1, interval: Duration = .seconds(900), seamAt: Double? = nil,
  skipping: Range<Double>? = nil, uniform: UniformKnowledge? = nil
) -> CameraResult {
  var generator = SeededGenerator(seed: seed)
  var analyzer = CameraAnalyzer(
    scene: scene, size: TestCamera.size, series: [(interval: interval, firstBoundary: .zero)],
    uniform: uniform)
  for index in 0..<Int(seconds * fps) {
    let time = Double(index) / fps
    if let skipping, skipping.contains(time) { continue }
    if let seamAt, abs(time - seamAt) < 0.5 / fps { analyzer.seam() }
    let snapshots = walks.compactMap { walk in
      let offset = Point(
        jitter > 0 ? .random(in: -jitter...jitter, using: &generator) : 0,
        jitter > 0 ? .random(in: -jitter...jitter, using: &generator) : 0)
      return walk.snapshot(at: time, offset: offset)
    }
    analyzer.observe(
      snapshots,
      in: FrameStamp(number: index + 1, time: MediaTime(seconds: time), duration: .seconds(1 / fps)))
  }
  return analyzer.finish().result
}
