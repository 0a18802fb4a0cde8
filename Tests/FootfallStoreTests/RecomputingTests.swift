import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallStore

@Suite("Results made again from the track log")
struct RecomputingTests {
  let scratch: ScratchStore
  let store: EventStore
  let query = StoreQuery(store: "high-street")

  init() throws {
    scratch = try ScratchStore()
    store = try scratch.open()
  }

  @Test(
    "The same scene gives the same crossings and visits, to the tolerance of the log",
    arguments: [1, 2, 3, 4] as [UInt64])
  func sameScene(seed: UInt64) throws {
    print("seed \(seed)")
    let run = FilmedHall(seed: seed).analyzed()
    try #require(run.result.lines[0].crossings.count > 20 && run.result.zones[0].visits.count > 10)
    try store.record([run])
    expectSame(try FilmedHall.recomputed(run, with: FilmedHall.scene, in: store), run)
  }

  @Test("An edited scene gives what the analysis would have given with it", arguments: [5, 6] as [UInt64])
  func editedScene(seed: UInt64) throws {
    print("seed \(seed)")
    let hall = FilmedHall(seed: seed)
    let run = hall.analyzed()
    try store.record([run])
    let expected = hall.analyzed(with: FilmedHall.editedScene)
    #expect(expected.result.lines[0].crossings != run.result.lines[0].crossings)
    expectSame(try FilmedHall.recomputed(run, with: FilmedHall.editedScene, in: store), expected)
  }

