import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@testable import FootfallStore

@Suite("Stays of a run")
struct StayTests {
  private let scratch: ScratchStore

  init() throws { scratch = try ScratchStore() }

  @Test("Stays are the visits of the run, with what was cut")
  func stays() throws {
    let store = try scratch.open()
    try store.record([Fixture.run(people: 3)])
    let run = try #require(try store.runs(store: "high-street").first)
    let all = try store.stays(ofRun: run.id, milliseconds: .min ..< .max)
    let start = Fixture.start
    #expect(
      all == [
        StoredStay(
          track: 1, zone: "table", enterMilliseconds: start + 10_000, exitMilliseconds: start + 20_000,
          isCensored: true, isStaff: false)
      ])
    #expect(try store.stays(ofRun: run.id, milliseconds: .min..<start + 10_000) == [])
    #expect(try store.stays(ofRun: run.id, milliseconds: start + 10_000 ..< .max) == all)
    #expect(try store.stays(ofRun: "none", milliseconds: .min ..< .max) == [])
  }
}
