import FootfallTestSupport
import Foundation
import Testing

/// What is said about lines in the PETS 2009 clip, by the people in its truth.
private enum AdvisedPets {
  static let byTruth = Task { try await run(["--detections", "truth.txt"]) }
  static let byDetector = Task { try await run(["--precision", "f32", "--threads", "2"]) }

  private static let scene = """
    version: 1
    timezone: UTC
    cameras:
      - id: view
        lines:
          - {id: A, from: [420, 150], to: [420, 450]}
          - {id: B, from: [540, 215], to: [740, 215]}
          - {id: edge, from: [100, 570], to: [650, 570]}
          - {id: along, from: [300, 252], to: [640, 252]}
          - {id: nowhere, from: [60, 440], to: [260, 440]}
        zones:
          - {id: Z1, polygon: [[330, 220], [620, 220], [680, 360], [450, 360]]}
          - {id: lawn, polygon: [[20, 430], [220, 430], [220, 560], [20, 560]]}

    """

  private static func run(_ options: [String]) async throws -> Advice.Camera {
    let folder = try TemporaryFolder()
    _ = try folder.write(scene, to: "scene.yaml")
    let truth = SharedData.root.appendingPathComponent("data/pets09-s2l1/gt.txt")
    // Boxes without identities: the tracker has to find out who is who.
    let rows = try String(contentsOf: truth, encoding: .utf8).split(whereSeparator: \.isNewline).map { row in
      var columns = row.split(separator: ",").map(String.init)
      columns[1] = "-1"
      columns[6] = "1"
      return columns.joined(separator: ",")
    }
    _ = try folder.write(rows.joined(separator: "\n") + "\n", to: "truth.txt")
    let outcome = try await BuiltProgram.run(
      ["advise", RealFootage.path(of: "pets09-s2l1"), "--scene", "scene.yaml", "--json"] + options,
      environment: RealFootage.environment, in: folder.url, limit: .seconds(300))
    return try Advice(outcome).cameras[0]
  }
}

@Suite(
  "footfall advise on the PETS 2009 clip, with true boxes",
  .enabled(if: SharedData.isPresent("data/pets09-s2l1/clip.mp4")))
struct AdviseFootageTests {
  @Test("The lines whose counts are known to come out right are good", arguments: ["A", "B"])
  func good(id: String) async throws {
    let line = try await AdvisedPets.byTruth.value.line(id)
    #expect(line.verdict == "ok" && line.kinds == ["good"], "\(line.findings)")
    #expect(line.proposal == nil)
  }

  @Test("Crossings are counted as in the truth", arguments: [("A", 9, 7), ("B", 3, 3)])
  func counts(id: String, entries: Int, exits: Int) async throws {
    let measure = try await AdvisedPets.byTruth.value.line(id).measure
    #expect(abs(measure.in - entries) <= 1 && abs(measure.out - exits) <= 1)
  }

  @Test(
    "Lines at the edge, along the way and off the way are told apart",
    arguments: [
      ("edge", "tooNearEdge", "error"), ("along", "alongside", nil),
      ("nowhere", "outsideWalkedArea", "warning"),
    ] as [(String, String, String?)])
  func flawed(id: String, kind: String, severity: String?) async throws {
    let line = try await AdvisedPets.byTruth.value.line(id)
    let finding = try #require(line.findings.first { $0.kind == kind }, "\(line.findings)")
    #expect(finding.severity != "ok")
    if let severity { #expect(finding.severity == severity) }
  }

  @Test("For the line along the way one across it is found")
  func proposal() async throws {
    let line = try await AdvisedPets.byTruth.value.line("along")
    let proposal = try #require(line.proposal)
    let before = line.measure
    #expect(proposal.after.clean >= before.clean)
    #expect(
      proposal.after.in + proposal.after.out - proposal.after.clean < before.in + before.out - before.clean)
  }

  @Test("A zone off the way is told, the junction is not")
  func zones() async throws {
    let zones = try await AdvisedPets.byTruth.value.zones
    #expect(zones[0].findings.allSatisfy { $0.severity != "error" }, "\(zones[0].findings)")
    #expect(zones[1].findings.map(\.kind) == ["outsideWalkedArea"])
  }
}

@Suite(
  "footfall advise on the PETS 2009 clip, with the detector",
  .enabled(if: RealFootage.isPresent("pets09-s2l1")))
struct AdviseDetectorTests {
  @Test("The good lines have no error, the line at the edge has", arguments: ["A", "B", "edge"])
  func verdicts(id: String) async throws {
    let line = try await AdvisedPets.byDetector.value.line(id)
    #expect((line.verdict == "error") == (id == "edge"), "\(line.findings)")
  }
}
