import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Foundation
import Synchronization
import Testing

@testable import FootfallStore

@Suite("For how long results are kept")
struct RetentionTests {
  private let scratch: ScratchStore
  private let store: EventStore
  private let query = StoreQuery(store: "high-street")
  private let day: Int64 = 86_400_000

  init() throws {
    scratch = try ScratchStore()
    store = try scratch.open()
  }

  /// A recording that began so many days after the fixture's.
  private func record(day number: Int64, people: Int = 3) throws {
    let start = Fixture.start + number * day
    try store.record([
      Fixture.run(recording: Fixture.recording(start: start, media: "d\(number)"), people: people)
    ])
  }

  private func retention(events: Int?, tracks: Int?, rollups: Int?) -> Retention {
    var retention = Retention()
    (retention.eventDays, retention.trackDays, retention.rollupDays) = (events, tracks, rollups)
    return retention
  }

  private func prune(_ retention: Retention, onDay number: Int64) throws -> Pruned {
    try store.prune(retention, atMilliseconds: Fixture.start + number * day + 3_600_000) { true }
  }

  @Test("each class of data goes at its own age, and counts stay when events go")
  func classes() throws {
    for number in [0, 50, 100] as [Int64] { try record(day: number) }
    let before = try Contents(store)
    let pruned = try prune(retention(events: 60, tracks: 30, rollups: 400), onDay: 100)
    let after = try Contents(store)
    #expect(after.minutes == before.minutes && after.lines == before.lines && after.zones == before.zones)
    #expect(after.events.count == before.events.count / 3 * 2 && after.visits.count == 2)
    #expect(after.events == before.events.filter { $0.milliseconds > Fixture.start + day })
    #expect(after.windows == Array(before.windows.suffix(1)))
    #expect(after.runs.count == 3)
    #expect(pruned == Pruned(events: 5, visits: 1, trackChunks: 2, minutes: 0, recordings: 0))
    #expect(try prune(retention(events: 60, tracks: 30, rollups: 400), onDay: 100).isEmpty)
  }

  @Test("a recording of which nothing is left goes, too")
  func recordings() throws {
    for number in [0, 100] as [Int64] { try record(day: number) }
    // It was counted twice, so that a run that no longer counts goes with it.
    try store.record([
      Fixture.run(
        recording: Fixture.recording(media: "d0"), analysis: Fixture.analysis(model: "m2"), people: 2)
    ])
    let pruned = try prune(retention(events: 50, tracks: 50, rollups: 50), onDay: 100)
    #expect(pruned.recordings == 1)
    let other = try ScratchStore()
    let fresh = try other.open()
    try fresh.record([
      Fixture.run(recording: Fixture.recording(start: Fixture.start + 100 * day, media: "d100"))
    ])
    #expect(try Contents(store).events == Contents(fresh).events)
    #expect(try store.runs(store: "high-street").count == 1)
    #expect(try Contents(store).minutes == Contents(fresh).minutes)
  }

  @Test("what is kept for ever stays, and so does what is young")
  func forever() throws {
    for number in [0, 3000] as [Int64] { try record(day: number) }
    let before = try Contents(store)
    #expect(try prune(retention(events: nil, tracks: nil, rollups: nil), onDay: 3000).isEmpty)
    #expect(try Contents(store) == before)
  }

  @Test("a clock that was set years ahead empties nothing")
  func wrongClock() throws {
    try record(day: 0)
    let before = try Contents(store)
    #expect(try prune(Retention(), onDay: 10_000).isEmpty)
    #expect(try Contents(store) == before)
  }

  @Test("asked to stop, it leaves the rest for the next time")
  func stopping() throws {
    for number in 0..<3 as Range<Int64> { try record(day: number, people: 3000) }
    try record(day: 500)
    var turns = 0
    _ = try store.prune(Retention(), atMilliseconds: Fixture.start + 500 * day) {
      turns += 1
      return turns <= 2
    }
    let left = try store.events(of: query).count
    #expect(left > 5 && left < 9011)
    #expect(try prune(retention(events: 400, tracks: 30, rollups: nil), onDay: 500).events == left - 5)
  }

  @Test("who counts is not kept waiting while much is deleted")
  func waiting() async throws {
    for number in 0..<5 as Range<Int64> { try record(day: number, people: 4000) }
    try record(day: 500)
    let writer = Writer(store, from: Fixture.start + 500 * day)
    while writer.waits.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
    let pruned = try prune(Retention(), onDay: 500)
    let waits = writer.stop().sorted()
    #expect(pruned.events == 20_010)
    let middle = waits[waits.count / 2]
    print("writes beside deletion: median \(middle), longest \(waits.last ?? .zero)")
    // The machine of the tests is shared: the median of all is what this can hold.
    #expect(middle < .milliseconds(100))
  }
}

/// Writes a recording every few milliseconds, on a thread of its own: other tests may keep all tasks waiting.
private final class Writer: Sendable {
  private let state = Mutex((isOver: false, waits: [Duration]()))
  private let hasEnded = DispatchSemaphore(value: 0)

  /// How long each writing took until now.
  var waits: [Duration] { state.withLock(\.waits) }

  init(_ store: EventStore, from start: Int64) {
    Thread.detachNewThread { [self] in
      var milliseconds = start
      while !state.withLock(\.isOver) {
        milliseconds += 120_000
        let recording = Fixture.recording(start: milliseconds, media: "w\(milliseconds)")
        let wait = ContinuousClock().measure {
          do { try store.add([Fixture.run(recording: recording)]) } catch { Issue.record(error) }
        }
        state.withLock { $0.waits.append(wait) }
        usleep(5_000)
      }
      hasEnded.signal()
    }
  }

  /// - Returns: how long each writing took.
  func stop() -> [Duration] {
    state.withLock { $0.isOver = true }
    hasEnded.wait()
    return waits
  }
}
