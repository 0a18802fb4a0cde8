import Benchmark
import FootfallAnalytics
import FootfallCore
import FootfallTracking

/// Tracking and analysis of crowds of people who walk to and fro.
func registerCrowdBenchmarks() {
  for people in [10, 100] {
    let frames = (0..<600).map { crowd(of: people, frame: $0) }
    var tracker = Tracker()
    var lookahead = Lookahead(lag: .seconds(2))
    var snapshots: [TrackSnapshot] = []
    var ready: [TrackSnapshot] = []
    var number = 0
    benchmark("track, \(people) people") {
      number += 1
      let stamp = stamp(number)
      tracker.update(frames[number % frames.count], at: stamp.time, into: &snapshots)
      lookahead.append(snapshots, in: stamp)
      while lookahead.next(isEnd: false, into: &ready) != nil {}
    }
    registerAnalysis(of: people, frames: frames)
  }
}

private func registerAnalysis(of people: Int, frames: [[Detection]]) {
  let zones = (0..<8).map { index in
    let left = Double(index) * 90
    return Zone(
      id: "zone\(index)",
      polygon: Polygon([
        Point(left, 200), Point(left + 80, 200), Point(left + 80, 320), Point(left, 320),
      ]))
  }
  let line = CountingLine(
    id: "line", segment: Segment(from: Point(384, 0), to: Point(384, 576)), kind: .entrance)
  let scene = CameraScene(id: "camera", lines: [line], zones: zones)
  var analyzer = CameraAnalyzer(
    scene: scene, size: PixelSize(width: 768, height: 576),
    series: [(interval: .seconds(900), firstBoundary: .zero)])
  let snapshots = frames.map { detections in
    detections.enumerated().map { index, detection in
      TrackSnapshot(
        track: TrackID(index + 1), box: detection.box, score: detection.score, state: .confirmed,
        evidence: .observed)
    }
  }
  var number = 0
  benchmark("analyze, \(people) people, 8 zones") {
    number += 1
    analyzer.observe(snapshots[number % snapshots.count], in: stamp(number))
  }
}

private func stamp(_ number: Int) -> FrameStamp {
  FrameStamp(
    number: number, time: MediaTime(nanoseconds: Int64(number) * 100_000_000), duration: .milliseconds(100))
}

/// People in rows, each of whom walks 200 pixels to the right and back.
private func crowd(of people: Int, frame: Int) -> [Detection] {
  (0..<people).map { person in
    let phase = (frame + person * 7) % 200
    let step = Double(phase < 100 ? phase : 200 - phase) * 2
    let x = Double(person % 10) * 50 + step
    let y = 150 + Double(person / 10) * 40
    return Detection(box: BoundingBox(x: x, y: y, width: 30, height: 75), score: 0.9)
  }
}
