import FootfallTestSupport
import Foundation
import Testing

/// Real footage at the rates of other cameras: every frame shown as often as it takes, so that people walk as fast as
/// they did.
enum FasterFootage {
  static let isPresent =
    RealFootage.isPresent("pets09-s2l1") && FileManager.default.fileExists(atPath: "/usr/bin/ffmpeg")

  /// Analyses a clip, or so many frames from its beginning, as a camera of `rate` frames a second would have filmed it.
  static func run(
    _ clip: String, rate: Int, frames: Int? = nil, flags: [String]
  ) async throws -> FinishedRun {
    let folder = try TemporaryFolder()
    let film = folder.url.appendingPathComponent("film.mkv")
    let ffmpeg = Process()
    ffmpeg.executableURL = URL(fileURLWithPath: "/usr/bin/ffmpeg")
    ffmpeg.arguments = [
      "-v", "error", "-i", RealFootage.path(of: clip), "-vf", "fps=\(rate)", "-c:v", "mpeg4", "-q:v", "2",
    ]
    if let frames { ffmpeg.arguments? += ["-frames:v", "\(frames)"] }
    ffmpeg.arguments? += [film.path]
    try ffmpeg.run()
    ffmpeg.waitUntilExit()
    try #require(ffmpeg.terminationStatus == 0)
    return try await RealFootage.run(clip, source: film.path, precision: nil, flags: flags)
  }
}

// What is compared is a run with adaptive detection and one that looks at every frame.
@Suite(
  "footfall analyze with adaptive detection",
  .enabled(if: RealFootage.isPresent("pets09-s2l1") && RealFootage.isPresent("one-by-one")))
struct AdaptiveFootageTests {
  private static let adaptivePets = Task { try await RealFootage.run("pets09-s2l1", flags: []) }
  /// As it comes, in the precision of this machine.
  private static let adaptiveOneByOne = Task {
    try await RealFootage.run("one-by-one", precision: nil, flags: [])
  }

  @Test("Crossings are those of the truth to within one person, in seven tenths of the looks")
  func crossings() async throws {
    let report = try await Self.adaptivePets.value.report()
    for (id, entries, exits) in [("A", 9, 7), ("B", 3, 3)] {
      let line = try report.line(id)
      #expect(abs(line.in - entries) <= 1 && abs(line.out - exits) <= 1, "\(id)")
    }
    #expect(report.performance.detectorRuns < 400 * 7 / 10)
    #expect(abs(try report.zone("Z1").personSeconds - 105.5) <= 4.2)
  }

  @Test("Tracks are no worse than with a look at every frame, but for chance")
  func tracks() async throws {
    let scores = try await RealFootage.scores(
      "tracks", of: Self.adaptivePets.value.bytes("tracks-view.txt"), in: "pets09-s2l1")
    let full = try await RealFootage.scores(
      "tracks", of: RealFootage.pets.value.bytes("tracks-view.txt"), in: "pets09-s2l1")
    #expect(try #require(scores["mota"]) >= #require(full["mota"]) - 2)
    #expect(try #require(scores["hota"]) >= #require(full["hota"]) - 5)
  }

  @Test("Where a scene rests, stays last as long to 0.3 seconds, in half of the looks")
  func restingScene() async throws {
    let run = try await Self.adaptiveOneByOne.value.report()
    let full = try await RealFootage.oneByOne.value.report()
    let stays = try run.zone("TABLE").visits.map(\.dwellSeconds)
    let expected = try full.zone("TABLE").visits.map(\.dwellSeconds)
    #expect(stays.count == expected.count)
    #expect(zip(stays, expected).allSatisfy { abs($0 - $1) <= 0.3 }, "\(stays), \(expected)")
    #expect(try run.line("EXIT").out == full.line("EXIT").out)
    #expect(run.performance.detectorRuns < 720 / 2)
  }

  @Test("Every frame has its boxes, those between looks too")
  func framesBetweenLooks() async throws {
    func rows(_ run: FinishedRun) throws -> Int {
      try run.text("tracks-view.txt").split(separator: "\n").count
    }
    let adaptive = try rows(await Self.adaptiveOneByOne.value)
    let full = try rows(await RealFootage.oneByOne.value)
    #expect(abs(adaptive - full) < full / 20, "\(adaptive) boxes, \(full) with a look at every frame")
  }

  @Test("One thread and two give the same bytes")
  func threads() async throws {
    let two = try await RealFootage.run("pets09-s2l1", precision: nil, flags: [])
    let one = try await RealFootage.run("pets09-s2l1", precision: nil, threads: 1, flags: [])
    for name in ["events.jsonl", "tracks-view.txt", "heatmap-view.csv"] {
      #expect(try one.bytes(name) == two.bytes(name), "\(name)")
    }
    #expect(try one.lastingReport() == two.lastingReport())
  }

  @Test(
    "Cameras of more frames a second are looked at no more often, and counted as well",
    .enabled(if: FasterFootage.isPresent), arguments: [25, 30])
  func otherRates(rate: Int) async throws {
    let adaptive = try await FasterFootage.run("pets09-s2l1", rate: rate, flags: []).report()
    let full = try await FasterFootage.run("pets09-s2l1", rate: rate, flags: ["--every-frame"]).report()
    #expect(adaptive.cameras[0].frames == 40 * rate && full.performance.detectorRuns == 40 * rate)
    // 40 seconds at 12.5 looks a second at most.
    #expect((200...500).contains(adaptive.performance.detectorRuns))
    for (id, entries, exits) in [("A", 9, 7), ("B", 3, 3)] {
      let (line, all) = (try adaptive.line(id), try full.line(id))
      #expect(abs(line.in - entries) <= max(1, abs(all.in - entries)), "\(id)")
      #expect(abs(line.out - exits) <= max(1, abs(all.out - exits)), "\(id)")
    }
  }
}
