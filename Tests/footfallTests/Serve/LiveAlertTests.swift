import FootfallStore
import FootfallTestSupport
import FootfallWeb
import Foundation
import Testing

@testable import footfall

@Suite("Alerts of a running store")
struct LiveAlertTests {
  private func scene(_ alert: String) throws -> SceneFile {
    try SceneFile(
      text: """
        version: 1
        timezone: Europe/London
        store: high-street
        cameras:
          - {id: a, zones: [{id: till, polygon: [[0, 0], [9, 0], [9, 9]], kind: queue}]}
          - {id: b, zones: [{id: till, polygon: [[0, 0], [9, 0], [9, 9]], kind: queue}]}
        alerts: [\(alert)]

        """, path: "store.yaml")
  }

  private func camera(
    _ id: String, till: Int?, inView: Int?, state: CameraStatus.State = .streaming
  ) -> CameraStatus {
    var status = CameraStatus(id: id, source: "", state: state, sinceMilliseconds: 0)
    status.inView = inView
    status.zones = [
      .init(id: "till", kind: "queue", inside: till, medianDwellSeconds: nil, visits: 0)
    ]
    return status
  }

  /// What an alert does when it sees the same for ten seconds.
  private func record(
    _ alert: String, _ cameras: [CameraStatus], inStore people: Int? = nil
  ) throws -> AlertRecord? {
    let scene = try scene(alert)
    var alarm = LiveAlert(try #require(scene.alerts.first), latest: nil)
    for second in 0...10 as ClosedRange<Int64> {
      let milliseconds = 1_780_000_000_000 + second * 1000
      if let record = alarm.observe(
        cameras, inStore: people, at: .seconds(second), milliseconds: milliseconds, of: scene)
      {
        return record
      }
    }
    return nil
  }

  @Test(
    "people are added up over the cameras, and where one does not see nothing is known",
    arguments: [
      ("queue: till, above: 4", 3, 2, true), ("queue: till, above: 5", 3, 2, false),
      ("occupancy: till, above: 4", 3, nil, false), ("occupancy: store, above: 11", 7, 5, true),
      ("occupancy: store, above: 12", 7, 5, false), ("occupancy: store, above: 1", nil, 5, false),
    ] as [(String, Int?, Int?, Bool)])
  func people(rule: String, first: Int?, second: Int?, isRaised: Bool) throws {
    let cameras = [camera("a", till: first, inView: first), camera("b", till: second, inView: second)]
    let record = try record("{id: x, \(rule), for: 5s}", cameras)
    #expect(record?.isRaised == (isRaised ? true : nil))
    if isRaised { #expect(record?.timeMilliseconds == 1_780_000_005_000) }
  }

  @Test("the store is what its doors tell, and what the cameras see where they do not")
  func store() throws {
    let cameras = [camera("a", till: 3, inView: 3), camera("b", till: 2, inView: nil)]
    let rule = "{id: x, occupancy: store, above: 22, for: 5s}"
    #expect(try record(rule, cameras, inStore: 23)?.isRaised == true)
    #expect(try record(rule, cameras, inStore: 22) == nil)
    #expect(try record("{id: x, queue: till, above: 22, for: 5s}", cameras, inStore: 23) == nil)
  }

  @Test(
    "a camera that does not stream raises its alert, whatever it is about",
    arguments: CameraStatus.State.allCases)
  func blind(state: CameraStatus.State) throws {
    let record = try record(
      "{id: x, camera: b, for: 5s}",
      [camera("a", till: 0, inView: 0), camera("b", till: nil, inView: nil, state: state)])
    #expect((record?.isRaised == true) == (state != .streaming))
  }

  @Test(
    "what sinks are told satisfies its schema, with the same id each time",
    .enabled(if: SchemaValidator.isAvailable))
  func schema() throws {
    let cameras = [camera("a", till: 3, inView: 3), camera("b", till: 2, inView: 2)]
    for rule in ["queue: till, above: 4", "occupancy: store, above: 4"] {
      let record = try #require(try record("{id: x, \(rule), for: 5s}", cameras))
      #expect(try SchemaValidator.faults(of: record.json, schema: "footfall.alert-1") == [])
      #expect(record == (try self.record("{id: x, \(rule), for: 5s}", cameras)))
      #expect(record.json.contains(record.id) && record.json.contains(#""value":5"#))
    }
  }

  @Test("an alert that was on goes on over a restart, and is cleared then")
  func restart() throws {
    let scene = try scene("{id: x, queue: till, above: 4, for: 1s}")
    let rule = try #require(scene.alerts.first)
    let cameras = [camera("a", till: 3, inView: 3), camera("b", till: 2, inView: 2)]
    let raised = try record("{id: x, queue: till, above: 4, for: 1s}", cameras)
    var alert = LiveAlert(rule, latest: raised)
    #expect(alert.status(in: scene).isRaised)
    #expect(alert.observe(cameras, inStore: nil, at: .seconds(9), milliseconds: 9, of: scene) == nil)
    let empty = [camera("a", till: 0, inView: 0), camera("b", till: 0, inView: 0)]
    #expect(alert.observe(empty, inStore: nil, at: .seconds(10), milliseconds: 10, of: scene) == nil)
    #expect(
      alert.observe(empty, inStore: nil, at: .seconds(11), milliseconds: 11, of: scene)?.isRaised == false)
  }

  @Test(
    "it is the same as one elsewhere in another file that says the same, and as no other",
    arguments: [
      ("{id: x, queue: till, above: 4, for: 5s}", true), ("{id: y, queue: till, above: 4, for: 5s}", false),
      ("{id: x, queue: till, above: 5, for: 5s}", false), ("{id: x, queue: till, above: 4, for: 6s}", false),
      ("{id: x, occupancy: till, above: 4, for: 5s}", false),
      ("{id: x, queue: till, above: 4, clear: 3, for: 5s}", false),
    ])
  func same(text: String, isSame: Bool) throws {
    func alert(_ text: String) throws -> LiveAlert {
      LiveAlert(try #require(try scene(text).alerts.last), latest: nil)
    }
    let known = try alert("{id: x, queue: till, above: 4, for: 5s}")
    #expect(try alert("{id: first, camera: a, for: 1s}, " + text).isSameRule(as: known) == isSame)
  }
}
