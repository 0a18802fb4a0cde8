import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallStore

/// One recording that is counted again.
struct RecomputeJob {
  /// The run whose results count now.
  let run: StoredRun
  /// What the new results are made with.
  let scene: CameraScene
  /// What the scene is called in the database.
  let geometryHash: String
  /// The store's time zone, as the scene file has it.
  let timeZone: String

  /// Counts the recording from its track log.
  /// - Parameters:
  ///   - isCancelled: whether to give up; looked at every few thousand frames.
  ///   - progress: called with the number of frames counted.
  /// - Throws: ``AnalysisCancelled``, or an error of the store.
  func record(
    from database: EventStore, isCancelled: () -> Bool, progress: (_ frames: Int) -> Void
  ) throws -> RunRecord {
    var recording = run.recording
    recording.timeZone = timeZone
    guard let clock = WallClock(startMilliseconds: recording.startMilliseconds, timeZone: timeZone) else {
      throw CommandError.unknownTimeZone(timeZone)
    }
    let minute = Duration.seconds(60)
    // The log has no colours; who wore the uniform was seen when it was made.
    let uniformed = try database.uniformedTracks(ofRun: run.id)
    var analyzer = CameraAnalyzer(
      scene: scene, size: recording.size, series: [(minute, clock.firstBoundary(interval: minute))],
      uniform: .tracks(uniformed))
    var frames = 0
    try database.replay(run: run.id, into: &analyzer) { count in
      if isCancelled() { throw AnalysisCancelled() }
      frames += count
      progress(frames)
    }
    let (result, series) = analyzer.finish()
    var analysis = run.analysis
    analysis.generatorVersion = Generator.version
    analysis.metricVersion = ReportDocument.currentMetricVersion
    return RunRecord(
      recording: recording, analysis: analysis, result: result, minutes: series[0], tracks: [],
      tracksFrom: run.tracksFrom)
  }
}
