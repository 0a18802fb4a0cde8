internal import Dispatch
internal import FootfallCore
internal import FootfallProcess
internal import Foundation
public import Logging
internal import Synchronization

/// Publishes events at an MQTT broker, and the state of the store as retained messages, on a connection that a thread of
/// its own keeps up.
///
/// Each event is acknowledged by the broker (quality 1). States are compared with what was last published twice a
/// second; what has changed is published, and all of it after each connecting.
public final class MQTTSink: EventSink {
  /// The name of the one broker of a store in the outbox.
  public static let name = "mqtt"
  /// How long the broker may take to let us in, or to acknowledge.
  private static let patience = 10.0
  private static let stateInterval = Duration.milliseconds(500)

  private struct State {
    var client: MosquittoClient?
    var problem = "not connected yet"
    var isStopped = false
  }

  private let broker: MQTTBroker
  private let topics: StoreTopics
  private let homeAssistant: HomeAssistant
  private let snapshot: @Sendable () -> StoreSnapshot
  private let logger: Logger
  private let state = Mutex(State())
  private let end = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)

  /// Creates a sink that is not connected.
  /// - Parameters:
  ///   - store: the id of the store, part of every topic.
  ///   - version: of this program.
  ///   - snapshot: how the store is; called on this sink's thread.
  public init(
    _ broker: MQTTBroker, store: String, version: String,
    snapshot: @escaping @Sendable () -> StoreSnapshot, logger: Logger
  ) {
    self.broker = broker
    self.snapshot = snapshot
    self.logger = logger
    topics = StoreTopics(prefix: broker.topic, store: store)
    homeAssistant = HomeAssistant(topics: topics, version: version)
  }

  /// ``name``.
  public var id: String { Self.name }
  /// As it was given.
  public var types: Set<SinkMessageType> { broker.types }
  /// What libmosquitto has under way at once.
  public var portion: Int { 20 }

  /// Connects, and again whenever the connection is lost.
  public func start() {
    let thread = Thread { [self] in
      var backoff = Backoff()
      var generator = SystemRandomNumberGenerator()
      while !isStopped {
        if live() { backoff.reset() }
        let pause = backoff.next(using: &generator)
        if !isStopped { _ = end.wait(timeout: .now() + pause.inSeconds) }
      }
      done.signal()
    }
    thread.name = "footfall.mqtt"
    thread.start()
  }

  /// Says goodbye to the broker; blocks for two seconds at most.
  public func stop() {
    state.withLock { $0.isStopped = true }
    end.signal()
    // Where it hangs in looking up a name, the program ends without it.
    _ = done.wait(timeout: .now() + 2)
  }

  /// Publishes the messages and waits until the broker has acknowledged all of them.
  public func deliver(_ messages: [SinkMessage]) -> Delivery {
    let (client, problem) = state.withLock { ($0.client, $0.problem) }
    guard let client else { return .failed(reason: problem) }
    do throws(MosquittoClient.Failure) {
      try client.deliver(
        messages.compactMap(\.content).map { ($0.json, topics.topic(of: $0)) }, within: Self.patience)
      return .accepted
    } catch {
      return .failed(reason: error.description)
    }
  }

  private var isStopped: Bool { state.withLock(\.isStopped) }
}

extension MQTTSink {
  /// Goes through one connection from its opening to its end.
  /// - Returns: whether the broker had let us in.
  private func live() -> Bool {
    var wasIn = false
    do throws(MosquittoClient.Failure) {
      let client = try MosquittoClient(
        broker, name: "footfall-\(topics.root)", will: (topics.status, "offline"))
      defer {
        state.withLock { $0.client = nil }
        client.giveUp()
      }
      guard try enter(client) else { return false }
      wasIn = true
      logger.notice("MQTT: connected to \(broker.host) port \(broker.port)")
      try stay(client)
    } catch {
      let isNew = state.withLock { state in
        defer { state.problem = error.description }
        return state.problem != error.description
      }
      if isNew || wasIn { logger.warning("MQTT: \(error.description); trying again") }
    }
    return wasIn
  }

  /// Waits until the broker lets us in.
  /// - Returns: whether it did; false where this sink was stopped meanwhile.
  private func enter(_ client: MosquittoClient) throws(MosquittoClient.Failure) -> Bool {
    let deadline = ContinuousClock.now + .seconds(Self.patience)
    while try !client.isConnected() {
      if isStopped { return false }
      guard ContinuousClock.now < deadline else {
        throw MosquittoClient.Failure(
          description: "no answer from \(broker.host) port \(broker.port) within \(Int(Self.patience)) s")
      }
      try client.turn(milliseconds: 50)
    }
    return true
  }

  /// Publishes states for as long as the connection lasts, or until this sink is stopped.
  private func stay(_ client: MosquittoClient) throws(MosquittoClient.Failure) {
    try client.publish("online", to: topics.status, isRetained: true)
    state.withLock { $0.client = client }
    var known: [String: String] = [:]
    var due = ContinuousClock.now
    while !isStopped {
      if ContinuousClock.now >= due {
        due = .now + Self.stateInterval
        try publishChanges(since: &known, to: client)
      }
      try client.turn(milliseconds: 50)
    }
    try client.publish("offline", to: topics.status, isRetained: true)
    client.disconnect()
  }

  private func publishChanges(
    since known: inout [String: String], to client: MosquittoClient
  ) throws(MosquittoClient.Failure) {
    let snapshot = snapshot()
    // What there is comes before how it is.
    let layers = [
      broker.isAnnounced ? homeAssistant.configurations(of: snapshot) : [:], topics.states(of: snapshot),
    ]
    for wanted in layers {
      for (topic, text) in wanted.sorted(by: { $0.key < $1.key }) where known[topic] != text {
        try client.publish(text, to: topic, isRetained: true)
        known[topic] = text
      }
    }
    // An empty message takes a retained one away.
    for topic in known.keys where layers.allSatisfy({ $0[topic] == nil }) {
      try client.publish("", to: topic, isRetained: true)
      known[topic] = nil
    }
  }
}
