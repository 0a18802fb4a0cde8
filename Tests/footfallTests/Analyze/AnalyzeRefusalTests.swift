import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall analyze refuses what it can't use, in one line, and leaves nothing behind")
struct AnalyzeRefusalTests {
  private let place: AnalyzeWorkplace

  init() throws { place = try AnalyzeWorkplace() }

  private func expectRefusal(of run: RefusedRun) async throws {
    for (name, content) in run.files { try place.write(content, to: name) }
    let before = place.names(in: ".")
    let outcome = try await place.run(
      AnalyzeWorkplace.arguments(run.sources, changing: run.changes, flags: run.flags))
    outcome.expectRefusal(run.status, run.says)
    #expect(place.names(in: ".") == before)
  }

  @Test("A scene that is wrong is told by file, line and column", arguments: RefusedRun.scenes)
  func scenes(run: RefusedRun) async throws { try await expectRefusal(of: run) }

  @Test("A list of detections that is wrong is told by file and line", arguments: RefusedRun.detections)
  func detections(run: RefusedRun) async throws { try await expectRefusal(of: run) }

  @Test("An option's value that is wrong is told with what is allowed", arguments: RefusedRun.options)
  func options(run: RefusedRun) async throws { try await expectRefusal(of: run) }

  @Test("Footage that is none is told by its path", arguments: RefusedRun.footage)
  func footage(run: RefusedRun) async throws { try await expectRefusal(of: run) }

  @Test("A folder for the results that can't be written is told by its path", arguments: RefusedRun.outputs)
  func outputs(run: RefusedRun) async throws { try await expectRefusal(of: run) }

  @Test("A database that can't be used leaves it and the folder as they are", arguments: RefusedRun.databases)
  func databases(run: RefusedRun) async throws {
    try await expectRefusal(of: run)
    for (name, content) in run.files { #expect(try place.bytes(name) == content) }
  }

  @Test("Results of an earlier run survive a run that fails")
  func earlierResults() async throws {
    try await place.analyze()
    let before = try place.names().map { try place.bytes("out/" + $0) }
    try place.write(Data(), to: "empty.y4m")
    let outcome = try await place.run(AnalyzeWorkplace.arguments(["film.y4m", "empty.y4m"]))
    outcome.expectRefusal(65, ["empty.y4m"])
    #expect(try place.names().map { try place.bytes("out/" + $0) } == before)
  }

  @Test("What a killed run has left in the folder goes with the next run")
  func abandoned() async throws {
    try place.write(Data("half a row".utf8), to: "out/.footfall-partial-killed/tracks-door.txt")
    try await place.analyze()
    #expect(!place.names().contains { $0.hasPrefix(".") })
  }
}
