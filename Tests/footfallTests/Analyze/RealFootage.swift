import FootfallTestSupport
import Foundation
import Testing

/// Runs of the default detector over the two real clips, each made once for all tests.
enum RealFootage {
  static let modelFile = "person-yolov3-tiny-608x448.onnx"
  static let environment = ["FOOTFALL_MODELS": SharedData.models.path]

  static func isPresent(_ clip: String) -> Bool {
    SharedData.isPresent("data/\(clip)/clip.mp4") && SharedData.hasModel(modelFile)
  }

  /// Lines and zones whose true counts are known: `reference.json` beside the clips.
  private static let scenes = [
    "pets09-s2l1": """
    lines:
          - {id: A, from: [420, 150], to: [420, 450]}
          - {id: B, from: [540, 215], to: [740, 215]}
        zones:
          - {id: Z1, polygon: [[330, 220], [620, 220], [680, 360], [450, 360]]}
    """,
    "one-by-one": """
    lines:
          - {id: EXIT, from: [560, 240], to: [560, 431]}
        zones:
          - {id: TABLE, polygon: [[330, 330], [560, 330], [560, 425], [330, 425]]}
    """,
  ]

  static let pets = Task { try await run("pets09-s2l1") }
  static let oneByOne = Task { try await run("one-by-one") }

  /// Analyses a clip with a fixed number of threads and, unless another precision is asked for (nil: the default),
  /// 32-bit floats, as results that are compared have to be.
  static func run(
    _ clip: String, flags: [String] = ["--write-detections"], precision: String? = "f32",
    environment: [String: String] = environment
  ) async throws -> FinishedRun {
    let place = try AnalyzeWorkplace()
    let scene = "version: 1\ntimezone: UTC\ncameras:\n  - id: view\n    \(scenes[clip] ?? "")\n"
    try place.write(Data(scene.utf8), to: "scene.yaml")
    let path = SharedData.root.appendingPathComponent("data/\(clip)/clip.mp4").path
    let changes = ["--detections": nil, "--precision": precision, "--threads": "2"]
    return try await FinishedRun(
      of: AnalyzeWorkplace.arguments([path], changing: changes, flags: flags), in: place,
      environment: environment)
  }

  /// What `footfall evaluate` says of a result of a clip, by name.
  static func scores(_ kind: String, of result: Data, in clip: String) async throws -> [String: Double] {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("result.txt")
    try result.write(to: file)
    let truth = SharedData.root.appendingPathComponent("data/\(clip)/gt.txt").path
    let outcome = try await BuiltProgram.run(
      ["evaluate", kind, "--truth", truth, "--result", file.path, "--json"])
    try #require(outcome.status == 0, "\(outcome.errorOutput)")
    return try JSONDecoder().decode([String: Double].self, from: Data(outcome.output.utf8))
  }
}
