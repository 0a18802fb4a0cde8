import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall analyze that is interrupted ends at once and leaves nothing")
struct AnalyzeInterruptTests {
  private let place: AnalyzeWorkplace

  init() throws {
    place = try AnalyzeWorkplace()
    let film = place.folder.url.appendingPathComponent("long.y4m")
    try RawFootage.writeBlackY4M(
      size: PixelSize(width: 1280, height: 720), framesPerSecond: 10, frames: 12_000, to: film)
  }

  /// Interrupts a run and checks what it says and leaves.
  ///
  /// `scripts/test` runs this suite on its own; the machine may still be busy: of three attempts one has to be quick.
  private func interrupt(
    _ arguments: [String], with signal: Int32 = SIGINT, environment: [String: String] = [:]
  )
    async throws
  {
    let before = place.names(in: ".")
    var shortest = 10.0
    for _ in 0..<3 where shortest > 1 {
      let program = try RunningProgram(arguments, environment: environment, in: place.folder.url)
      try #require(await program.wait { place.isAnalysing }, "\(program.errorOutput)")
      let begin = ContinuousClock.now
      program.send(signal)
      let outcome = try await program.end(limit: .seconds(10))
      shortest = min(shortest, (ContinuousClock.now - begin) / .seconds(1))
      outcome.expectRefusal(130, ["interrupted; nothing was written"])
      #expect(place.names(in: ".") == before)
    }
    #expect(shortest <= 1)
  }

  @Test("While detections are read", arguments: [SIGINT, SIGTERM])
  func detections(signal: Int32) async throws {
    try await interrupt(AnalyzeWorkplace.arguments(["long.y4m"], changing: ["--scene": nil]), with: signal)
  }

  @Test("While a detector looks for people", .enabled(if: SharedData.hasModel(RealFootage.modelFile)))
  func detector() async throws {
    try await interrupt(
      AnalyzeWorkplace.arguments(
        ["long.y4m"], changing: ["--scene": nil, "--detections": nil, "--precision": "f32"]),
      environment: RealFootage.environment)
  }

  @Test("A run that is killed leaves a hidden folder, which the next run removes")
  func killed() async throws {
    let program = try RunningProgram(
      AnalyzeWorkplace.arguments(["long.y4m"], changing: ["--scene": nil]), in: place.folder.url)
    try #require(await program.wait { place.isAnalysing })
    program.send(SIGKILL)
    #expect(try await program.end(limit: .seconds(10)).status == 128 + SIGKILL)
    #expect(place.names().count == 1)
    try await place.analyze()
    #expect(!place.names().contains { $0.hasPrefix(".") })
  }
}
