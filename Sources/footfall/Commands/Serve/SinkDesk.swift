import Dispatch
import FootfallExport
import FootfallSinks
import FootfallStore
import FootfallWeb
import Logging
import Synchronization

/// The programs that a running store tells what happens, each with a courier of its own.
final class SinkDesk: Sendable {
  /// A sink at work.
  private struct Line: Sendable {
    let setting: SinkSetting
    let sink: any EventSink
    let courier: Courier

    func start() {
      (sink as? MQTTSink)?.start()
      courier.start()
    }
  }

  private let database: EventStore
  private let store: String
  private let logger: Logger
  private let snapshot: @Sendable () -> StoreSnapshot
  private let outbox: StoreOutbox
  private let lines: Mutex<[Line]>
  /// What sinks are told that no database holds.
  let passing = PassingMessages()

  /// Prepares sinks.
  /// - Parameter snapshot: how the store is, for retained topics; asked twice a second.
  /// - Throws: ``StoreError``.
  init(
    _ settings: [SinkSetting], store: String, database: EventStore, header: FeedHeader, logger: Logger,
    snapshot: @escaping @Sendable () -> StoreSnapshot
  ) throws {
    self.database = database
    self.store = store
    self.logger = logger
    self.snapshot = snapshot
    outbox = StoreOutbox(database: database, header: header, passing: passing)
    lines = Mutex([])
    try keepMessages(for: settings)
    let made = settings.map(line(for:))
    lines.withLock { $0 = made }
  }

  func start() {
    for line in lines.withLock(\.self) { line.start() }
  }

  /// Puts other settings into force: a sink of which nothing changed goes on untouched, one that changed goes on where it
  /// was, a new one is told what comes, and the others end.
  ///
  /// Blocks for about two seconds at most.
  /// - Throws: ``StoreError``; nothing has changed then.
  func reload(_ settings: [SinkSetting]) throws {
    try keepMessages(for: settings)
    let before = lines.withLock(\.self)
    end(before.filter { !settings.contains($0.setting) })
    var begun: [Line] = []
    let after = settings.map { setting in
      if let kept = before.first(where: { $0.setting == setting }) { return kept }
      let new = line(for: setting)
      begun.append(new)
      return new
    }
    lines.withLock { $0 = after }
    for line in begun { line.start() }
  }

  /// Tells all that something was written.
  func ring() {
    for line in lines.withLock(\.self) { line.courier.ring() }
  }

  /// Stops all of them within about two seconds; what is left waits in the database.
  func stop() { end(lines.withLock(\.self)) }

  /// How each of them fares.
  /// - Throws: ``StoreError``.
  func statuses() throws -> [StoreStatus.SinkStatus] {
    let backlogs = try database.backlogs()
    return lines.withLock(\.self).map { line in
      let backlog = backlogs.first { $0.sink == line.sink.id }
      let tally = line.courier.tally
      return StoreStatus.SinkStatus(
        id: line.sink.id, kind: line.sink is MQTTSink ? .mqtt : .webhook, waiting: backlog?.count ?? 0,
        oldestMilliseconds: backlog?.oldestMilliseconds, delivered: tally.delivered,
        failures: tally.failures, givenUp: tally.givenUp, problem: tally.problem)
    }
  }

  private func keepMessages(for settings: [SinkSetting]) throws {
    try database.keepOutbox(for: settings.map(\.id))
    passing.keep(for: Dictionary(uniqueKeysWithValues: settings.map { ($0.id, $0.types) }))
  }

  private func line(for setting: SinkSetting) -> Line {
    let sink: any EventSink =
      switch setting {
      case .webhook(let webhook):
        WebhookSink(webhook, store: store, version: Generator.version, now: SystemTime.milliseconds)
      case .broker(let broker):
        MQTTSink(broker, store: store, version: Generator.version, snapshot: snapshot, logger: logger)
      }
    return Line(
      setting: setting, sink: sink,
      courier: Courier(sink, outbox: outbox, now: SystemTime.milliseconds, logger: logger))
  }

  private func end(_ lines: [Line]) {
    // A broker's goodbye may take all of it.
    let deadline = DispatchTime.now() + 2
    for line in lines { line.courier.cancel() }
    for line in lines { line.courier.wait(until: deadline) }
  }
}
