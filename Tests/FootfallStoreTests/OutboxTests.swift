import FootfallAnalytics
import FootfallTestSupport
import GRDB
import Testing

@testable import FootfallStore

@Suite("Outbox")
struct OutboxTests {
  private let scratch: ScratchStore
  private let store: EventStore

  init() throws {
    scratch = try ScratchStore()
    store = try scratch.open()
  }

  private func waiting(_ sink: String) throws -> [String] {
    try store.outbox(of: sink, limit: 1000).map(\.id)
  }

  private func alert(_ id: String, at milliseconds: Int64, isRaised: Bool = true) -> AlertRecord {
    AlertRecord(
      id: id, store: "high-street", alert: "long-queue", isRaised: isRaised, timeMilliseconds: milliseconds,
      json: #"{"id":"\#(id)"}"#)
  }

  @Test("what a live recording finds waits once for each sink, also where the whole replaces the parts")
  func onceEach() throws {
    try store.keepOutbox(for: ["a", "b"])
    let run = Fixture.run()
    var part = run
    part.result.events = Array(run.result.events.prefix(2))
    try store.add([part])
    try store.conclude(run)
    try store.conclude(run)
    let ids = try store.events(of: StoreQuery(store: "high-street")).map(\.id.description)
    #expect(try Set(waiting("a")) == Set(ids) && waiting("a").count == ids.count)
    #expect(try waiting("a") == waiting("b"))
    let entries = try store.outbox(of: "a", limit: 1000)
    #expect(entries.map(\.number) == entries.map(\.number).sorted())
    #expect(
      entries.allSatisfy {
        if case .event(let event) = $0.content { event.id.description == $0.id } else { false }
      })
  }

  @Test("what was analysed from a file is for nobody, and so is what was found before a sink was there")
  func notForSinks() throws {
    try store.conclude(Fixture.run())
    try store.keepOutbox(for: ["a"])
    try store.record([Fixture.run(recording: Fixture.recording(start: Fixture.start + 3_600_000))])
    #expect(try waiting("a").isEmpty)
  }

  @Test("each sink goes on where it was, and what all have taken is gone; numbers are never used again")
  func places() throws {
    try store.keepOutbox(for: ["a", "b"])
    try store.conclude(Fixture.run())
    let entries = try store.outbox(of: "a", limit: 1000)
    try store.take(through: entries[1].number, by: "a")
    #expect(try waiting("a") == entries.dropFirst(2).map(\.id) && waiting("b").count == entries.count)
    #expect(try store.backlogs().map(\.count) == [entries.count - 2, entries.count])
    try store.close()
    let again = try scratch.open()
    try again.keepOutbox(for: ["a", "c"])
    #expect(try again.outbox(of: "a", limit: 1000).map(\.id) == entries.dropFirst(2).map(\.id))
    #expect(try again.outbox(of: "c", limit: 1000).isEmpty && again.outbox(of: "b", limit: 1000).isEmpty)
    let last = try #require(entries.last?.number)
    for sink in ["a", "c"] { try again.take(through: last, by: sink) }
    #expect(try again.backlogs().allSatisfy { $0.count == 0 && $0.oldestMilliseconds == nil })
    try again.add([alert("x", at: 1)])
    #expect(try #require(again.outbox(of: "c", limit: 1).first).number > last)
    // A place never goes back.
    try again.take(through: 1, by: "c")
    #expect(try again.outbox(of: "c", limit: 10).map(\.id) == ["x"])
  }

  @Test("alerts wait among the events, each once, and the newest of each is known after a restart")
  func alerts() throws {
    try store.keepOutbox(for: ["a"])
    try store.add([alert("x", at: 1), alert("y", at: 2, isRaised: false)])
    try store.add([alert("x", at: 1)])
    #expect(try waiting("a") == ["x", "y"])
    #expect(try store.outbox(of: "a", limit: 1).first?.content == .alert(alert("x", at: 1)))
    try store.close()
    #expect(try scratch.open().latestAlerts(store: "high-street") == [alert("y", at: 2, isRaised: false)])
  }

  @Test("an event that was deleted before it was taken is an entry without content")
  func deleted() throws {
    try store.keepOutbox(for: ["a"])
    try store.add([alert("x", at: 1)])
    try store.write("write to") { try $0.execute(sql: "DELETE FROM alert") }
    let entry = try #require(try store.outbox(of: "a", limit: 10).first)
    #expect(entry.id == "x" && entry.content == nil)
  }

  @Test("without a sink nothing is kept")
  func nobody() throws {
    try store.conclude(Fixture.run())
    let count = try store.read("read") { try Int.fetchOne($0, sql: "SELECT count(*) FROM outbox") }
    #expect(count == 0)
    try store.keepOutbox(for: [])
    #expect(try store.backlogs().isEmpty)
  }
}
