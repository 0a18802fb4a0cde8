import FootfallTestSupport
import Foundation
import Synchronization
import Testing

@testable import FootfallSinks

@Suite("MQTT", .serialized, .enabled(if: MosquittoBroker.isPresent))
struct MQTTSinkTests {
  private let root = "footfall/high-street"

  private final class Shown: Sendable {
    let snapshot = Mutex(SnapshotFixture.snapshot())
  }

  private func sink(
    _ broker: MosquittoBroker, user: String = "", authority: String? = nil, showing shown: Shown = Shown()
  ) throws -> MQTTSink {
    let url = "mqtt\(broker.certificate == nil ? "" : "s")://\(user)127.0.0.1:\(broker.port)"
    let address = try #require(
      MQTTBroker(
        url: url, authority: authority, topic: "footfall", isAnnounced: true,
        types: Set(SinkMessageType.allCases)))
    return MQTTSink(
      address, store: "high-street", version: "1.2.3", snapshot: { shown.snapshot.withLock(\.self) },
      logger: .silent)
  }

  /// Waits for what a subscriber is told, up to a minute and a half: other tests run beside.
  private func wait(
    for subscriber: MosquittoSubscriber, until isThere: ([MosquittoSubscriber.Message]) -> Bool
  ) async throws -> [MosquittoSubscriber.Message] {
    let deadline = ContinuousClock.now + .seconds(90)
    while ContinuousClock.now < deadline {
      let messages = try subscriber.messages()
      if isThere(messages) { return messages }
      try await Task.sleep(for: .milliseconds(20))
    }
    return try subscriber.messages()
  }

  /// Delivers until the broker takes it, up to a minute and a half: other tests run beside.
  private func deliver(_ messages: [SinkMessage], to sink: MQTTSink) async throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(90)
    while ContinuousClock.now < deadline {
      if sink.deliver(messages) == .accepted { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }

  @Test("it is online with its states and its discovery kept by the broker, and offline when it stops")
  func states() async throws {
    let broker = try MosquittoBroker()
    let shown = Shown()
    let sink = try sink(broker, showing: shown)
    sink.start()
    #expect(try await deliver([.number(1)], to: sink))
    // Who comes later is told what the broker has kept.
    let late = try MosquittoSubscriber(port: broker.port, topic: "#")
    let alert = "\(root)/alert/long-queue"
    let kept = try await wait(for: late) { messages in messages.contains { $0.topic == alert } }
    #expect(kept.allSatisfy { $0.isRetained })
    #expect(kept.contains { $0.topic == "\(root)/status" && $0.text == "online" })
    #expect(kept.count { $0.topic.hasPrefix("homeassistant/") } == 9)
    #expect(!kept.contains { $0.topic == "\(root)/event" })
    shown.snapshot.withLock { $0 = SnapshotFixture.snapshot(isRaised: true) }
    let changed = try await wait(for: late) { $0.count > kept.count }
    #expect(changed.dropFirst(kept.count).map { $0.topic } == [alert] && changed.last?.text == "ON")
    sink.stop()
    let ended = try await wait(for: late) { $0.last?.text == "offline" }
    #expect(ended.last?.topic == "\(root)/status")
  }

  @Test("events come in their order, and while the broker is away they are not taken")
  func brokerAway() async throws {
    let broker = try MosquittoBroker()
    let sink = try sink(broker)
    sink.start()
    let subscriber = try MosquittoSubscriber(port: broker.port, topic: "\(root)/#")
    #expect(try await deliver((1...20).map { .number($0) }, to: sink))
    #expect(try await deliver([.number(1, type: .crossingProvisional)], to: sink))
    let topic = "\(root)/event"
    let first = try await wait(for: subscriber) { $0.count { $0.topic == topic } == 20 }
    #expect(
      first.filter { $0.topic == topic }.map { $0.text }
        == (1...20).compactMap { SinkMessage.number($0).content?.json })
    // What is not certain yet has a topic of its own.
    #expect(
      try await wait(for: subscriber) { $0.contains { $0.topic == "\(root)/provisional" } }
        .contains { $0.text.contains("crossingProvisional") })
    broker.end()
    guard case .failed = sink.deliver([.number(21)]) else { return #expect(Bool(false), "nobody took it") }
    try broker.start()
    #expect(try await deliver([.number(22)], to: sink))
    let second = try await wait(for: subscriber) { $0.contains { $0.text.contains("id-22") } }
    #expect(second.contains { $0.text.contains("id-22") })
    #expect(second.dropFirst(first.count).contains { $0.topic == "\(root)/status" && $0.text == "online" })
    sink.stop()
  }

  @Test("a wrong password is said as such and not told, and the right one is let in")
  func credentials() async throws {
    let broker = try MosquittoBroker(user: "keeper", password: "right-word")
    let reason = try await refusal(of: sink(broker, user: "keeper:wrong-word@")) { $0.contains("refused") }
    #expect(reason.contains("refused by the broker") && !reason.contains("word"), "\(reason)")
    let good = try sink(broker, user: "keeper:right-word@")
    good.start()
    #expect(try await deliver([.number(1)], to: good))
    good.stop()
  }

  @Test("with TLS a broker is believed whose certificate comes from the authority given, and no other")
  func encrypted() async throws {
    let broker = try MosquittoBroker(isSecure: true)
    let reason = try await refusal(of: sink(broker)) { !["", "not connected yet"].contains($0) }
    #expect(reason.contains("certificate") || reason.contains("tls"), "\(reason)")
    let good = try sink(broker, authority: broker.certificate)
    good.start()
    #expect(try await deliver([.number(1)], to: good))
    good.stop()
  }

  /// Why a sink delivers nothing, once that is known.
  private func refusal(of sink: MQTTSink, until isKnown: (String) -> Bool) async throws -> String {
    sink.start()
    defer { sink.stop() }
    var last = ""
    let deadline = ContinuousClock.now + .seconds(10)
    while !isKnown(last), ContinuousClock.now < deadline {
      if case .failed(let reason, _) = sink.deliver([.number(1)]) { last = reason }
      try await Task.sleep(for: .milliseconds(20))
    }
    return last
  }
}
