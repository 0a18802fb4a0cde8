import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallStore

/// A recording under way at one camera, in the terms of the database.
struct LiveStretchRecord {
  let scene: CameraScene
  let clock: WallClock
  let formatter: EventLineFormatter
  private let analysis: Analysis
  private var recording: FootfallStore.Recording
  private var log = TrackLogWriter()
  private var events: [Event] = []
  /// Those that are over, in the order in which they became known.
  private var visits: [Visit] = []
  /// The sum so far, as it was last told.
  private var result: CameraResult?

  init(
    _ live: LiveRecording, scene: CameraScene, of file: SceneFile, source: String, analysis: Analysis,
    clock: WallClock
  ) {
    self.scene = scene
    self.clock = clock
    self.analysis = analysis
    formatter = EventLineFormatter(store: file.store, camera: live.camera, clock: clock)
    recording = FootfallStore.Recording(
      store: file.store, timeZone: file.timeZoneName, camera: live.camera, source: source,
      media: .live, startMilliseconds: live.startMilliseconds, duration: .zero,
      frames: 0, framesPerSecond: live.framesPerSecond ?? 0, size: live.size)
  }

  /// Takes in what a look has made known.
  mutating func take(_ moment: LiveMoment) {
    for row in moment.rows {
      log.append(row.tracks, in: row.stamp)
      recording.duration = row.stamp.time + row.stamp.duration - .zero
      recording.frames = row.stamp.number
    }
    events += moment.events
    for case .zoneExit(let visit) in moment.events { visits.append(visit) }
  }

  /// How long customers stayed in each zone, in seconds, on visits that are over and ended at `midnight` or later.
  /// - Parameters:
  ///   - midnight: in milliseconds since 1970 UTC.
  ///   - staff: those who are no customers, as far as that is known.
  /// - Complexity: O(visits).
  func stays(since midnight: Int64, staff: Set<TrackID>) -> [String: [Double]] {
    visits.reduce(into: [:]) { stays, visit in
      guard clock.milliseconds(at: visit.exit) >= midnight, !staff.contains(visit.track) else { return }
      stays[visit.zone, default: []].append(visit.dwell.inSeconds)
    }
  }

  /// What is new since this was last asked, now that the sum is known.
  mutating func news(_ result: CameraResult, minutes: ArraySlice<IntervalResult>) -> RunRecord {
    self.result = result
    return part(of: result, minutes: Array(minutes))
  }

  /// What is new since this was last asked, events foremost; nil before the first sum.
  mutating func news() -> RunRecord? { result.map { part(of: $0, minutes: []) } }

  private mutating func part(of result: CameraResult, minutes: [IntervalResult]) -> RunRecord {
    var part = CameraResult(
      scene: scene, people: result.people, lines: [], zones: [], passersby: result.passersby,
      captureRate: nil, heatmap: result.heatmap, intervals: [], transitions: result.transitions,
      events: events)
    (part.staff, part.uniformed) = (result.staff, result.uniformed)
    events.removeAll()
    return RunRecord(
      recording: recording, analysis: analysis, result: part, minutes: minutes, tracks: log.drain())
  }

  /// The whole, now that it is over.
  mutating func finish(_ summary: FootageSummary) -> RunRecord {
    RunRecord(
      recording: recording, analysis: analysis, result: summary.result, minutes: summary.series[0],
      tracks: log.finish())
  }
}
