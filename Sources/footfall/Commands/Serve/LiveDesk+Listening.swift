import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallSinks
import FootfallStore
import FootfallWeb
import Logging
import Synchronization

extension LiveDesk: LiveListener {
  func analyzer(for recording: LiveRecording, of camera: Int) throws -> CameraAnalyzer {
    let (scene, source, analysis, uniform) = state.withLock { state in
      (
        state.scene, state.boards[camera]?.status.source ?? "", state.analysis,
        state.uniforms[recording.camera]
      )
    }
    let watched = try scene.cameraScene(id: recording.camera, size: recording.size)
    let clock = try clock(of: recording, scene)
    // What is counted by these lines and zones is written down with them, whatever the scene is by then.
    let record = LiveStretchRecord(
      recording, scene: watched, of: scene, source: source, analysis: analysis, clock: clock)
    state.withLock { $0.boards[camera]?.next = record }
    return CameraAnalyzer(
      scene: watched, size: recording.size,
      series: [(.seconds(60), clock.firstBoundary(interval: .seconds(60)))],
      uniform: uniform.map { .colours($0) }, givesNotice: true)
  }

  func recordingBegan(_ recording: LiveRecording, of camera: Int) {
    state.withLock { state in
      state.boards[camera]?.begin(size: recording.size, framesPerSecond: recording.framesPerSecond)
      tell(camera, in: &state)
    }
    logger.info("a recording begins", metadata: ["camera": "\(recording.camera)"])
  }

  func camera(_ camera: Int, is condition: CameraCondition) {
    let alerts = state.withLock { state in
      state.boards[camera]?.take(condition)
      tell(camera, in: &state)
      let problem = condition.problem.map { ", \($0)" } ?? ""
      let id = state.boards[camera]?.status.id ?? "\(camera)"
      logger.notice("camera \(id): \(condition.state.rawValue)\(problem)")
      return checkAlerts(in: &state, after: .zero)
    }
    keeper.add(alerts)
  }

  func camera(_ camera: Int, has pulse: CameraPulse) {
    state.withLock { $0.boards[camera]?.take(pulse) }
  }

  func camera(_ camera: Int, saw moment: LiveMoment, after latency: Duration) {
    let (run, alerts, notices) = state.withLock { state in
      state.boards[camera]?.take(moment, after: latency)
      publish(moment.events, of: camera, in: &state)
      let notices = publish(moment.notices, of: camera, in: &state)
      if let told = state.boards[camera]?.lastTold, ContinuousClock.now - told >= .milliseconds(500) {
        tell(camera, in: &state)
      }
      let run = moment.events.isEmpty ? nil : state.boards[camera]?.record?.news()
      return (run, checkAlerts(in: &state, after: latency), notices)
    }
    if let run { keeper.add(run) }
    keeper.add(alerts)
    tellSinks(notices)
  }

  func camera(_ camera: Int, counts result: CameraResult, _ series: [[IntervalResult]]) {
    let run = state.withLock { state in
      guard var record = state.boards[camera]?.record else { return nil as RunRecord? }
      let today = today(series[0], result, record, state.scene)
      // The minute before the last may still change: a U-turn takes back what it counted.
      let run = record.news(result, minutes: series[0].suffix(3))
      state.boards[camera]?.record = record
      state.boards[camera]?.take(today)
      return run
    }
    if let run { keeper.add(run) }
  }

  func recordingEnded(of camera: Int, _ summary: FootageSummary, _ rest: LiveMoment) {
    let ended = state.withLock { state in
      guard var record = state.boards[camera]?.record else {
        return nil as (run: RunRecord, notices: [(id: String, content: SinkMessage.Content)])?
      }
      record.take(rest)
      publish(rest.events, of: camera, in: &state)
      let notices = publish(rest.notices, of: camera, in: &state)
      state.boards[camera]?.finish(today(summary.series[0], summary.result, record, state.scene))
      return (record.finish(summary), notices)
    }
    guard let ended else { return }
    keeper.conclude(ended.run)
    tellSinks(ended.notices)
  }

  func camera(_ camera: Int, shows still: [UInt8], isEmpty: Bool) {
    state.withLock { $0.boards[camera]?.stills[CameraBoard.Still(isEmpty: isEmpty)] = still }
  }

  func camera(_ place: Int, becomes camera: LiveCamera?) {
    state.withLock { state in
      guard let camera, let written = state.scene.cameras.first(where: { $0.id.value == camera.id }) else {
        state.boards[place] = nil
        return
      }
      if state.boards[place]?.status.id == camera.id {
        state.boards[place]?.status.source = CameraBoard.source(of: written)
        return
      }
      let midnight = state.scene.midnight(before: SystemTime.milliseconds())
      let traffic = state.arriving.removeValue(forKey: camera.id) ?? DayTraffic(midnight: midnight)
      state.boards[place] = CameraBoard(written, traffic: traffic)
    }
  }

  /// What the camera has counted today; from nothing where the database can't be read.
  func trafficToday(of camera: String, _ scene: SceneFile) -> DayTraffic {
    do {
      return try Self.trafficToday(of: camera, scene: scene, database)
    } catch {
      logger.error(
        "what was counted today can't be read; it counts from 0",
        metadata: ["camera": "\(camera)", "error": "\(error)"])
      return DayTraffic(midnight: scene.midnight(before: SystemTime.milliseconds()))
    }
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
      throw CommandError.unknownTimeZone(zone)
    }
    return clock
  }

  private func today(
    _ minutes: [IntervalResult], _ result: CameraResult, _ record: LiveStretchRecord, _ scene: SceneFile
  ) -> DayTraffic {
    var today = DayTraffic(
      minutes, since: scene.midnight(before: SystemTime.milliseconds()),
      startMilliseconds: record.clock.startMilliseconds, lines: record.scene.lines.map(\.id))
    today.stays = record.stays(since: today.midnight, staff: result.staff)
    return today
  }

  func tell(_ camera: Int, in state: inout State) {
    guard var board = state.boards[camera] else { return }
    board.lastTold = .now
    state.boards[camera] = board
    publish(.camera(board.status), in: &state)
  }

  /// - Returns: what was told, for sinks.
  private func publish(
    _ notices: [CrossingNotice], of camera: Int, in state: inout State
  ) -> [(id: String, content: SinkMessage.Content)] {
    guard let formatter = state.boards[camera]?.record?.formatter else { return [] }
    return notices.map { notice in
      var text = TextBuffer(capacity: 256)
      formatter.append(notice, to: &text)
      let content = SinkMessage.Content(
        type: SinkMessageType(notice), json: String(text.string.dropLast()))
      publish(.notice(json: content.json), in: &state)
      return (formatter.id(of: notice).description, content)
    }
  }

  private func publish(_ events: [Event], of camera: Int, in state: inout State) {
    guard let record = state.boards[camera]?.record else { return }
    for event in events {
      var text = TextBuffer(capacity: 256)
      record.formatter.append(event, to: &text)
      let line = String(text.string.dropLast())
      let id = record.formatter.id(of: event).description
      state.told.add(id, json: line)
      publish(.event(id: id, json: line), in: &state)
    }
  }
}
