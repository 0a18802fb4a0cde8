import FootfallTestSupport
import Foundation
import Testing

/// What `samples/vtest/expected.json` says of the first 400 frames of the sample footage, which are those of the PETS clip.
@Suite("The sample scene", .enabled(if: RealFootage.isPresent("pets09-s2l1")))
struct SampleSceneTests {
  private static let folder = SharedData.packageRoot.appendingPathComponent("samples/vtest")

  private struct Expected: Decodable {
    struct Tally: Decodable { var `in`, out: Int }
    struct Measured: Decodable {
      var lines: [String: Tally]
      var personSeconds: [String: Double]
    }
    var frames: Int
    var lines: [String: Tally]
    var personSeconds: [String: Double]
    var measured: Measured
  }

  @Test("Counts and times are no farther from the truth than those on file")
  func firstFrames() async throws {
    let expected = try JSONDecoder().decode(
      Expected.self, from: try Data(contentsOf: Self.folder.appendingPathComponent("expected.json")))
    let place = try AnalyzeWorkplace()
    try place.write(
      try Data(contentsOf: Self.folder.appendingPathComponent("scene.yaml")), to: "scene.yaml")
    let run = try await FinishedRun(
      of: AnalyzeWorkplace.arguments(
        [RealFootage.path(of: "pets09-s2l1")],
        changing: ["--detections": nil, "--precision": "f32", "--threads": "2"], flags: ["--every-frame"]),
      in: place, environment: RealFootage.environment)
    let report = try run.report()
    #expect(report.cameras[0].frames == expected.frames)
    for (id, truth) in expected.lines {
      let (line, filed) = (try report.line(id), try #require(expected.measured.lines[id]))
      print("line \(id): in \(line.in), out \(line.out); truth \(truth.in), \(truth.out)")
      #expect(abs(line.in - truth.in) <= abs(filed.in - truth.in), "\(id)")
      #expect(abs(line.out - truth.out) <= abs(filed.out - truth.out), "\(id)")
    }
    for (id, truth) in expected.personSeconds {
      let (found, filed) = (
        try report.zone(id).personSeconds, try #require(expected.measured.personSeconds[id])
      )
      print("zone \(id): \(found) person-seconds; truth \(truth)")
      // Another processor rounds otherwise.
      #expect(abs(found - truth) <= abs(filed - truth) + 0.02 * truth, "\(id)")
    }
  }
}
