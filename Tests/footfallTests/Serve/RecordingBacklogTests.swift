import FootfallAnalytics
import FootfallCore
import FootfallStore
import Testing

@testable import footfall

@Suite("What waits for the database")
struct RecordingBacklogTests {
  private func run(events: Range<Int>, tracks: Int = 1) -> RunRecord {
    var run = ExportFixture.run(camera: "door")
    run.result.events = Array(run.result.events[events])
    run.tracks = (0..<tracks).map {
      TrackLogChunk(firstFrame: events.lowerBound + $0, lastFrame: events.lowerBound + $0, bytes: [1])
    }
    return run
  }

  @Test("a recording that ends while a part of it can't be written is there once, with all tracks")
  func endsMeanwhile() throws {
    var backlog = RecordingBacklog()
    backlog.add(run(events: 0..<5))
    let older = backlog.take()
    backlog.add(run(events: 5..<8))
    backlog.conclude(run(events: 0..<9))
    backlog.putBack(older)
    #expect(backlog.open.isEmpty && backlog.finished.count == 1)
    #expect(backlog.eventCount == 9)
    #expect(backlog.finished.first?.tracks.map(\.firstFrame) == [0, 5, 0])
  }

  @Test("what could not be written comes before what has come meanwhile")
  func order() throws {
    var backlog = RecordingBacklog()
    backlog.add(run(events: 0..<5))
    let older = backlog.take()
    #expect(backlog.isEmpty)
    backlog.add(run(events: 5..<8))
    backlog.putBack(older)
    let open = try #require(backlog.open.values.first)
    #expect(open.result.events == run(events: 0..<8).result.events)
    #expect(open.tracks.map(\.firstFrame) == [0, 5])
  }

  @Test("memory is bounded whatever waits: tracks go first, then what is over, then what goes on")
  func bound() {
    var backlog = RecordingBacklog()
    var large = run(events: 0..<100)
    large.tracks = [
      TrackLogChunk(
        firstFrame: 1, lastFrame: 2,
        bytes: [UInt8](repeating: 0, count: RecordingBacklog.mostTrackBytes + 1))
    ]
    backlog.conclude(large)
    #expect(backlog.finished.first?.tracks.isEmpty == true && backlog.eventCount == 100)
    let events = large.result.events
    for _ in 0..<RecordingBacklog.mostEvents / events.count {
      var part = run(events: 0..<1, tracks: 0)
      part.result.events = events
      backlog.add(part)
    }
    #expect(backlog.finished.isEmpty && backlog.lostEvents == 100)
    #expect(backlog.eventCount == RecordingBacklog.mostEvents)
    var last = run(events: 0..<1, tracks: 0)
    last.result.events = events
    backlog.add(last)
    // Their end brings them once more.
    #expect(backlog.eventCount == 0 && backlog.lostEvents == 100)
    let alert = AlertRecord(
      id: "a", store: "s", alert: "full", isRaised: true, timeMilliseconds: 0, json: "{}")
    backlog.add([AlertRecord](repeating: alert, count: RecordingBacklog.mostAlerts + 7))
    #expect(backlog.alerts.count == RecordingBacklog.mostAlerts)
  }
}
