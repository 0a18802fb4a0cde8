import FootfallExport
import FootfallSinks
import FootfallStore
import FootfallTestSupport
import FootfallWeb
import Foundation
import Logging
import Testing

@testable import footfall

@Suite("Other sinks while a store runs", .serialized)
struct SinkReloadTests {
  private let database: EventStore
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    database = try EventStore(path: folder.url.path + "/footfall.db", access: .readWrite)
  }

  private func setting(_ id: String, _ receiver: WebhookReceiver, path: String = "/") -> SinkSetting {
    .webhook(Webhook(id: id, url: receiver.address(path), secret: nil, types: SinkMessageType.usual))
  }

  private func desk(_ settings: [SinkSetting]) throws -> SinkDesk {
    let desk = try SinkDesk(
      settings, store: "high-street", database: database,
      header: try #require(FeedHeader(store: "high-street", timeZone: "UTC")),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      snapshot: { .init(store: "high-street", inside: nil, cameras: [], alerts: []) })
    desk.start()
    return desk
  }

  /// Writes a message down that every sink is to be told.
  private func tell(_ id: String, _ desk: SinkDesk) throws {
    try database.add([
      AlertRecord(
        id: id, store: "high-street", alert: "x", isRaised: true, timeMilliseconds: 1,
        json: #"{"id":"\#(id)"}"#)
    ])
    desk.ring()
  }

  private func posts(_ receiver: WebhookReceiver, _ count: Int) async throws -> [String] {
    for _ in 0..<1000 where try receiver.posts().count < count {
      try await Task.sleep(for: .milliseconds(10))
    }
    return try receiver.posts().map(\.id)
  }

  @Test(
    "one that did not change goes on untouched, one that did goes on where it was, a new one is told what comes"
  )
  func reload() async throws {
    let receivers = try (0..<4).map { _ in try WebhookReceiver() }
    let kept = setting("kept", receivers[0])
    let desk = try desk([kept, setting("moved", receivers[1]), setting("removed", receivers[2])])
    try tell("a", desk)
    for receiver in receivers.prefix(3) { #expect(try await posts(receiver, 1) == ["a"]) }
    receivers[1].end()
    try tell("b", desk)
    #expect(try await posts(receivers[2], 2) == ["a", "b"])

    let moved = try WebhookReceiver()
    try desk.reload([setting("new", receivers[3]), kept, setting("moved", moved)])
    #expect(try await posts(moved, 1) == ["b"])
    try tell("c", desk)
    #expect(try await posts(moved, 2) == ["b", "c"])
    #expect(try await posts(receivers[0], 3) == ["a", "b", "c"])
    #expect(try await posts(receivers[3], 1) == ["c"])
    #expect(try receivers[2].posts().map(\.id) == ["a", "b"])
    let statuses = try desk.statuses()
    #expect(statuses.map(\.id) == ["new", "kept", "moved"])
    // The one that goes on has counted all the while.
    #expect(statuses[1].delivered == 3)
    desk.stop()
    #expect(try database.outbox(of: "removed", limit: 10).isEmpty)
  }

  @Test("where the database can't be written nothing changes")
  func failure() async throws {
    let receivers = try (0..<2).map { _ in try WebhookReceiver() }
    let desk = try desk([setting("kept", receivers[0])])
    try tell("a", desk)
    #expect(try await posts(receivers[0], 1) == ["a"])
    try database.close()
    #expect(throws: StoreError.self) { try desk.reload([setting("new", receivers[1])]) }
    desk.stop()
  }
}
