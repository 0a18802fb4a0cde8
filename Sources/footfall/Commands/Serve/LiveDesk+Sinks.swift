import FootfallAnalytics
import FootfallExport
import FootfallSinks
import FootfallStore
import FootfallWeb
import Logging
import Synchronization

extension LiveDesk {
  /// Prepares the sinks of the scene file; from then on the dashboard tells how they fare.
  /// - Throws: ``SceneError`` where a secret is not set or an address is none; ``StoreError``.
  func makeSinks() throws -> SinkDesk {
    let (scene, header) = try feedHeader()
    let made = try SinkDesk(
      try scene.sinks.resolved(Secrets(of: scene)), store: scene.store, database: database, header: header,
      logger: logger, snapshot: { [self] in snapshot() })
    sinks.withLock { $0 = made }
    return made
  }

  /// Tells sinks what is not certain yet; nobody needs it when it is late.
  func tellSinks(_ notices: [(id: String, content: SinkMessage.Content)]) {
    guard !notices.isEmpty, let desk = sinks.withLock(\.self) else { return }
    for (id, content) in notices {
      desk.passing.add(
        id: id, content, milliseconds: SystemTime.milliseconds(), lifetime: Self.noticeLifetime)
    }
    desk.ring()
  }

  /// Longer than it takes until it is certain in most cases.
  private static let noticeLifetime = Duration.seconds(10)

  /// Looks at all alerts; about once a second, so that a camera is missed of which nothing comes.
  func checkAlerts() {
    let records = state.withLock { checkAlerts(in: &$0, after: .zero) }
    keeper.add(records)
  }

  /// Looks at all alerts, and tells what has changed to everybody who listens.
  /// - Parameter latency: since what is known now happened.
  func checkAlerts(in state: inout State, after latency: Duration) -> [AlertRecord] {
    if state.alerts.isEmpty { return [] }
    let time = ContinuousClock.now - started - latency
    let milliseconds = SystemTime.milliseconds() - Int64(latency / .milliseconds(1))
    let cameras = state.cameras.map(\.status)
    var records: [AlertRecord] = []
    for index in state.alerts.indices {
      guard
        let record = state.alerts[index].observe(
          cameras, inStore: state.occupancy.map { Int($0.mean.rounded()) }, at: time,
          milliseconds: milliseconds,
          of: state.scene)
      else { continue }
      logger.notice("alert \(record.alert): \(record.isRaised ? "raised" : "cleared")")
      publish(.alert(json: record.json), in: &state)
      records.append(record)
    }
    return records
  }

  func status() async throws -> StoreStatus {
    let (alerts, occupancy) = state.withLock { state in
      (state.alerts.map { $0.status(in: state.scene) }, state.occupancy)
    }
    let statuses = try WebError.translating { try sinks.withLock(\.self)?.statuses() ?? [] }
    return StoreStatus(occupancy: occupancy, alerts: alerts, sinks: statuses)
  }

  /// How the store is, for retained topics.
  func snapshot() -> StoreSnapshot {
    state.withLock { state in
      StoreSnapshot(
        store: state.scene.store, inside: state.occupancy.map { Int($0.mean.rounded()) },
        cameras: state.scene.cameras.compactMap { camera in
          state.board(of: camera.id.value).map { StoreSnapshot.Camera(camera, $0) }
        },
        alerts: state.alerts.map {
          let status = $0.status(in: state.scene)
          return StoreSnapshot.Alert(id: status.id, isRaised: status.isRaised)
        })
    }
  }
}

extension StoreSnapshot.Camera {
  init(_ camera: SceneFile.Camera, _ board: CameraBoard) {
    let lines = camera.lines.map { line in
      let tally = board.today.lines[line.id.value] ?? .init()
      return StoreSnapshot.Line(id: line.id.value, entries: tally.entries, exits: tally.exits)
    }
    let zones = camera.zones.map { zone in
      let status = board.status.zones.first { $0.id == zone.id.value }
      return StoreSnapshot.Zone(
        id: zone.id.value, inside: status?.inside, visits: board.today.stays[zone.id.value]?.count ?? 0,
        medianDwellSeconds: status?.medianDwellSeconds)
    }
    self.init(
      id: camera.id.value, state: board.status.state.rawValue, inView: board.status.inView, lines: lines,
      zones: zones)
  }
}
