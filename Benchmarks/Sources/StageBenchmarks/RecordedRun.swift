import FootfallAnalytics
import FootfallCore
import FootfallCrowd
import FootfallExport
import FootfallStore

/// What an analysis of a quarter of an hour with twenty people leaves behind.
struct RecordedRun {
  static let frames = 9000
  static let startMilliseconds: Int64 = 1_767_225_600_000
  private static let timeZone = "Europe/London"

  let crowd = Crowd(people: 20)
  let result: CameraResult
  private let minutes: [IntervalResult]
  private let tracks: [TrackLogChunk]

  init() {
    var stage = TrackStage(crowd)
    var analyzer = CameraAnalyzer(
      scene: CrowdScene.camera(for: crowd), size: crowd.size,
      series: [(interval: .seconds(900), firstBoundary: .zero), (.seconds(60), .zero)])
    var log = TrackLogWriter()
    for number in 1...Self.frames {
      stage.step()
      let stamp = Crowd.stamp(ofFrame: number)
      analyzer.observe(stage.snapshots, in: stamp)
      log.append(stage.snapshots, in: stamp)
    }
    let (result, series) = analyzer.finish()
    self.result = result
    minutes = series[1]
    tracks = log.finish()
  }

  /// The run as the store takes it, `index` quarters of an hour after the first.
  func record(index: Int) -> RunRecord {
    RunRecord(
      recording: Recording(
        store: "store", timeZone: Self.timeZone, camera: "camera", source: "camera.mp4",
        media: MediaFingerprint(text: "media"),
        startMilliseconds: Self.startMilliseconds + Int64(index) * 900_000,
        duration: Crowd.frameInterval * Self.frames, frames: Self.frames, framesPerSecond: 10,
        size: crowd.size),
      analysis: Analysis(
        model: "yolov3-tiny", engine: "openvino", precision: "f32", tracking: "two-pass",
        generatorVersion: "0", metricVersion: ReportDocument.currentMetricVersion),
      result: result, minutes: minutes, tracks: tracks)
  }

  /// The run as the report takes it.
  func report(_ clock: WallClock) -> AnalysisReport {
    let stage = ReportDocument.Performance.Stage(median: 1, p95: 2)
    return AnalysisReport(
      store: "store", timeZone: Self.timeZone, generatorVersion: "0",
      cameras: [
        CameraRecording(
          info: RecordingInfo(
            camera: "camera", source: "camera.mp4", size: crowd.size, frames: Self.frames,
            framesPerSecond: 10,
            clock: clock, end: .zero + Crowd.frameInterval * Self.frames, coverage: 1),
          result: result)
      ],
      performance: .init(
        startSeconds: 0, wallSeconds: 1, finishSeconds: 0, sourceFrames: Self.frames,
        detectorRuns: Self.frames,
        stages: .init(decode: stage, detect: stage, track: stage, analyze: stage), peakMemoryBytes: 0,
        engine: nil, precision: nil, model: nil))
  }

  /// When the run began.
  func clock() throws -> WallClock {
    struct UnknownTimeZone: Error {}
    guard let clock = WallClock(startMilliseconds: Self.startMilliseconds, timeZone: Self.timeZone) else {
      throw UnknownTimeZone()
    }
    return clock
  }
}
