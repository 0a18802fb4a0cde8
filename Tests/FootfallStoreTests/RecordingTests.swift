import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallStore

@Suite("Recordings and runs")
struct RecordingTests {
  let scratch: ScratchStore
  let store: EventStore
  let query = StoreQuery(store: "high-street")

  init() throws {
    scratch = try ScratchStore()
    store = try scratch.open()
  }

  @Test("What was recorded can be read")
  func roundTrip() throws {
    let run = Fixture.run()
    try store.record([run])
    let contents = try Contents(store)
    #expect(
      contents.stores == [
        StoreSummary(
          id: "high-street", timeZone: "Europe/London", cameras: ["door"],
          milliseconds: Fixture.start..<Fixture.start + 90_000)
      ])
    #expect(contents.visits.map(\.visit) == run.result.zones[0].visits)
    #expect(contents.visits.map(\.enterMilliseconds) == [Fixture.start + 10_000])
    #expect(
      contents.events.map(\.id)
        == run.result.events.map {
          EventID(of: $0, store: "high-street", camera: "door", startMilliseconds: Fixture.start)
        })
    #expect(contents.events.map(\.milliseconds) == [5, 6, 7, 10, 20].map { Fixture.start + $0 * 1000 })
    #expect(
      contents.events.map(\.detail) == [
        .crossing(line: "entrance", direction: .in), .crossing(line: "entrance", direction: .in),
        .crossing(line: "entrance", direction: .in), .zoneEnter(zone: "table"),
        .zoneExit(zone: "table", enter: MediaTime(seconds: 10), inside: .milliseconds(9960), end: .exited),
      ])
    #expect(contents.runs.map(\.scene) == [Fixture.scene])
    #expect(contents.runs.map(\.recording) == [run.recording])
    #expect(contents.runs.map(\.analysis) == [run.analysis])
    #expect(contents.windows.map(\.frames.count) == [50])
  }

  @Test("Minutes that nobody saw are absent, those with nobody in them are 0")
  func gapsAreNotZero() throws {
    try store.record([Fixture.run()])
    let minutes = try store.minutes(of: query)
    #expect(minutes.map(\.startMilliseconds) == [Fixture.start - 30_000, Fixture.start + 30_000])
    #expect(minutes.map(\.observed) == [.seconds(30), .seconds(60)])
    #expect(minutes.map(\.trafficIn) == [3, 0])
    #expect(minutes.map(\.passersby) == [nil, nil])
    #expect(minutes.map(\.occupancy) == [Occupancy(mean: 1.5, max: 3), Occupancy(mean: 0, max: 0)])
    #expect(try store.lineMinutes(of: query).map(\.tally) == [.init(entries: 3, exits: 0)])
    #expect(try store.zoneMinutes(of: query).map(\.max) == [3])
  }

  @Test("Recording a run twice changes nothing")
  func idempotent() throws {
    try store.record([Fixture.run()])
    let once = try Contents(store)
    try store.record([Fixture.run()])
    #expect(try Contents(store) == once)
  }

  @Test("Another model's analysis of a recording replaces the first, and going back restores it")
  func oneCurrentAnalysis() throws {
    try store.record([Fixture.run(people: 3)])
    let first = try Contents(store)
    try store.record([Fixture.run(analysis: Fixture.analysis(model: "m2"), people: 2)])
    let second = try Contents(store)
    #expect(second.minutes.map(\.trafficIn) == [2, 0])
    #expect(second.events.count == 4)
    #expect(second.visits.count == 1)
    #expect(second.windows.count == 1)
    #expect(second.runs.map(\.isCurrent) == [false, true])
    try store.record([Fixture.run(people: 3)])
    let third = try Contents(store)
    #expect(third.events == first.events)
    #expect(third.minutes == first.minutes)
    #expect(third.runs.map(\.isCurrent) == [true, false])
  }

  @Test("An edited scene is another run of the same recording, and the old lines stay known")
  func editedScene() throws {
    try store.record([Fixture.run()])
    var edited = Fixture.scene
    edited.lines[0].segment.to.x = 600
    try store.record([Fixture.run(people: 1, scene: edited)])
    let runs = try store.runs(store: "high-street")
    #expect(runs.map(\.scene) == [Fixture.scene, edited])
    #expect(runs.map(\.isCurrent) == [false, true])
    #expect(try store.minutes(of: query).compactMap(\.trafficIn).reduce(0, +) == 1)
  }

  @Test("The next recording of a camera adds to the first, also when its container rounds the start")
  func nextRecording() throws {
    let next = Fixture.recording(start: Fixture.start + 89_000, media: "n")
    try store.record([Fixture.run(), Fixture.run(recording: next)])
    #expect(try store.events(of: query).count == 10)
    #expect(try store.runs(store: "high-street").map(\.isCurrent) == [true, true])
  }

  @Test("Another time zone is refused, before and while writing: it would move all that was recorded")
  func otherClockIsRefused() throws {
    try store.record([Fixture.run()])
    let before = try Contents(store)
    var other = Fixture.recording(start: Fixture.start + 600_000, media: "other", camera: "till")
    other.timeZone = "Europe/Berlin"
    for policy in [EventStore.OverlapPolicy.refuse, .replace] {
      #expect {
        try store.check(other, overlaps: policy)
      } throws: { error in
        (error as? StoreError)?.kind == .otherClock && "\(error)".contains("is on Europe/London")
      }
    }
    #expect(throws: StoreError.self) { try store.record([Fixture.run(recording: other)]) }
    #expect(try Contents(store) == before)
  }

  @Test("Two recordings of one camera at one time are refused, before and while writing")
  func overlapIsRefused() throws {
    try store.record([Fixture.run()])
    let before = try Contents(store)
    let other = Fixture.recording(start: Fixture.start + 60_000, media: "other")
    #expect {
      try store.check(other)
    } throws: { error in
      (error as? StoreError)?.kind == .overlap && "\(error)".contains("2026-03-02T10:00:30Z")
    }
    #expect(throws: StoreError.self) { try store.record([Fixture.run(recording: other)]) }
    #expect(try Contents(store) == before)
    try store.check(Fixture.recording())
    try store.check(Fixture.recording(media: "elsewhere", camera: "till"))
  }

  @Test(
    "A recording of unknown duration overlaps when it begins within another one",
    arguments: [(-1000, false), (0, true), (60_000, true), (87_000, true), (89_000, false), (91_000, false)])
  func overlapOfUnknownDuration(milliseconds: Int64, overlaps: Bool) throws {
    try store.record([Fixture.run()])
    var other = Fixture.recording(start: Fixture.start + milliseconds, media: "other")
    other.duration = .zero
    if overlaps {
      #expect(throws: StoreError.self) { try store.check(other) }
    } else {
      try store.check(other)
    }
  }

  @Test("Replacing an overlapping recording takes its counts away")
  func overlapIsReplaced() throws {
    try store.record([Fixture.run()])
    let other = Fixture.recording(start: Fixture.start + 60_000, media: "other")
    try store.record([Fixture.run(recording: other, people: 1)], overlaps: .replace)
    #expect(try store.events(of: query).count == 3)
    #expect(try store.minutes(of: query).compactMap(\.trafficIn).reduce(0, +) == 1)
    #expect(try store.runs(store: "high-street").map(\.isCurrent) == [false, true])
  }

  @Test("Questions about one camera or some of the time leave out the rest")
  func queries() throws {
    let other = Fixture.recording(media: "t", camera: "till")
    try store.record([Fixture.run(), Fixture.run(recording: other, people: 1)])
    let till = StoreQuery(store: "high-street", camera: "till")
    #expect(try store.events(of: till).count == 3)
    let early = StoreQuery(store: "high-street", milliseconds: Fixture.start..<Fixture.start + 6000)
    #expect(try store.events(of: early).map(\.camera) == ["door", "till"])
    #expect(try store.visits(of: early).isEmpty)
    #expect(try store.events(of: StoreQuery(store: "elsewhere")).isEmpty)
  }

  @Test(
    "Addresses are kept without credentials",
    arguments: [
      ("clips/door.mp4", "clips/door.mp4"),
      ("rtsp://admin:secret@10.0.0.7:554/stream1", "rtsp://10.0.0.7:554/stream1"),
      ("rtsp://admin:p@ss/w?rd@10.0.0.7/live", "rtsp://10.0.0.7/live"),
      ("http://10.0.0.7/video?user=admin&password=secret", "http://10.0.0.7/video"),
      ("rtsp://10.0.0.7:554/user=admin_password=secret_channel=1.sdp", "rtsp://10.0.0.7:554"),
    ])
  func noCredentials(source: String, kept: String) throws {
    var recording = Fixture.recording()
    recording.source = source
    try store.record([Fixture.run(recording: recording)])
    #expect(try store.runs(store: "high-street").map(\.recording.source) == [kept])
  }

  @Test("A fingerprint depends on the content of files, not on their names")
  func fingerprint() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write("content", to: "a").path
    let same = try folder.write("content", to: "b").path
    let other = try folder.write("contents", to: "c").path
    let print = try MediaFingerprint(ofFilesAt: [first])
    #expect(try MediaFingerprint(ofFilesAt: [same]) == print)
    #expect(try MediaFingerprint(ofFilesAt: [other]) != print)
    #expect(try MediaFingerprint(ofFilesAt: [first, other]) != MediaFingerprint(ofFilesAt: [other, first]))
  }
}
