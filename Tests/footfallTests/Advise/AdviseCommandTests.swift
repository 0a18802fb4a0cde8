import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall advise")
struct AdviseCommandTests {
  private let place: AnalyzeWorkplace

  init() throws { place = try AnalyzeWorkplace() }

  private func advise(_ words: String..., detections: String? = "people.txt") async throws
    -> BuiltProgram.Outcome
  {
    let known = detections.map { ["--detections", $0] } ?? []
    return try await place.run(["advise", "film.y4m", "--scene", "scene.yaml"] + known + words)
  }

  @Test("The text says for each line and zone what was found and what to do")
  func text() async throws {
    let outcome = try await advise()
    #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.errorOutput)")
    #expect(
      outcome.output == """
        door: 2 people in 8.0 s of 160x120
          line entrance: warning
            notEnoughPeople, warning: Not enough people seen to judge: 2 of 2 people came near the line.
              Let it look at footage of a busier time, with 5 people or more.
          zone table: warning
            notEnoughPeople, warning: Not enough people seen to judge: 2 of 2 people came into the zone.
              Let it look at footage of a busier time, with 5 people or more.
          zone shelf: warning
            notEnoughPeople, warning: Not enough people seen to judge: 2 of 2 people came into the zone.
              Let it look at footage of a busier time, with 5 people or more.

        """)
  }

  @Test("JSON follows its schema", .enabled(if: SchemaValidator.isAvailable))
  func schema() async throws {
    let outcome = try await advise("--json")
    #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.advice-1") == [])
    let spoilt = outcome.output.replacingOccurrences(of: "\"sentence\"", with: "\"word\"")
    #expect(try !SchemaValidator.faults(of: spoilt, schema: "footfall.advice-1").isEmpty)
  }

  @Test("A view in which nobody was seen says so and gives no verdicts")
  func nobody() async throws {
    try place.write(Data(), to: "nobody.txt")
    let text = try await advise(detections: "nobody.txt")
    #expect(text.status == 0)
    #expect(
      text.output == "door: nobody was seen in 8.0 s of 160x120; lines and zones cannot be judged\n")
    let advice = try Advice(try await advise("--json", detections: "nobody.txt"))
    let camera = advice.cameras[0]
    #expect(camera.people == 0 && camera.newLine == nil)
    #expect(camera.lines.allSatisfy { $0.verdict == nil && $0.findings.isEmpty && $0.proposal == nil })
    #expect(camera.zones.allSatisfy { $0.verdict == nil && $0.findings.isEmpty })
  }

  @Test(
    "Only the first seconds are looked at when so told", arguments: [("2", 2.0), ("2.5", 2.5), ("100", 8)])
  func seconds(argument: String, expected: Double) async throws {
    let camera = try Advice(try await advise("--json", "--seconds", argument)).cameras[0]
    #expect(abs(camera.seconds - expected) < 1e-6)
  }

  @Test("Mistakes are one line and the right exit status")
  func mistakes() async throws {
    try await advise("--seconds", "0").expectRefusal(64, ["--seconds", "'0'", "greater than 0"])
    try await advise("--seconds", "soon").expectRefusal(64, ["'soon'", "as in 600"])
    try await advise(detections: "none.txt").expectRefusal(66, ["none.txt", "no such file"])
    try await place.run(["advise", "film.y4m"]).expectRefusal(64, ["--scene"])
    try await place.run(["advise", "none.y4m", "--scene", "scene.yaml", "--detections", "people.txt"])
      .expectRefusal(66, ["none.y4m"])
  }

  @Test("A camera without lines gets one, in the units of the file, that the file can hold")
  func newLine() async throws {
    var rows = ""
    for frame in 1...80 {
      for person in 0..<8 {
        // Side by side and one above the other, so that the tracker has no doubt who is who.
        let x = Double(frame) * 2 - 6 - Double(person % 2) * 4
        let y = 10 + Double(person) * 12
        guard x > 2, x < 150 else { continue }
        rows += "\(frame),-1,\(x),\(y),6,11,0.9,-1,-1,-1\n"
      }
    }
    try place.write(Data(rows.utf8), to: "crowd.txt")
    let scene = "version: 1\ntimezone: UTC\nunits: normalized\ncameras:\n  - id: door\n"
    try place.write(Data(scene.utf8), to: "scene.yaml")
    let advice = try Advice(try await advise("--json", detections: "crowd.txt"))
    let line = try #require(advice.cameras[0].newLine)
    #expect(line.after.clean >= 5)
    let drawn = "\(scene)    lines:\n      \(line.yaml)\n"
    try place.write(Data(drawn.utf8), to: "scene.yaml")
    let again = try Advice(try await advise("--json", detections: "crowd.txt")).cameras[0].lines[0]
    #expect(again.id == "line-1")
    // Normalized positions have four decimals, a hundredth of a pixel here.
    #expect(abs(again.measure.clean - line.after.clean) <= 1)
  }
}
