import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall analyze with other detectors, engines and models folders")
struct OtherModelTests {
  /// A models folder with the manifest and links to those files of the real ones that are named.
  private func models(in place: AnalyzeWorkplace, linking files: [String: URL] = [:]) throws -> [String:
    String]
  {
    let folder = place.folder.url.appendingPathComponent("models")
    try place.write(
      try Data(contentsOf: SharedData.packageRoot.appendingPathComponent("models/manifest.json")),
      to: "models/manifest.json")
    for (name, target) in files {
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent(name), withDestinationURL: target)
    }
    return [
      "FOOTFALL_MODELS": folder.path,
      "FOOTFALL_OPENVINO": SharedData.models.appendingPathComponent("openvino").path,
    ]
  }

  @Test(
    "YOLOX-nano finds more people than the default",
    .enabled(
      if: RealFootage.isPresent("pets09-s2l1") && SharedData.hasModel("person-yolox-nano-416x320.xml")))
  func yolox() async throws {
    let run = try await RealFootage.run(
      "pets09-s2l1", precision: nil, flags: ["--model", "yolox-nano", "--write-detections"])
    try await expectPeople(in: run, model: "yolox-nano", mota: 78)
    let boxes = try await RealFootage.scores(
      "detections", of: run.bytes("detections-view.txt"), in: "pets09-s2l1")
    #expect(try #require(boxes["ap50"]) >= 0.88)
  }

  @Test(
    "SSDLite finds most people",
    .enabled(if: RealFootage.isPresent("pets09-s2l1") && SharedData.hasModel("person-ssdlite-300x300.onnx")))
  func ssdlite() async throws {
    try await expectPeople(
      in: try await RealFootage.run("pets09-s2l1", flags: ["--model", "ssdlite"]), model: "ssdlite", mota: 30)
  }

  private func expectPeople(in run: FinishedRun, model: String, mota: Double) async throws {
    let scores = try await RealFootage.scores("tracks", of: run.bytes("tracks-view.txt"), in: "pets09-s2l1")
    #expect(try #require(scores["mota"]) >= mota, "\(scores)")
    #expect(try run.report().performance.model == model)
  }

  @Test("A model that is not there is named with the command that fetches it")
  func missingModel() async throws {
    let place = try AnalyzeWorkplace()
    let outcome = try await place.run(
      AnalyzeWorkplace.arguments(changing: ["--detections": nil, "--engine": "opencv"]),
      environment: models(in: place))
    outcome.expectRefusal(
      69,
      [
        "yolov3-tiny", "models/" + RealFootage.modelFile, "is missing",
        "run scripts/fetch-models yolov3-tiny",
      ])
    #expect(!place.exists("out"))
  }

  @Test("A file that is not the promised model is refused with both checksums")
  func otherModel() async throws {
    let place = try AnalyzeWorkplace()
    let environment = try models(in: place)
    try place.write(Data("abc".utf8), to: "models/" + RealFootage.modelFile)
    let outcome = try await place.run(
      AnalyzeWorkplace.arguments(changing: ["--detections": nil, "--engine": "opencv"]),
      environment: environment)
    // The digest of "abc" is the example of FIPS 180-2.
    outcome.expectRefusal(
      65,
      [
        "models/" + RealFootage.modelFile, "expected ", "run scripts/fetch-models yolov3-tiny",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      ])
    #expect(!place.exists("out"))
  }

  @Test("An unknown model is refused with the names of those that exist", arguments: [nil, "people.txt"])
  func unknownModel(detections: String?) async throws {
    let place = try AnalyzeWorkplace()
    let outcome = try await place.run(
      AnalyzeWorkplace.arguments(changing: ["--detections": detections, "--model": "resnet"]),
      environment: models(in: place))
    outcome.expectRefusal(69, ["model resnet", "yolov3-tiny, ssdlite, yolox-nano"])
  }

  @Test("Without a models folder the variable that names it is told")
  func noModels() async throws {
    let place = try AnalyzeWorkplace()
    let outcome = try await place.run(
      AnalyzeWorkplace.arguments(changing: ["--detections": nil]),
      environment: ["FOOTFALL_MODELS": place.folder.url.path])
    outcome.expectRefusal(69, [place.folder.url.path + "/manifest.json"])
  }

  @Test(
    "Eight bits are refused for a model that was not made for them",
    .enabled(if: SharedData.hasModel("openvino/libopenvino_c.so.2641")))
  func int8() async throws {
    let place = try AnalyzeWorkplace()
    let environment = try models(in: place)
    let outcome = try await place.run(
      AnalyzeWorkplace.arguments(changing: ["--detections": nil, "--model": "ssdlite", "--precision": "int8"]
      ),
      environment: environment)
    outcome.expectRefusal(69, ["model ssdlite", "f32, bf16", "int8 is asked for"])
    #expect(!place.exists("out"))
  }

  @Test("Without OpenVINO the other engine runs", .enabled(if: SharedData.hasModel(RealFootage.modelFile)))
  func fallback() async throws {
    let place = try AnalyzeWorkplace()
    try place.write(AnalyzeWorkplace.film(frames: 3), to: "short.y4m")
    let environment = RealFootage.environment.merging(["FOOTFALL_OPENVINO": place.folder.url.path]) { $1 }
    let run = try await FinishedRun(
      of: AnalyzeWorkplace.arguments(["short.y4m"], changing: ["--detections": nil]), in: place,
      environment: environment)
    #expect(try run.report().performance.engine == "opencv")
    #expect(try run.report().performance.precision == "f32")
    let refused = try await place.run(
      AnalyzeWorkplace.arguments(
        ["short.y4m"], changing: ["--detections": nil, "--engine": "openvino", "--out": "none"]),
      environment: environment)
    refused.expectRefusal(
      69, ["engine openvino", place.folder.url.path, "run scripts/fetch-models openvino"])
    #expect(!place.exists("none"))
  }
}
