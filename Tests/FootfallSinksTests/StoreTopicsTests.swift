import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallSinks

/// A store with one camera.
enum SnapshotFixture {
  static func snapshot(entries: Int = 3, inside: Int? = 2, isRaised: Bool = false) -> StoreSnapshot {
    StoreSnapshot(
      store: "high-street", inside: inside.map { 10 * $0 },
      cameras: [
        .init(
          id: "door.1", state: "streaming", inView: inside,
          lines: [.init(id: "entrance", entries: entries, exits: 1)],
          zones: [.init(id: "till", inside: inside, visits: 9, medianDwellSeconds: 41.5)])
      ], alerts: [.init(id: "long-queue", isRaised: isRaised)])
  }
}

@Suite("Topics and discovery")
struct StoreTopicsTests {
  private let topics = StoreTopics(prefix: "footfall", store: "high-street")

  private func object(_ text: String?) throws -> [String: Any] {
    let data = Data(try #require(text).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("each camera, line, zone and alert has a topic with its state; what is not known is left out")
  func states() throws {
    let states = topics.states(of: SnapshotFixture.snapshot(inside: nil))
    #expect(
      Set(states.keys) == [
        "footfall/high-street/occupancy", "footfall/high-street/camera/door.1",
        "footfall/high-street/camera/door.1/line/entrance",
        "footfall/high-street/camera/door.1/zone/till", "footfall/high-street/alert/long-queue",
      ])
    #expect(states[topics.occupancy] == "{}")
    #expect(states[topics.camera("door.1")] == #"{"state":"streaming"}"#)
    #expect(states[topics.line("entrance", of: "door.1")] == #"{"in":3,"out":1}"#)
    #expect(states[topics.zone("till", of: "door.1")] == #"{"medianDwellSeconds":41.5,"visits":9}"#)
    #expect(states[topics.alert("long-queue")] == "OFF")
  }

  @Test("Home Assistant is told entities with classes that it knows, of one device a camera, each id once")
  func discovery() throws {
    let snapshot = SnapshotFixture.snapshot()
    let states = topics.states(of: snapshot)
    let all = HomeAssistant(topics: topics, version: "1.2.3").configurations(of: snapshot)
    // home-assistant.io: sensor and binary_sensor integrations, lists of device classes; MQTT discovery topics.
    let classes: Set = ["connectivity", "duration", "problem"]
    let topic = #/homeassistant/(?:sensor|binary_sensor)/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+/config/#
    var ids: Set<String> = []
    for (name, text) in all {
      #expect(name.wholeMatch(of: topic) != nil, "\(name)")
      let entity = try object(text)
      #expect(ids.insert(try #require(entity["unique_id"] as? String)).inserted)
      let state = try #require(entity["state_topic"] as? String)
      let told = try #require(states[state], "\(name): \(state)")
      if let key = (entity["value_template"] as? String)?.firstMatch(of: /\['(\w+)'\]/)?.output.1 {
        #expect(try object(told)[String(key)] != nil, "\(name): \(key)")
        #expect(["measurement", "total_increasing"].contains(entity["state_class"] as? String))
        #expect(entity["unit_of_measurement"] != nil)
      }
      if let kind = entity["device_class"] as? String { #expect(classes.contains(kind)) }
      let availability = try #require(entity["availability"] as? [[String: String]])
      #expect(availability == [["topic": "footfall/high-street/status"]])
      #expect((entity["device"] as? [String: Any])?["identifiers"] is [String])
      #expect(entity["origin"] != nil)
    }
    #expect(all.count == 9)
  }

  @Test(
    "an address of a broker is read with its user, port and encryption; another one is none",
    arguments: [
      ("mqtt://broker", "broker 1883 - - plain"), ("mqtts://broker.lan", "broker.lan 8883 - - TLS"),
      ("mqtt://ada:p%40ss%2Fword@10.0.0.9:1884/", "10.0.0.9 1884 ada p@ss/word plain"),
      ("mqtt://[::1]:1885", "::1 1885 - - plain"), ("http://broker", nil), ("broker:1883", nil),
      ("mqtt://", nil), ("mqtt://broker/path", nil), ("mqtt://broker:65535", "broker 65535 - - plain"),
      ("mqtt://broker:0", nil), ("mqtt://broker:65536", nil), ("mqtt://broker:99999999999", nil),
      ("mqtt://broker:99999999999999999999", nil), ("mqtt://broker:mqtt", nil),
    ] as [(String, String?)])
  func addresses(url: String, meaning: String?) {
    let broker = MQTTBroker(url: url, topic: "footfall", isAnnounced: true, types: [])
    let words = broker.map {
      [$0.host, "\($0.port)", $0.user ?? "-", $0.password ?? "-", $0.isSecure ? "TLS" : "plain"]
    }
    #expect(words?.joined(separator: " ") == meaning)
  }
}
