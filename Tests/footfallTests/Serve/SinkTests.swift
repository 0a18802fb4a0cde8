import FootfallAnalytics
import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

/// The film of people that is played as a camera.
private let film = "data/pets09-s2l1/clip.mp4"

@Suite("Sinks of footfall serve", .serialized)
struct SinkTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static var isReady: Bool {
    SharedData.isPresent(film) && SharedData.hasModel("yolov3-tiny-608x448.onnx") && MosquittoBroker.isPresent
  }

  private static let words = [
    "HOOK_WORD": "hook-hush", "BROKER_WORD": "broker/hush", "CAMERA_WORD": "camera-hush",
  ]

  private func scene(hook: WebhookReceiver, broker: MosquittoBroker) -> String {
    """
    version: 1
    timezone: Europe/London
    store: high-street
    sinks:
      webhooks: [{id: planner, url: "\(hook.address())", secret: "${HOOK_WORD}"}]
      mqtt: {url: "mqtt://keeper:${BROKER_WORD}@127.0.0.1:\(broker.port)"}
    alerts:
      - {id: busy, occupancy: door-area, above: 1, for: 1s}
      - {id: blind, camera: gone, for: 2s}
    cameras:
      - id: door
        source: \(SharedData.root.appendingPathComponent(film).path)
        lines: [{id: A, from: [420, 150], to: [420, 450], kind: entrance}]
        zones: [{id: door-area, polygon: [[0, 0], [768, 0], [768, 576], [0, 576]], kind: section}]
      - id: gone
        source: rtsp://ada:${CAMERA_WORD}@127.0.0.1:9/none

    """
  }

  private func broker() throws -> MosquittoBroker {
    try MosquittoBroker(user: "keeper", password: Self.words["BROKER_WORD"] ?? "")
  }

  private func subscriber(_ broker: MosquittoBroker, to topic: String) throws -> MosquittoSubscriber {
    try MosquittoSubscriber(
      port: broker.port, topic: topic, user: "keeper", password: Self.words["BROKER_WORD"] ?? "")
  }

  private var databasePath: String { folder.url.appendingPathComponent("footfall-state/footfall.db").path }

  /// The ids of all events and alerts that the database has acknowledged.
  private func known(alerts: [String] = []) throws -> Set<String> {
    let database = try EventStore(path: databasePath, access: .readOnly)
    let events = try database.events(of: StoreQuery(store: "high-street")).map(\.id.description)
    return Set(events + alerts)
  }

  private func id(_ text: String) -> String? {
    text.firstMatch(of: /"id": ?"([0-9a-z-]+)"/).map { String($0.output.1) }
  }

  /// The first appearance of each, in order.
  private func distinct(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }

  @Test(
    "with receiver and broker away for a while, both are told everything in the end, and no secret is anywhere",
    .enabled(if: isReady))
  func away() async throws {
    let hook = try WebhookReceiver(secret: Self.words["HOOK_WORD"])
    let broker = try broker()
    let subscriber = try subscriber(broker, to: "footfall/high-street/#")
    let store = try await RunningStore(scene(hook: hook, broker: broker), in: folder, environment: Self.words)
    let raised = #"footfall_alert_raised{alert="busy"}"#
    #expect(try await store.wait(seconds: 40, for: raised) { $0 == 1 })
    #expect(
      try await store.wait(seconds: 20, for: #"footfall_alert_raised{alert="blind"}"#) { $0 == 1 })
    #expect(
      try await store.wait(seconds: 20, for: #"footfall_sink_delivered_total{sink="planner"}"#) { $0 > 3 })
    hook.end()
    broker.end()
    for sink in ["planner", "mqtt"] {
      #expect(
        try await store.wait(seconds: 30, for: #"footfall_sink_waiting_messages{sink="\#(sink)"}"#) { $0 > 1 }
      )
      #expect(try await store.measure(#"footfall_sink_up{sink="\#(sink)"}"#) == 0)
    }
    if KillTests.rounds != nil { try await Task.sleep(for: .seconds(60)) }
    let hookAgain = try WebhookReceiver(secret: Self.words["HOOK_WORD"], port: hook.port)
    try broker.start()
    for sink in ["planner", "mqtt"] {
      #expect(
        try await store.wait(seconds: 80, for: #"footfall_sink_up{sink="\#(sink)"}"#) { $0 == 1 })
      #expect(
        try await store.wait(seconds: 40, for: #"footfall_sink_waiting_messages{sink="\#(sink)"}"#) {
          $0 == 0
        })
    }
    let looks = try await store.measure(#"footfall_camera_looks_total{camera="door"}"#)
    #expect(looks ?? 0 > 20)
    store.program.send(SIGKILL)
    let outcome = try await store.program.end(limit: .seconds(5))
    // A broker tells that a program is gone which did not say goodbye.
    try await wait(for: subscriber) { $0.last?.text == "offline" }
    try checkDeliveries(posts: hook.posts() + hookAgain.posts(), told: subscriber.messages())
    try checkSecrets(outcome.errorOutput)
  }

  private func wait(
    for subscriber: MosquittoSubscriber, until isThere: ([MosquittoSubscriber.Message]) -> Bool
  ) async throws {
    for _ in 0..<500 where try !isThere(subscriber.messages()) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try isThere(subscriber.messages()))
  }

  /// Everything was told, or still waits.
  private func checkDeliveries(
    posts: [WebhookReceiver.Post], told: [MosquittoSubscriber.Message]
  ) throws {
    #expect(posts.allSatisfy { $0.signature == "good" })
    // What is not certain yet is told at a topic of its own, and to no webhook that does not ask for it.
    #expect(told.contains { $0.topic.hasSuffix("/provisional") && $0.text.contains("crossingProvisional") })
    #expect(!posts.contains { ["crossingProvisional", "crossingWithdrawn"].contains($0.event) })
    let told = told.filter { $0.topic.hasSuffix("/event") }
    let database = try EventStore(path: databasePath, access: .readOnly)
    let waiting = try ["planner", "mqtt"].map { Set(try database.outbox(of: $0, limit: 1000).map(\.id)) }
    let alerts = try database.latestAlerts(store: "high-street").map(\.id)
    let known = try known(alerts: alerts)
    let missing = [
      known.subtracting(posts.map(\.id)).subtracting(waiting[0]),
      known.subtracting(told.compactMap { id($0.text) }).subtracting(waiting[1]),
    ]
    #expect(missing.allSatisfy { $0.isEmpty } && known.count > 5, "\(missing)")
    #expect(posts.contains { $0.event == "alertRaised" } && posts.contains { $0.event == "crossing" })
  }

  /// No word is in the log, the database or any other file of the state folder.
  private func checkSecrets(_ log: String) throws {
    let state = folder.url.appendingPathComponent("footfall-state")
    var texts = [Data(log.utf8)]
    for file in try FileManager.default.subpathsOfDirectory(atPath: state.path) {
      if let bytes = try? Data(contentsOf: state.appendingPathComponent(file)) { texts.append(bytes) }
    }
    #expect(texts.count > 2)
    for word in Self.words.values {
      #expect(texts.allSatisfy { $0.range(of: Data(word.utf8)) == nil }, "\(word)")
    }
  }

  @Test(
    "killed at any moment while it delivers, nothing is lost at the sinks, out of order or unknown",
    .enabled(if: isReady))
  func killed() async throws {
    let (hook, broker) = (try WebhookReceiver(secret: Self.words["HOOK_WORD"]), try broker())
    let subscriber = try subscriber(broker, to: "footfall/high-street/event")
    let rounds = KillTests.rounds ?? 6
    let alerts = try fill(count: 500 * rounds)
    let text = scene(hook: hook, broker: broker)
    var generator = SeededGenerator(seed: 6)
    for round in 0..<rounds {
      let store = try await RunningStore(text, in: folder, environment: Self.words)
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...400, using: &generator)))
      store.program.send(SIGKILL)
      _ = try await store.program.end(limit: .seconds(5))
      print("killed in round \(round) with \(try hook.posts().count) posts")
    }
    #expect(try hook.posts().count < alerts.count, "it was killed while it delivered")
    let store = try await RunningStore(text, in: folder, environment: Self.words)
    for sink in ["planner", "mqtt"] {
      #expect(
        try await store.wait(
          seconds: 10 * Double(rounds), for: #"footfall_sink_waiting_messages{sink="\#(sink)"}"#
        ) {
          $0 == 0
        })
    }
    let outcome = try await store.end()
    #expect(outcome.status == 0 && !outcome.isTimedOut, "\(outcome.errorOutput)")
    let database = try EventStore(path: databasePath, access: .readOnly)
    let (events, all) = (
      try known(), try known(alerts: database.latestAlerts(store: "high-street").map(\.id))
    )
    let posts = try hook.posts().map { (id: $0.id, isEvent: !$0.event.hasPrefix("alert")) }
    let told = try subscriber.messages().compactMap { message in
      id(message.text).map { (id: $0, isEvent: message.text.contains(#""track""#)) }
    }
    for (sink, messages) in [("planner", posts), ("mqtt", told)] {
      let ids = distinct(messages.map { $0.id })
      #expect(Array(ids.prefix(alerts.count)) == alerts)
      let waiting = Set(try database.outbox(of: sink, limit: 1000).map(\.id))
      #expect(all.subtracting(ids).isSubset(of: waiting))
      #expect(Set(messages.filter { $0.isEvent }.map { $0.id }).isSubset(of: events))
    }
  }

  /// Lets alerts wait for the sinks before the program is started.
  private func fill(count: Int) throws -> [String] {
    try FileManager.default.createDirectory(
      atPath: folder.url.path + "/footfall-state", withIntermediateDirectories: true)
    let database = try EventStore(path: databasePath, access: .readWrite)
    try database.keepOutbox(for: ["planner", "mqtt"])
    let alerts = (0..<count).map { number in
      AlertRecord(
        id: "made-up-\(number)", store: "high-street", alert: "made-up", isRaised: false,
        timeMilliseconds: Int64(number), json: #"{"id":"made-up-\#(number)"}"#)
    }
    try database.add(alerts)
    try database.close()
    return alerts.map(\.id)
  }
}
