import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall evaluate faces", .enabled(if: FaceMaterial.isPresent))
struct EvaluateFacesTests {
  private let folder: TemporaryFolder
  private let root = SharedData.root.appendingPathComponent("data/faces-orl")

  init() throws { folder = try TemporaryFolder() }

  private func run(pairs: String, root: String? = nil, _ more: String...) async throws -> BuiltProgram.Outcome
  {
    try await BuiltProgram.run(
      ["evaluate", "faces", "--pairs", pairs, "--root", root ?? self.root.path] + more, in: folder.url,
      limit: .seconds(180))
  }

  @Test("the pairs of the ORL faces: EER at most 1 %, accuracy at least 99 %, a face in every picture")
  func accuracy() async throws {
    let outcome = try await run(pairs: root.appendingPathComponent("pairs.csv").path, "--json")
    try #require(outcome.status == 0, "\(outcome.errorOutput)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    print(outcome.output)
    #expect(try #require(report["eer"] as? Double) <= 0.01)
    #expect(try #require(report["accuracy"] as? Double) >= 0.99)
    #expect(report["failedToDetect"] as? Int == 0 && report["images"] as? Int == 200)
    #expect(report["tarAtFar1pct"] is Double && report["threshold"] is Double)
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.face-scores-1") == [])
    }
  }

  @Test(
    "bad pairs are one line that says what, where and what is allowed",
    arguments: [
      ("a,b,same\ns1/1.pgm,s1/2.pgm,yes\n", 65, "pairs.csv:2: column 3 (same) is 'yes'; allowed: 1 or 0"),
      ("a,b\nx,y\n", 65, "pairs.csv:1: the header is 'a,b'; allowed: a,b,same"),
      ("a,b,same\n", 65, "pairs.csv: needs a pair of the same person and one of different people"),
      ("a,b,same\ns1/1.pgm,s1/2.pgm,1\n", 65, "pairs.csv: needs a pair of the same person"),
      ("a,b,same\ns1/1.pgm,s1/2.pgm,1\ns1/1.pgm,s1/99.pgm,0\n", 66, "pairs.csv:3: "),
      ("a,b,same\ns1/1.pgm,s1/2.pgm,1\ns1/1.pgm,../faces-orl/pairs.csv,0\n", 65, "pairs.csv:3: "),
    ])
  func badPairs(text: String, status: Int32, message: String) async throws {
    _ = try folder.write(text, to: "pairs.csv")
    let outcome = try await run(pairs: "pairs.csv")
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.errorOutput.contains(message) && outcome.errorOutput.hasPrefix("footfall: cannot "))
    #expect(outcome.errorOutput.split(separator: "\n").count == 1)
  }

  @Test("models that are missing are named with the command that fetches them")
  func missingModels() async throws {
    _ = try folder.write("a,b,same\ns1/1.pgm,s1/2.pgm,1\ns1/1.pgm,s11/1.pgm,0\n", to: "pairs.csv")
    let manifest = SharedData.models.appendingPathComponent("manifest.json")
    try FileManager.default.copyItem(at: manifest, to: folder.url.appendingPathComponent("manifest.json"))
    let outcome = try await BuiltProgram.run(
      ["evaluate", "faces", "--pairs", "pairs.csv", "--root", root.path],
      environment: ["FOOTFALL_MODELS": folder.url.path], in: folder.url)
    #expect(outcome.status == 69)
    #expect(outcome.errorOutput.contains("scripts/fetch-models yunet"))
  }
}
