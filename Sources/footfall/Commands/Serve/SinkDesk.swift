import Dispatch
import FootfallExport
import FootfallSinks
import FootfallStore
import FootfallWeb
import Logging

/// The programs that a running store tells what happens, each with a courier of its own.
final class SinkDesk: Sendable {
  private let database: EventStore
  private let couriers: [(sink: any EventSink, courier: Courier)]
  private let broker: MQTTSink?
  /// What sinks are told of members.
  let passing: PassingMessages

  /// Prepares the sinks of a scene file.
  /// - Parameter snapshot: how the store is, for retained topics; asked twice a second.
  /// - Throws: ``SceneError`` where a secret is not set or an address is none; ``StoreError``.
  init(
    _ scene: SceneFile, database: EventStore, header: FeedHeader, logger: Logger,
    snapshot: @escaping @Sendable () -> StoreSnapshot
  ) throws {
    self.database = database
    let (webhooks, broker) = try scene.sinks.resolved(Secrets(of: scene))
    self.broker = broker.map {
      MQTTSink($0, store: scene.store, version: Generator.version, snapshot: snapshot, logger: logger)
    }
    let posts = webhooks.map {
      WebhookSink($0, store: scene.store, version: Generator.version, now: SystemTime.milliseconds)
    }
    let sinks = posts as [any EventSink] + [self.broker].compactMap(\.self)
    let ofMembers: Set<SinkMessageType> = [.memberRecognised, .memberLeft]
    passing = PassingMessages(for: sinks.filter { !$0.types.isDisjoint(with: ofMembers) }.map(\.id))
    let outbox = StoreOutbox(database: database, header: header, passing: passing)
    couriers = sinks.map {
      ($0, Courier($0, outbox: outbox, now: SystemTime.milliseconds, logger: logger))
    }
    try database.keepOutbox(for: sinks.map(\.id))
  }

  func start() {
    broker?.start()
    for (_, courier) in couriers { courier.start() }
  }

  /// Tells all that something was written.
  func ring() {
    for (_, courier) in couriers { courier.ring() }
  }

  /// Stops all of them within about two seconds; what is left waits in the database.
  func stop() {
    for (_, courier) in couriers { courier.cancel() }
    let deadline = DispatchTime.now() + 2
    for (_, courier) in couriers { courier.wait(until: deadline) }
  }

  /// How each of them fares.
  /// - Throws: ``StoreError``.
  func statuses() throws -> [StoreStatus.SinkStatus] {
    let backlogs = try database.backlogs()
    return couriers.map { sink, courier in
      let backlog = backlogs.first { $0.sink == sink.id }
      let tally = courier.tally
      return StoreStatus.SinkStatus(
        id: sink.id, kind: sink is MQTTSink ? .mqtt : .webhook, waiting: backlog?.count ?? 0,
        oldestMilliseconds: backlog?.oldestMilliseconds, delivered: tally.delivered,
        failures: tally.failures, givenUp: tally.givenUp, problem: tally.problem)
    }
  }
}
