import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallStore
import FootfallWeb
import Logging
import Synchronization

extension LiveDesk: LiveListener {
  func analyzer(for recording: LiveRecording, of camera: Int) throws -> CameraAnalyzer {
    let scene = state.withLock(\.scene)
    let watched = try scene.cameraScene(id: recording.camera, size: recording.size)
    let clock = try clock(of: recording, scene)
    return CameraAnalyzer(
      scene: watched, size: recording.size,
      series: [(.seconds(60), clock.firstBoundary(interval: .seconds(60)))])
  }

  func recordingBegan(_ recording: LiveRecording, of camera: Int) {
    state.withLock { state in
      guard let scene = try? state.scene.cameraScene(id: recording.camera, size: recording.size),
        let clock = try? clock(of: recording, state.scene)
      else { return }
      state.cameras[camera].begin(
        LiveStretchRecord(
          recording, scene: scene, of: state.scene, source: state.cameras[camera].status.source,
          analysis: state.analysis, clock: clock),
        size: recording.size, framesPerSecond: recording.framesPerSecond)
      tell(camera, in: &state)
    }
    logger.info("a recording begins", metadata: ["camera": "\(recording.camera)"])
  }

  func camera(_ camera: Int, is condition: CameraCondition) {
    let alerts = state.withLock { state in
      state.cameras[camera].take(condition)
      tell(camera, in: &state)
      let problem = condition.problem.map { ", \($0)" } ?? ""
      logger.notice("camera \(state.cameras[camera].status.id): \(condition.state.rawValue)\(problem)")
      return checkAlerts(in: &state, after: .zero)
    }
    keeper.add(alerts)
  }

  func camera(_ camera: Int, has pulse: CameraPulse) {
    state.withLock { $0.cameras[camera].take(pulse) }
  }

  func camera(_ camera: Int, saw moment: LiveMoment, after latency: Duration) {
    let (run, alerts) = state.withLock { state in
      state.cameras[camera].take(moment, after: latency)
      publish(moment.events, of: camera, in: &state)
      if ContinuousClock.now - state.cameras[camera].lastTold >= .milliseconds(500) {
        tell(camera, in: &state)
      }
      let run = moment.events.isEmpty ? nil : state.cameras[camera].record?.news()
      return (run, checkAlerts(in: &state, after: latency))
    }
    if let run { keeper.add(run) }
    keeper.add(alerts)
  }

  func camera(_ camera: Int, counts result: CameraResult, _ series: [[IntervalResult]]) {
    let run = state.withLock { state in
      guard var record = state.cameras[camera].record else { return nil as RunRecord? }
      let today = today(series[0], record, state.scene)
      // The minute before the last may still change: a U-turn takes back what it counted.
      let run = record.news(result, minutes: series[0].suffix(3))
      state.cameras[camera].record = record
      state.cameras[camera].take(result, today: today)
      return run
    }
    if let run { keeper.add(run) }
  }

  func recordingEnded(of camera: Int, _ summary: FootageSummary, _ rest: LiveMoment) {
    let run = state.withLock { state in
      guard var record = state.cameras[camera].record else { return nil as RunRecord? }
      record.take(rest)
      publish(rest.events, of: camera, in: &state)
      state.cameras[camera].finish(
        summary.result, today: today(summary.series[0], record, state.scene))
      return record.finish(summary)
    }
    if let run { keeper.conclude(run) }
  }

  func camera(_ camera: Int, shows still: [UInt8], isEmpty: Bool) {
    state.withLock { $0.cameras[camera].stills[isEmpty] = still }
  }

  func detector(_ condition: DetectorCondition) {
    state.withLock { state in
      state.detector = condition
      if case .ready(let engine, let precision) = condition {
        (state.analysis.engine, state.analysis.precision) = (engine, precision)
      }
    }
    logger.notice("detector: \(condition)")
  }

  private func clock(of recording: LiveRecording, _ scene: SceneFile) throws -> WallClock {
    let zone = scene.timeZoneName
    guard let clock = WallClock(startMilliseconds: recording.startMilliseconds, timeZone: zone) else {
      throw CommandError("time zone \(zone): not known to this system", .badData)
    }
    return clock
  }

  private func today(
    _ minutes: [IntervalResult], _ record: LiveStretchRecord, _ scene: SceneFile
  ) -> DayTraffic {
    DayTraffic(
      minutes, since: scene.midnight(before: SystemTime.milliseconds()),
      startMilliseconds: record.clock.startMilliseconds, lines: record.scene.lines.map(\.id))
  }

  private func tell(_ camera: Int, in state: inout State) {
    state.cameras[camera].lastTold = .now
    publish(.camera(state.cameras[camera].status), in: &state)
  }

  private func publish(_ events: [Event], of camera: Int, in state: inout State) {
    guard let record = state.cameras[camera].record else { return }
    for event in events {
      var text = TextBuffer(capacity: 256)
      record.formatter.append(event, to: &text)
      let line = String(text.string.dropLast())
      publish(.event(id: record.formatter.id(of: event).description, json: line), in: &state)
    }
  }
}
