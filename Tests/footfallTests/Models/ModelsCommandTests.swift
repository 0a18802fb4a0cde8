import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall models and footfall doctor")
struct ModelsCommandTests {
  private struct Row: Decodable {
    let name, purpose, licence: String
    let decoder: String?
    let isPresent: Bool
  }

  /// A models folder that holds the manifest alone.
  private func emptyModels() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let manifest = SharedData.packageRoot.appendingPathComponent("models/manifest.json")
    _ = try folder.write(String(contentsOf: manifest, encoding: .utf8), to: "manifest.json")
    return folder
  }

  private func run(_ arguments: [String], models: TemporaryFolder) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(arguments, environment: ["FOOTFALL_MODELS": models.url.path])
  }

  @Test("list names every model with its licence, and whether all of its files are there")
  func list() async throws {
    let outcome = try await run(["models", "list", "--json"], models: try emptyModels())
    #expect(outcome.status == 0)
    let rows = try JSONDecoder().decode([Row].self, from: Data(outcome.output.utf8))
    #expect(rows.first?.name == "yolov3-tiny" && rows.first?.decoder != nil)
    #expect(Set(rows.map(\.name)).isSuperset(of: ["yolox-nano", "yunet", "sface", "openvino", "hog"]))
    #expect(rows.allSatisfy { !$0.licence.isEmpty })
    #expect(rows.filter(\.isPresent).map(\.name) == ["hog"])
  }

  @Test("fetch refuses what has no files and what is not known", arguments: ["hog", "yolov9"])
  func fetch(name: String) async throws {
    try await run(["models", "fetch", name], models: try emptyModels())
      .expectRefusal(64, ["model \(name): nothing to fetch; there are ", "yolox-nano"])
  }

  @Test("doctor ends with 69 where the default model's file is absent, and tells what works all the same")
  func doctor() async throws {
    let outcome = try await run(["doctor"], models: try emptyModels())
    #expect(outcome.status == 69)
    #expect(outcome.errorOutput.contains("is missing; run scripts/fetch-models yolov3-tiny"))
    #expect(outcome.output.contains("footage") && outcome.output.contains("files can be read"))
  }
}
