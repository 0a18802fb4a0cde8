import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

@Suite("recompute")
struct RecomputeCommandTests {
  private struct Visit: Decodable, Equatable {
    var zone: String
    var track: Int
    var end: String
    var censored: Bool
  }

  private struct VisitFeed: Decodable { var visits: [Visit] }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("Edited lines and zones count as an analysis with them does")
  func editedScene() async throws {
    let workplace = try await RecomputeWorkplace()
    let outcome = try await workplace.recompute()
    #expect(outcome.status == 0 && outcome.errorOutput.isEmpty, "\(outcome.errorOutput)")
    #expect(
      outcome.output.split(separator: "\n").map(String.init) == [
        "camera door         before  after",
        "line entrance  in 1, out 1  in 1, out 1",
        "line exit                -  in 1, out 1",
        "zone table        2 visits  2 visits",
        "zone bench               -  2 visits",
        "zone shelf        2 visits  -",
        "recordings               1  1 of them counted again, with geometry 2",
      ])
    try await workplace.place.analyze(
      changing: ["--scene": "edited.yaml", "--db": "edited.db", "--out": "out2"])
    try await workplace.expectSameEvents("store.db", "edited.db", within: 0.05)
  }

  @Test("The scene that counts already changes nothing, and neither does the edited one a second time")
  func idempotent() async throws {
    let workplace = try await RecomputeWorkplace()
    let analysed = try await workplace.exports()
    let same = try await workplace.recompute(scene: AnalyzeWorkplace.scene, flags: ["--json"])
    #expect(same.status == 0)
    #expect(try await workplace.exports() == analysed)
    _ = try await workplace.recompute()
    let edited = try await workplace.exports()
    #expect(edited != analysed)
    let again = try await workplace.recompute(flags: ["--json"])
    let cameras = try #require(try object(again.output)["cameras"] as? [[String: Any]])
    #expect(cameras.map { $0["recomputed"] as? Int } == [0])
    #expect(try await workplace.exports() == edited)
  }

  @Test("Counting an unchanged scene again finds what analyze found, and always the same")
  func unchangedScene() async throws {
    let workplace = try await RecomputeWorkplace()
    try FileManager.default.copyItem(
      at: workplace.place.folder.url.appendingPathComponent("store.db"),
      to: workplace.place.folder.url.appendingPathComponent("analysed.db"))
    _ = try await workplace.recompute(scene: AnalyzeWorkplace.scene, flags: ["--all"])
    try await workplace.expectSameEvents("store.db", "analysed.db", within: 0.05)
    let first = try await workplace.exports()
    _ = try await workplace.recompute(scene: AnalyzeWorkplace.scene, flags: ["--all"])
    #expect(try await workplace.exports() == first)
    // By way of another scene, too.
    _ = try await workplace.recompute()
    #expect(try await workplace.exports() != first)
    _ = try await workplace.recompute(scene: AnalyzeWorkplace.scene)
    #expect(try await workplace.exports() == first)
  }

  @Test("JSON names each line and zone with its counts before and after")
  func json() async throws {
    let workplace = try await RecomputeWorkplace()
    let outcome = try await workplace.recompute(flags: ["--json"])
    let document = try object(outcome.output)
    #expect(document["schema"] as? String == "footfall.recompute/1")
    let camera = try #require((document["cameras"] as? [[String: Any]])?.first)
    #expect((camera["geometry"] as? [String: Any])?["version"] as? Int == 2)
    let lines = try #require(camera["lines"] as? [[String: Any]])
    #expect(lines.map { $0["id"] as? String } == ["entrance", "exit"])
    #expect(lines[0]["before"] as? [String: Int] == ["in": 1, "out": 1])
    #expect(lines[1]["before"] is NSNull)
    let zones = try #require(camera["zones"] as? [[String: Any]])
    #expect(zones.map { $0["id"] as? String } == ["table", "bench", "shelf"])
    #expect(zones[2]["before"] as? [String: Int] == ["visits": 2])
    #expect(zones[2]["after"] is NSNull)
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.recompute-1") == [])
    }
  }

  @Test("The history tells every scene, its hash and when it was first used")
  func history() async throws {
    let workplace = try await RecomputeWorkplace()
    _ = try await workplace.recompute()
    let outcome = try await workplace.place.run(["recompute", "--db", "store.db", "--history", "--json"])
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let versions = try #require(try object(outcome.output)["versions"] as? [[String: Any]])
    #expect(versions.map { $0["version"] as? Int } == [1, 2])
    #expect(versions.map { $0["recordings"] as? Int } == [0, 1])
    #expect(Set(versions.map { $0["hash"] as? String }).count == 2)
    #expect(versions.allSatisfy { ($0["firstUsed"] as? String)?.contains("T") == true })
    #expect((versions[0]["lines"] as? [[String: Any]])?.first?["from"] as? [Double] == [80, 20])
    #expect((versions[1]["lines"] as? [[String: Any]])?.first?["from"] as? [Double] == [60, 20])
    let table = try await workplace.place.run(["recompute", "--db", "store.db", "--history"])
    #expect(table.output.split(separator: "\n").count == 3)
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.geometry-history-1") == [])
    }
  }

  @Test("The history of a scene that says all that can be said fits its schema")
  func fullHistory() async throws {
    let workplace = try await RecomputeWorkplace()
    let full = RecomputeWorkplace.edited.replacingOccurrences(
      of: "kind: display}",
      with: "kind: display, engagedSeconds: 4, staffSeconds: 600, coversStore: true}"
    ).replacingOccurrences(of: "kind: entrance}", with: "kind: entrance, swap: true}")
    _ = try await workplace.recompute(scene: full + "thresholds: {uturnSeconds: 20}\n")
    let outcome = try await workplace.place.run(["recompute", "--db", "store.db", "--history", "--json"])
    let versions = try #require(try object(outcome.output)["versions"] as? [[String: Any]])
    let zone = try #require((versions.last?["zones"] as? [[String: Any]])?.first)
    #expect(zone["coversStore"] as? Bool == true && zone["staffSeconds"] as? Double == 600)
    #expect(versions.last?["thresholds"] as? [String: Double] == ["uturnSeconds": 20])
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.geometry-history-1") == [])
    }
  }

  @Test("Who was there when a recording went on after a hole has been there before, as an analysis finds")
  func hole() async throws {
    let place = try AnalyzeWorkplace()
    // Both people are in a zone by then.
    let frames = (0..<AnalyzeWorkplace.frames).map { index in
      (
        milliseconds: index * 100 + (index < 60 ? 0 : 60_000),
        jpeg: JPEGFixture.grey(width: 160, height: 120, level: 40 + index)
      )
    }
    try place.write(Data(MatroskaFixture.make(frames, width: 160, height: 120)), to: "hole.mkv")
    try await place.analyze(["hole.mkv"], changing: ["--db": "store.db"])
    let workplace = RecomputeWorkplace(place)
    func visits() async throws -> [Visit] {
      let feed = try await place.run(["export", "visits", "--db", "store.db"])
      return try JSONDecoder().decode(VisitFeed.self, from: Data(feed.output.utf8)).visits
    }
    let analysed = try await visits()
    #expect(analysed.contains { $0.end == "exited" && $0.censored })
    let outcome = try await workplace.recompute(scene: AnalyzeWorkplace.scene, flags: ["--all"])
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    #expect(try await visits() == analysed)
  }

  @Test("A scene that does not fit the database is one line and the right exit status, and changes nothing")
  func mistakes() async throws {
    let workplace = try await RecomputeWorkplace()
    let before = try await workplace.exports()
    let scene = AnalyzeWorkplace.scene
    func refuse(_ scene: String, _ status: Int32, _ parts: [String], flags: [String] = []) async throws {
      try await workplace.recompute(scene: scene, flags: flags).expectRefusal(status, parts)
    }
    let other = scene + "cameras2: []\n"
    try await refuse(other, 65, ["edited.yaml:", "unknown key 'cameras2'"])
    let renamed = scene.replacingOccurrences(of: "id: door", with: "id: doors")
    try await refuse(
      renamed, 65, ["edited.yaml:5:", "no recording of camera 'doors' in store.db", "did you mean 'door'?"])
    let moved = scene.replacingOccurrences(of: "store: shop", with: "store: kiosk")
    try await refuse(moved, 65, ["edited.yaml: store is 'kiosk'; store.db holds shop"])
    try await refuse(scene, 64, ["no camera 'till'", "cameras: door"], flags: ["--camera", "till"])
    let outside = scene.replacingOccurrences(of: "[80, 20], to: [80, 119]", with: "[900, 20], to: [900, 119]")
    try await refuse(outside, 65, ["edited.yaml:7:", "more than one picture away"])
    try await workplace.recompute(db: "nowhere.db").expectRefusal(
      66, ["cannot open nowhere.db: no such file"])
    #expect(!workplace.place.exists("nowhere.db"))
    let none = try await workplace.place.run(["recompute", "--db", "store.db"])
    none.expectRefusal(64, ["--scene is missing"])
    #expect(try await workplace.exports() == before)
  }

  @Test("Cameras that only one side knows are refused, unless the ones that are meant are named")
  func chosenCameras() async throws {
    let workplace = try await RecomputeWorkplace()
    let place = workplace.place
    let second = RecomputeWorkplace.edited.replacingOccurrences(
      of: "scenes:", with: "  - id: till\n    lines: [{id: desk, from: [10, 10], to: [90, 90]}]\nscenes:")
    try await workplace.recompute(scene: second).expectRefusal(
      65, ["no recording of camera 'till' in store.db; recorded: door; --camera chooses some"])
    #expect(try await workplace.recompute(scene: second, flags: ["--camera", "door"]).status == 0)
    try await place.analyze(["till=film.y4m"], changing: ["--scene": "edited.yaml", "--db": "store.db"])
    try await workplace.recompute(scene: AnalyzeWorkplace.scene).expectRefusal(
      65, ["edited.yaml: has no camera 'till', of which store.db holds recordings"])
    let abroad = second.replacingOccurrences(of: "Europe/London", with: "Europe/Paris")
    try await workplace.recompute(scene: abroad, flags: ["--camera", "door"]).expectRefusal(
      65, ["edited.yaml: timezone is Europe/Paris, the store is on Europe/London", "leave --camera out"])
    try await workplace.recompute(scene: second, flags: ["--camera", "window"]).expectRefusal(
      64, ["no camera 'window'"])
  }

  /// A scene for the recordings of `ExportFixture`.
  private static let highStreet = """
    version: 1
    timezone: Europe/London
    store: high-street
    cameras:
      - {id: door, lines: [{id: entrance, from: [0, 4], to: [9, 4]}]}

    """

  /// The log of one frame with somebody in it.
  private static var moment: [TrackLogChunk] {
    var log = TrackLogWriter()
    log.append(
      [TrackLogSample(track: TrackID(1), foot: Point(5, 2), heightPixels: 4)],
      in: FrameStamp(number: 1, time: .zero, duration: .milliseconds(100)))
    return log.finish()
  }

  @Test("A recording without a track log is refused")
  func noTrackLog() async throws {
    let workplace = RecomputeWorkplace(try AnalyzeWorkplace())
    let path = workplace.place.folder.url.appendingPathComponent("old.db").path
    let store = try EventStore(path: path, access: .readWrite)
    try store.record([ExportFixture.run(camera: "door")])
    try store.close()
    try await workplace.recompute(scene: Self.highStreet, db: "old.db").expectRefusal(
      65,
      [
        "cannot recompute old.db: the recording of camera door from 2026-10-25T01:00:00.000+01:00",
        "has no track log: nothing was seen in it, or its tracks were deleted; analyse it again",
      ])
    // Beside one that has, as after the days for which tracks are kept, it stays as it was counted.
    var next = ExportFixture.run(camera: "door")
    next.recording.startMilliseconds += 86_400_000
    next.tracks = Self.moment
    let both = try EventStore(path: path, access: .readWrite)
    try both.record([next])
    try both.close()
    let outcome = try await workplace.recompute(scene: Self.highStreet, flags: ["--json"], db: "old.db")
    #expect(outcome.status == 0)
    #expect(outcome.errorOutput.contains("warning: 1 of 2 recordings have no track log (any more) and stay"))
    #expect(outcome.output.contains("\"recomputed\" : 1"))
  }

  @Test("The last live recording of a camera stays as it is while another program may add to it")
  func goingOn() async throws {
    let workplace = RecomputeWorkplace(try AnalyzeWorkplace())
    var runs = [ExportFixture.run(camera: "door"), ExportFixture.run(camera: "door")]
    runs[1].recording.media = .live
    runs[1].recording.startMilliseconds += 86_400_000
    for index in runs.indices { runs[index].tracks = Self.moment }
    let user = try EventStore(
      path: workplace.place.folder.url.appendingPathComponent("live.db").path, access: .readWrite)
    try user.record([runs[0]])
    try user.add([runs[1]])
    let otherClock = Self.highStreet.replacing("Europe/London", with: "Asia/Tokyo")
    try await workplace.recompute(scene: otherClock, db: "live.db")
      .expectRefusal(74, ["it changes for all recordings"])
    let outcome = try await workplace.recompute(scene: Self.highStreet, flags: ["--json"], db: "live.db")
    #expect(outcome.status == 0 && outcome.output.contains("\"recomputed\" : 1"))
    #expect(outcome.errorOutput.contains("goes on, and stays as it is counted"))
    try user.close()
    let rest = try await workplace.recompute(scene: Self.highStreet, flags: ["--json"], db: "live.db")
    #expect(rest.status == 0 && rest.output.contains("\"recomputed\" : 1"))
    #expect(!rest.errorOutput.contains("goes on"))
  }

  @Test("An interrupt leaves the database as it was", arguments: [SIGINT, SIGTERM])
  func interrupt(signal: Int32) async throws {
    let workplace = try await RecomputeWorkplace()
    let place = workplace.place
    let path = place.folder.url.appendingPathComponent("store.db").path
    let store = try EventStore(path: path, access: .readWrite)
    let run = try #require(try store.runs(store: "shop").first)
    // Hundreds of recordings of an hour in which somebody stands about.
    var log = TrackLogWriter()
    let person = TrackLogSample(track: TrackID(1), foot: Point(80, 80), heightPixels: 40)
    for number in 1...36_000 {
      let time = MediaTime(nanoseconds: Int64(number - 1) * 100_000_000)
      log.append([person], in: FrameStamp(number: number, time: time, duration: .milliseconds(100)))
    }
    let chunks = log.finish()
    var analyzer = CameraAnalyzer(
      scene: run.scene, size: run.recording.size, series: [(.seconds(60), .zero)])
    let (result, series) = analyzer.finish()
    let hours = (1...300).map { hour in
      var recording = run.recording
      recording.startMilliseconds += Int64(hour) * 3_600_000
      recording.duration = .seconds(3600)
      return RunRecord(
        recording: recording, analysis: run.analysis, result: result, minutes: series[0], tracks: chunks)
    }
    try store.record(hours)
    try store.close()
    let before = try await workplace.exports()
    try place.write(Data(RecomputeWorkplace.edited.utf8), to: "edited.yaml")
    let program = try RunningProgram(
      ["recompute", "--db", "store.db", "--scene", "edited.yaml", "-v"], in: place.folder.url)
    try #require(await program.wait { program.errorOutput.contains("recording is counted") })
    program.send(signal)
    let outcome = try await program.end(limit: .seconds(20))
    #expect(outcome.status == 130)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorOutput.hasSuffix("footfall: interrupted; nothing was written\n"))
    #expect(try await workplace.exports() == before)
  }
}
