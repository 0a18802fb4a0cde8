import FootfallMadeUpStore
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import FootfallWeb

@Suite("Stream of events")
struct StreamTests {
  /// A made-up store that tells a few things and stops.
  private struct ShortStore: LiveStore {
    let store: MadeUpStore
    let told: [LiveUpdate]

    func updates(since last: String?) async -> (missed: [LiveUpdate]?, updates: AsyncStream<LiveUpdate>) {
      let updates = AsyncStream<LiveUpdate> { continuation in
        told.forEach { continuation.yield($0) }
        continuation.finish()
      }
      return (last == "told" ? [.event(id: "e9", json: "{}"), .event(id: "e2", json: "{}")] : nil, updates)
    }
    func layout() async -> StoreLayout { await store.layout() }
    func cameras() async -> [CameraStatus] { await store.cameras() }
    func status() async throws -> StoreStatus { await store.status() }
    func traffic(_ query: HistoryQuery) async throws -> [UInt8] { try await store.traffic(query) }
    func visits(_ query: HistoryQuery) async throws -> [UInt8] { await store.visits(query) }
    func events(_ query: HistoryQuery) async throws -> [UInt8] {
      Array((1...5).map { #"{"id":"e\#($0)"}"# + "\n" }.joined().utf8)
    }
    func heatmap(camera: String, _ query: HistoryQuery) async throws -> [UInt8]? { nil }
    func heatMaps(_ query: HistoryQuery) async throws -> HeatMaps? { nil }
    func staffing() async throws -> StaffingBoard? { nil }
    func layoutReport() async throws -> [UInt8]? { nil }
    func still(of camera: String, isEmpty: Bool) async -> [UInt8]? { nil }
    func save(_ layout: CameraLayout, ofVersion version: String) async throws -> StoreLayout {
      try await store.save(layout, ofVersion: version)
    }
    func advice(on layout: CameraLayout) async throws -> [PlaceAdvice] { [] }
    func checkIn(_ request: CheckIn) async throws {}
    func memberReport(_ query: HistoryQuery) async throws -> [UInt8] { [] }
    func measures() async -> [Measure] { [] }
  }

  private func fixture(_ told: [LiveUpdate]) throws -> LiveFixture {
    try LiveFixture(store: ShortStore(store: MadeUpStore(), told: told))
  }

  @Test("it begins with every camera, tells what happens in its order, and ends with the store")
  func order() async throws {
    let told: [LiveUpdate] = [
      .event(id: "a", json: #"{"id":"a"}"#), .alert(json: #"{"id":"b"}"#),
      .layout(version: "2"), .missed(3), .notice(json: #"{"id":"c"}"#),
      .event(id: "b\nid: c", json: "{\n}"),
    ]
    try await fixture(told).run { client in
      let answer = try await client.loggedIn("vic").send(.get, "stream")
      #expect(answer.headers[.contentType] == "text/event-stream")
      let blocks = answer.text.components(separatedBy: "\n\n")
      #expect(blocks.first == "retry: 2000")
      #expect(blocks.dropFirst().prefix(3).allSatisfy { $0.hasPrefix("event: camera\ndata: {") })
      let rest = blocks.dropFirst(4).filter { !$0.hasPrefix(":") }
      #expect(
        Array(rest) == [
          "id: a\nevent: event\ndata: {\"id\":\"a\"}", "event: alert\ndata: {\"id\":\"b\"}",
          "event: layout\ndata: {\"version\":\"2\"}",
          "event: missed\ndata: {\"missed\":3}", "event: provisional\ndata: {\"id\":\"c\"}",
          "id: bid: c\nevent: event\ndata: {}", "",
        ])
    }
  }

  @Test(
    "a reader that comes back is told what it missed, and nothing where its last event is not known",
    arguments: [("told", ["e9", "e2"]), ("e3", ["e1", "e2", "e4", "e5"]), ("old", [])] as [(String, [String])]
  )
  func replay(last: String, missed: [String]) async throws {
    try await fixture([]).run { client in
      let name = try #require(HTTPField.Name("Last-Event-ID"))
      let text = try await client.loggedIn("vic").send(.get, "stream", more: [name: last]).text
      #expect(text.matches(of: /id: (e\d)\n/).map { String($0.output.1) } == missed)
    }
  }
}