  /// Whether two analyses tell the same story, with times that differ by no more than half a pixel of walking.
  private func expectSame(_ result: RunRecord, _ expected: RunRecord) {
    let times = 0.08
    #expect(result.result.people == expected.result.people)
    for (line, other) in zip(result.result.lines, expected.result.lines) {
      #expect(line.crossings.map(\.track) == other.crossings.map(\.track))
      #expect(line.crossings.map(\.direction) == other.crossings.map(\.direction))
      #expect(line.traffic == other.traffic)
      #expect(
        zip(line.crossings, other.crossings).allSatisfy {
          abs(($0.time - $1.time).inSeconds) <= times && abs($0.frame - $1.frame) <= 1
        })
    }
    for (zone, other) in zip(result.result.zones, expected.result.zones) {
      #expect(zone.visits.map(\.track) == other.visits.map(\.track))
      #expect(zone.visits.map(\.end) == other.visits.map(\.end))
      #expect(zone.visits.map(\.wasUnderWay) == other.visits.map(\.wasUnderWay))
      #expect(
        zip(zone.visits, other.visits).allSatisfy {
          abs(($0.enter - $1.enter).inSeconds) <= 0.1 + times
            && abs(($0.exit - $1.exit).inSeconds) <= 0.1 + times
        })
    }
    #expect(result.minutes.map(\.occupancy.max) == expected.minutes.map(\.occupancy.max))
    #expect(
      zip(result.minutes, expected.minutes).allSatisfy {
        abs(($0.occupancy.mean ?? 0) - ($1.occupancy.mean ?? 0)) < 0.001
          && abs(($0.observed - $1.observed).inSeconds) < 0.01
      })
  }

  @Test("Results take the place of the earlier ones, and the log stays for the next time")
  func replacing() throws {
    let run = FilmedHall(seed: 7).analyzed()
    try store.record([run])
    let first = try Contents(store)
    let edited = try FilmedHall.recomputed(run, with: FilmedHall.editedScene, in: store)
    try store.record([edited])
    let second = try Contents(store)
    #expect(second.runs.map(\.isCurrent) == [false, true])
    #expect(second.runs.map(\.tracksFrom) == [first.runs[0].id, first.runs[0].id])
    #expect(second.runs.map(\.hasTrackLog) == [true, true])
    let ids = edited.result.events.map {
      EventID(of: $0, store: "high-street", camera: "door", startMilliseconds: Fixture.start)
    }
    #expect(second.events.count == ids.count && Set(second.events.map(\.id)) == Set(ids))
    #expect(second.visits.map(\.visit) == edited.result.zones.flatMap(\.visits))
    #expect(second.lines.map(\.line) != first.lines.map(\.line))
    // Back again: from the log, under another name than the analysis itself.
    let back = try FilmedHall.recomputed(run, with: FilmedHall.scene, in: store)
    try store.record([back])
    let third = try Contents(store)
    #expect(third.runs.map(\.isCurrent) == [false, false, true])
    #expect(third.runs[2].geometryHash == third.runs[0].geometryHash)
    #expect(third.lines.map(\.tally) == first.lines.map(\.tally))
    // The same once more changes nothing, to the name of every event.
    try store.record([try FilmedHall.recomputed(run, with: FilmedHall.scene, in: store)])
    #expect(try Contents(store) == third)
  }

  @Test("Every geometry stays readable, with its hash, its time and the recordings that it counts for")
  func history() throws {
    let before = Int64(Date().timeIntervalSince1970 * 1000) - 1
    let run = FilmedHall(seed: 8).analyzed()
    try store.record([run])
    try store.record([try FilmedHall.recomputed(run, with: FilmedHall.editedScene, in: store)])
    let versions = try store.geometryVersions(store: "high-street")
    #expect(versions.map(\.version) == [1, 2])
    #expect(versions.map(\.scene) == [FilmedHall.scene, FilmedHall.editedScene].map(SceneSnapshot.init))
    #expect(versions.map(\.recordings) == [0, 1])
    #expect(
      try versions.map(\.hash)
        == [FilmedHall.scene, FilmedHall.editedScene].map { try GeometryVersion.hash(of: $0) })
    let times = versions.compactMap(\.writtenMilliseconds)
    #expect(times.count == 2 && times[0] >= before && times[1] >= times[0])
    // Going back is no new geometry.
    try store.record([try FilmedHall.recomputed(run, with: FilmedHall.scene, in: store)])
    #expect(try store.geometryVersions(store: "high-street").map(\.recordings) == [1, 0])
  }

  @Test("Totals are those of the results that count")
  func totals() throws {
    let run = FilmedHall(seed: 9).analyzed()
    try store.record([run])
    func expected(_ run: RunRecord) -> [PlaceTotal] {
      run.result.lines.map {
        PlaceTotal(
          camera: "door", place: $0.line.id, count: .line(entries: $0.count(.in), exits: $0.count(.out)))
      }
        + run.result.zones.map {
          PlaceTotal(camera: "door", place: $0.zone.id, count: .zone(visits: $0.visits.count))
        }
    }
    #expect(try store.totals(store: "high-street") == expected(run))
    let edited = try FilmedHall.recomputed(run, with: FilmedHall.editedScene, in: store)
    try store.record([edited])
    #expect(try store.totals(store: "high-street") == expected(edited))
  }

  @Test("A recording that was analysed anew meanwhile is left alone")
  func analysedMeanwhile() throws {
    let run = FilmedHall(seed: 10).analyzed()
    try store.record([run])
    let edited = try FilmedHall.recomputed(run, with: FilmedHall.editedScene, in: store)
    var other = FilmedHall(seed: 11).analyzed()
    other.analysis.model = "better"
    try store.record([other])
    let before = try Contents(store)
    #expect {
      try store.record([edited])
    } throws: { error in
      (error as? StoreError)?.kind == .busy && "\(error)".contains("analysed anew")
    }
    #expect(try Contents(store) == before)
    // Only the log of the analysis that counts is kept.
    #expect(before.runs.map(\.hasTrackLog) == [false, true])
  }

  @Test("A checkpoint that throws leaves the database as it was", arguments: 1...4)
  func checkpoint(number: Int) throws {
    struct Stop: Error {}
    let run = FilmedHall(seed: 12).analyzed()
    var later = run
    later.recording.startMilliseconds += 3_600_000
    later.recording.media = MediaFingerprint(text: "later")
    try store.record([run, later])
    let before = try Contents(store)
    let runs = try store.runs(store: "high-street")
    let edited = try runs.map { try FilmedHall.recomputed($0, with: FilmedHall.editedScene, in: store) }
    let count = Counter()
    #expect(throws: StoreError.self) {
      try store.record(edited) {
        count.value += 1
        if count.value == number { throw Stop() }
      }
    }
    #expect(try Contents(store) == before)
  }

  private final class Counter { var value = 0 }
}
