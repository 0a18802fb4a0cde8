import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallStore
import FootfallTracking
import FootfallVision
import Foundation

/// The analysis of one camera's footage, from opening it to its own result files.
struct CameraJob {
  /// What all cameras of a run share.
  struct Settings {
    var scene: SceneFile
    /// What staff wear, by camera.
    var uniforms: [String: StaffUniform]
    var start: String?
    var interval: Duration
    var tracking: TrackingMode
    var rate: DetectionRate
    /// How the tracker works, and where it draws the line between people and noise.
    var tracker: TrackerParameters
    var writesDetections: Bool
    var storesTracks: Bool
  }

  /// What a camera's analysis leaves for the report and the database.
  struct Outcome {
    var recording: CameraRecording
    var summary: FootageSummary
    var tracks: [TrackLogChunk]
  }

  private let settings: Settings
  private let paths: [String]
  private let footage: Footage
  private let scene: CameraScene
  private let clock: WallClock

  /// Opens the footage and resolves the scene for its size.
  init(_ assignment: SourceAssignment, settings: Settings) throws {
    self.settings = settings
    paths = assignment.paths
    footage = try Footage(paths: assignment.paths)
    scene = try settings.scene.cameraScene(id: assignment.camera, size: footage.size)
    clock = try Self.clock(footage, settings: settings)
  }

  /// The id of the camera.
  var camera: String { scene.id }

  /// Opens the camera's own result files in `folder`.
  func makeSink(in folder: OutputFolder) throws -> ResultSink {
    try ResultSink(
      camera: scene.id, folder: folder, writesDetections: settings.writesDetections,
      storesTracks: settings.storesTracks)
  }

  /// How many frames the footage announces; nil where it does not say.
  var expectedFrames: Int? { footage.declaredFrames }

  /// Runs the analysis of the `people` found in the footage.
  /// - Parameter progress: called with the number of frames analysed, once a frame.
  func run(
    _ people: DetectionSource, into sink: ResultSink, progress: (_ frames: Int) -> Void
  ) throws -> Outcome {
    let chartInterval =
      footage.declaredDuration.map { ChartInterval.length(for: $0, reported: settings.interval) }
      ?? settings.interval
    let analyzer = CameraAnalyzer(
      scene: scene, size: footage.size,
      series: [settings.interval, .seconds(60), chartInterval].map {
        ($0, clock.firstBoundary(interval: $0))
      }, uniform: settings.uniforms[scene.id].map { .colours($0) })
    var analysis = FootageAnalysis(
      footage, detections: people, rate: settings.rate, tracking: settings.tracking,
      tracker: settings.tracker, analyzer: analyzer, sink: sink)
    let summary = try analysis.run(cancellation: Interrupt.flag, progress: progress)
    warnAboutLoss(summary)
    return Outcome(
      recording: CameraRecording(
        info: info(summary), result: summary.result, chartIntervals: summary.series[2],
        minutes: summary.series[1]),
      summary: summary, tracks: sink.finishedTracks())
  }

  /// Writes the camera's events.
  var eventFormatter: EventLineFormatter {
    EventLineFormatter(store: settings.scene.store, camera: scene.id, clock: clock)
  }

  /// When an event happened, in milliseconds since 1970 UTC.
  func milliseconds(of event: Event) -> Int64 { clock.milliseconds(at: event.time) }

  /// The picture of where people spent their time, as PNG.
  func heatmap(of outcome: Outcome) throws -> [UInt8] {
    let grid = outcome.summary.result.heatmap
    let picture = HeatmapPicture(
      columns: grid.columns, rows: grid.rows, cellPixels: grid.cellPixels, values: grid.personSeconds,
      lines: scene.lines, zones: scene.zones)
    return try picture.png(
      over: outcome.summary.background.picture(fullSize: footage.size), size: footage.size)
  }

  /// The recording as the footage announces it, before it has been analysed.
  func expectedRecording() throws -> FootfallStore.Recording {
    try recording(
      duration: footage.declaredDuration ?? .zero, frames: footage.declaredFrames ?? 0,
      framesPerSecond: footage.declaredFramesPerSecond ?? 0)
  }

  /// The recording as the database knows it; files that were not opened by name (an image sequence) leave no
  /// fingerprint but their pattern.
  func recording(
    duration: Duration, frames: Int, framesPerSecond: Double
  ) throws -> FootfallStore.Recording {
    let files = paths.filter { FileManager.default.fileExists(atPath: $0) }
    return FootfallStore.Recording(
      store: settings.scene.store, timeZone: settings.scene.timeZoneName, camera: scene.id,
      source: shownPaths,
      media: files.count == paths.count
        ? try MediaFingerprint(ofFilesAt: files) : MediaFingerprint(text: shownPaths),
      startMilliseconds: clock.startMilliseconds, duration: duration, frames: frames,
      framesPerSecond: framesPerSecond, size: footage.size)
  }

  private var shownPaths: String {
    paths.map(SourceAddress.withoutCredentials).joined(separator: ", ")
  }

  private func info(_ summary: FootageSummary) -> RecordingInfo {
    RecordingInfo(
      camera: scene.id, source: shownPaths, size: footage.size, frames: summary.frames,
      framesPerSecond: summary.framesPerSecond, clock: clock, end: summary.end, coverage: summary.coverage)
  }

  /// One line for pictures that show nothing, and one when less was decoded than the sources promise, more than a frame
  /// and a thousandth of the whole, or when a part of it is damaged.
  private func warnAboutLoss(_ summary: FootageSummary) {
    if summary.blank > .zero {
      Warning.print(
        "\(scene.id): \(summary.blank.inSeconds.fixed(1)) s are of one shade all over, as of a camera that is covered "
          + "or in the dark; what happened then is not known")
    }
    let missing = (summary.mediaDuration - summary.observed - summary.blank).inSeconds
    let tolerance = max(1.5 / summary.framesPerSecond, summary.mediaDuration.inSeconds / 1000)
    guard missing > tolerance else {
      if summary.damages > 0 {
        let pieces =
          summary.damages == 1 ? "1 piece of the footage is" : "\(summary.damages) pieces of the footage are"
        Warning.print("\(scene.id): \(pieces) damaged; what could be decoded of it was used")
      }
      return
    }
    Warning.print(
      "\(scene.id): \(missing.fixed(1)) s of \(summary.mediaDuration.inSeconds.fixed(1)) s could not be "
        + "decoded; the results cover \((summary.coverage * 100).fixed(1)) %")
  }

  /// When the first frame was taken: as told, else as the container says, else the epoch.
  private static func clock(_ footage: Footage, settings: Settings) throws -> WallClock {
    let zone = settings.scene.timeZoneName
    var milliseconds: Int64 = 0
    if let start = settings.start {
      guard let parsed = WallClock.milliseconds(parsing: start, timeZone: zone) else {
        throw CommandError(
          "--start '\(start)': not a time; write ISO 8601, as in 2026-11-23T09:00:00+01:00", .usage)
      }
      milliseconds = parsed
    } else if let creation = footage.creationTime {
      milliseconds = Int64((creation * 1000).rounded())
    } else {
      Warning.print(
        "\(SourceAddress.withoutCredentials(footage.parts[0].path)): does not say when it was recorded; "
          + "times count from 1970-01-01T00:00:00Z (--start sets them)")
    }
    guard let clock = WallClock(startMilliseconds: milliseconds, timeZone: zone) else {
      throw CommandError.unknownTimeZone(zone)
    }
    return clock
  }
}
