import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall analyze gives the same results for the same input")
struct AnalyzeRepeatTests {
  private let place: AnalyzeWorkplace

  init() throws { place = try AnalyzeWorkplace() }

  private func expectSame(_ first: FinishedRun, _ second: FinishedRun, _ names: [String]) throws {
    for name in names { #expect(try first.bytes(name) == second.bytes(name), "\(name)") }
    #expect(try first.lastingReport() == second.lastingReport())
  }

  @Test("A second run writes the same bytes, but for the performance", arguments: ["online", "two-pass"])
  func secondRun(tracking: String) async throws {
    let arguments = AnalyzeWorkplace.arguments(changing: ["--tracking": tracking])
    let first = try await FinishedRun(of: arguments, in: place)
    let second = try await FinishedRun(of: arguments, in: place)
    try expectSame(
      first, second, ["events.jsonl", "tracks-door.txt", "heatmap-door.csv", "heatmap-door.png"])
  }

  @Test("Detections that were written give the same tracks when they are read")
  func writtenDetections() async throws {
    let first = try await FinishedRun(
      of: AnalyzeWorkplace.arguments(flags: ["--write-detections"]), in: place)
    try place.write(try first.bytes("detections-door.txt"), to: "written.txt")
    let second = try await FinishedRun(
      of: AnalyzeWorkplace.arguments(
        changing: ["--detections": "written.txt"], flags: ["--write-detections"]),
      in: place)
    try expectSame(first, second, ["detections-door.txt", "tracks-door.txt", "events.jsonl"])
  }

  @Test("Storing the same recording twice stores it once")
  func database() async throws {
    let arguments = AnalyzeWorkplace.arguments(changing: ["--db": "store.db"])
    func events() async throws -> String {
      let outcome = try await place.run(["export", "events", "--db", "store.db", "--format", "csv"])
      try #require(outcome.status == 0, "\(outcome.errorOutput)")
      return outcome.output
    }
    _ = try await FinishedRun(of: arguments, in: place)
    let once = try await events()
    #expect(once.split(whereSeparator: \.isNewline).count == 11)
    _ = try await FinishedRun(of: arguments, in: place)
    #expect(try await events() == once)
  }

  @Test("The form of --start changes nothing: with an offset or on the store's own clock")
  func start() async throws {
    var runs: [FinishedRun] = []
    for start in ["2026-07-23T09:00:00+01:00", "2026-07-23T08:00:00Z", "2026-07-23T09:00:00"] {
      runs.append(
        try await FinishedRun(of: AnalyzeWorkplace.arguments(changing: ["--start": start]), in: place))
    }
    try expectSame(runs[0], runs[1], ["events.jsonl"])
    try expectSame(runs[0], runs[2], ["events.jsonl"])
    #expect(try runs[0].report().cameras[0].start == "2026-07-23T09:00:00.000+01:00")
  }

  @Test("Without --start times count from 1970, and the user is told")
  func noStart() async throws {
    let run = try await FinishedRun(of: AnalyzeWorkplace.arguments(changing: ["--start": nil]), in: place)
    #expect(try run.report().cameras[0].start == "1970-01-01T01:00:00.000+01:00")
    #expect(run.outcome.messages.first?.hasPrefix("footfall: warning: film.y4m: ") == true)
    #expect(run.outcome.errorOutput.contains("--start"))
    #expect(run.outcome.messages.count == 1)
  }

  @Test("Sources that follow each other are one recording, whose frames count on")
  func severalSources() async throws {
    let run = try await FinishedRun(of: AnalyzeWorkplace.arguments(["film.y4m", "film.y4m"]), in: place)
    let camera = try run.report().cameras[0]
    #expect(camera.frames == 160 && camera.coverage == 1)
    #expect(camera.end == "2026-11-23T09:00:16.000+00:00")
    // The list of detections counts on likewise, so nobody is in the second film.
    #expect(camera.people == 2)
  }

  @Test("Two cameras of one run have their own tracks, pictures and detections")
  func twoCameras() async throws {
    let second = "  - {id: till, lines: [{id: exit, from: [80, 20], to: [80, 119]}]}\nscenes:"
    try place.write(Data(AnalyzeWorkplace.scene.replacing("scenes:", with: second).utf8), to: "scene.yaml")
    try place.write(Data(), to: "nobody.txt")
    let run = try await FinishedRun(
      of: AnalyzeWorkplace.arguments(
        ["door=film.y4m", "till=film.y4m"], changing: ["--detections": "door=nobody.txt"],
        flags: ["--detections", "till=people.txt"]), in: place)
    #expect(try run.bytes("tracks-door.txt").isEmpty)
    #expect(try !run.bytes("tracks-till.txt").isEmpty)
    #expect(run.files["heatmap-till.png"] != nil && run.files["heatmap-till.csv"] != nil)
    let report = try run.report()
    #expect(report.cameras.map(\.id) == ["door", "till"])
    #expect(report.cameras.map(\.people) == [0, 2])
    #expect(try report.line("exit").in == 1)
  }

  @Test("Without a scene people are followed and mapped all the same")
  func noScene() async throws {
    let run = try await FinishedRun(of: AnalyzeWorkplace.arguments(changing: ["--scene": nil]), in: place)
    let camera = try run.report().cameras[0]
    #expect(camera.id == "camera" && camera.people == 2 && camera.lines.isEmpty && camera.zones.isEmpty)
  }
}
