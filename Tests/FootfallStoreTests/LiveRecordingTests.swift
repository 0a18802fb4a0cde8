import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallStore

@Suite("Live recordings")
struct LiveRecordingTests {
  private let scratch: ScratchStore
  private let store: EventStore
  private let query = StoreQuery(store: "high-street")

  init() throws {
    scratch = try ScratchStore()
    store = try scratch.open()
  }

  /// The parts in which the fixture's run becomes known, a few events at a time.
  private func parts(of run: RunRecord, size: Int) -> [RunRecord] {
    stride(from: 0, to: run.result.events.count, by: size).map { start in
      var part = run
      part.result.events = Array(run.result.events.dropFirst(start).prefix(size))
      part.result.zones = []
      part.tracks = start == 0 ? run.tracks : []
      return part
    }
  }

  @Test(
    "added in parts of any size and then concluded, a recording is as if it had been recorded at once",
    arguments: 1...5)
  func inParts(size: Int) throws {
    let run = Fixture.run()
    for part in parts(of: run, size: size) { try store.add([part]) }
    var whole = run
    whole.tracks = []
    try store.conclude(whole)
    let other = try ScratchStore()
    let atOnce = try other.open()
    try atOnce.record([run])
    var (live, recorded) = (try Contents(store), try Contents(atOnce))
    #expect(live.runs.map(\.recording) == recorded.runs.map(\.recording))
    // They were not written at the same moment.
    (live.runs, recorded.runs) = ([], [])
    #expect(live == recorded)
  }

  @Test("what was added counts without a conclusion: the program may be killed at any time")
  func killed() throws {
    let run = Fixture.run()
    for part in parts(of: run, size: 2) { try store.add([part]) }
    #expect(try Set(store.events(of: query).map(\.id)).count == run.result.events.count)
    #expect(try store.events(of: query).count == run.result.events.count)
    #expect(try store.visits(of: query).map(\.visit) == run.result.zones[0].visits)
    #expect(try store.minutes(of: query).map(\.trafficIn) == [3, 0])
  }

  @Test("a minute that is added again takes the place of the one before")
  func minutesAgain() throws {
    var early = Fixture.run(people: 1)
    early.result.events = []
    try store.add([early])
    #expect(try store.minutes(of: query).map(\.trafficIn) == [1, 0])
    var late = Fixture.run(people: 3)
    late.result.events = []
    try store.add([late])
    #expect(try store.minutes(of: query).map(\.trafficIn) == [3, 0])
  }

  @Test("a recording may overlap the one before, as where the clock was set back: both count")
  func overlap() throws {
    try store.conclude(Fixture.run())
    try store.conclude(Fixture.run(recording: Fixture.recording(start: Fixture.start + 30_000)))
    #expect(try store.minutes(of: query).compactMap(\.trafficIn).reduce(0, +) == 6)
  }
}
