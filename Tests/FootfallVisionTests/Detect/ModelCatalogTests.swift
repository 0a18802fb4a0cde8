import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation
import Testing

@Suite struct ModelCatalogTests {
  /// A models folder with one model whose file holds "abc".
  private static func folder(manifest: String = Self.manifest) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try folder.write(manifest, to: "manifest.json")
    _ = try folder.write("abc", to: "abc.onnx")
    return folder
  }

  private static let manifest = """
    {"version": 1, "entries": [{
      "name": "abc", "purpose": "personDetector", "fetchedByDefault": true, "file": "abc.onnx",
      "licence": "none", "origin": "nowhere",
      "files": [{"path": "abc.onnx", "bytes": 3,
        "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}],
      "detector": {"decoder": "yolov3", "input": {"width": 64, "height": 32},
        "normalisation": {"scale": 0.5, "offset": 0, "colourOrder": "RGB", "resize": "plain"},
        "heads": [{"stride": 32, "anchors": [{"width": 1, "height": 2}]}],
        "classIndex": 0, "scoreThreshold": 0.05, "nmsThreshold": 0.5,
        "tracker": {"minimumScore": 0.1, "trackThreshold": 0.3}}}]}
    """

  @Test func theManifestOfTheProjectNamesItsDetectors() throws {
    let catalog = try DetectorFixtures.catalog()
    #expect(catalog.profiles.map(\.name) == ["yolov3-tiny", "ssdlite", "yolox-nano", "hog"])
    let profile = try catalog.profile(named: "yolov3-tiny")
    #expect(profile.inputSize == PixelSize(width: 608, height: 448))
    #expect(profile.file?.path == DetectorFixtures.yolov3)
    #expect(profile.recipe.heads?.map(\.stride) == [32, 16])
  }

  @Test func aModelThatIsThereIsVerified() throws {
    let folder = try Self.folder()
    let catalog = try ModelCatalog(folder: folder.url.path)
    let profile = try catalog.profile(named: "abc")
    let file = try #require(profile.file)
    #expect(try catalog.verifiedPath(of: [file], for: profile) == folder.url.path + "/abc.onnx")
  }

  @Test func aMissingModelNamesTheCommandThatFetchesIt() throws {
    let folder = try Self.folder()
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("abc.onnx"))
    let catalog = try ModelCatalog(folder: folder.url.path)
    let profile = try catalog.profile(named: "abc")
    let error = DetectorFixtures.error {
      _ = try DetectorFixtures.detector(profile, in: catalog, engine: .auto)
    }
    #expect(error?.kind == .unavailable)
    #expect(
      error?.description
        == "model abc: \(folder.url.path)/abc.onnx is missing; run scripts/fetch-models abc")
  }

  @Test func aChangedModelNamesBothChecksums() throws {
    let folder = try Self.folder()
    _ = try folder.write("abd", to: "abc.onnx")
    let catalog = try ModelCatalog(folder: folder.url.path)
    let profile = try catalog.profile(named: "abc")
    let error = DetectorFixtures.error {
      _ = try DetectorFixtures.detector(profile, in: catalog, engine: .opencv)
    }
    #expect(error?.kind == .badData)
    let text = try #require(error?.description)
    #expect(
      text.contains("abc.onnx has SHA-256 a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9"))
    #expect(text.contains("expected ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    #expect(text.contains("scripts/fetch-models abc"))
  }

  @Test func aFileMadeFromAnUnknownOneIsComparedWithItsReceipt() throws {
    let folder = try Self.folder()
    let catalog = try ModelCatalog(folder: folder.url.path)
    let profile = try catalog.profile(named: "abc")
    let file = ModelFile(path: "abc.onnx", bytes: nil, sha256: nil)
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let path = folder.url.path + "/abc.onnx"
    let unknown = DetectorFixtures.error { _ = try catalog.verifiedPath(of: [file], for: profile) }
    #expect(unknown?.kind == .badData)
    #expect(unknown?.description.contains("is not in the list \(folder.url.path)/abc.sha256") == true)
    _ = try folder.write("0  source\n\(digest)  abc.onnx\n", to: "abc.sha256")
    #expect(try catalog.verifiedPath(of: [file], for: profile) == path)
    _ = try folder.write("0  source\n0  abc.onnx\n", to: "abc.sha256")
    let other = DetectorFixtures.error { _ = try catalog.verifiedPath(of: [file], for: profile) }
    #expect(other?.description.contains("\(path) has SHA-256 \(digest), expected 0; run") == true)
  }

  @Test func theWeightsOfAModelAreVerifiedToo() throws {
    let catalog = try DetectorFixtures.catalog()
    let variant = try #require(try catalog.profile(named: "yolov3-tiny").variant(.int8))
    let stem = "person-yolov3-tiny-608x448-int8"
    #expect(variant.files.map(\.path) == [stem + ".xml", stem + ".bin"])
  }

  /// Files that were not fetched are another test's matter; the 8-bit model is part of the checkout.
  @Test func everyFileThatIsThereIsTheOneOfTheManifest() throws {
    let catalog = try DetectorFixtures.catalog()
    for file in catalog.manifest.entries.flatMap(\.files) {
      let path = catalog.folder + "/" + file.path
      guard let expected = file.sha256, FileManager.default.fileExists(atPath: path) else { continue }
      #expect(try ModelCatalog.sha256(ofFile: path) == expected, "\(path)")
    }
    let profile = try catalog.profile(named: "yolov3-tiny")
    _ = try catalog.verifiedPath(of: profile.files(for: .openvino, precision: .int8), for: profile)
  }

  @Test func aModelWithoutMeasuredPrecisionsRunsFromItsOneFile() throws {
    let folder = try Self.folder()
    let profile = try ModelCatalog(folder: folder.url.path).profile(named: "abc")
    #expect(profile.variants.map(\.precision) == [.f32, .bf16])
    #expect(profile.variants.allSatisfy { $0.files == [profile.file] && $0.ap50 == nil })
  }

  @Test func anUnknownModelIsAnsweredWithThoseThatExist() throws {
    let folder = try Self.folder()
    let catalog = try ModelCatalog(folder: folder.url.path)
    let error = DetectorFixtures.error { _ = try catalog.profile(named: "abd") }
    #expect(error == VisionError(.unavailable, "model abd: not known; there are abc"))
  }

  @Test(arguments: [
    (text: "[", place: "/"), ("{\"version\": 2, \"entries\": []}", "version 2"),
    ("{\"version\": 1, \"entries\": [{}]}", "/entries/0: \"name\" is missing"),
    ("{\"version\": 1, \"entries\": 3}", "/entries: a value of another type"),
  ])
  func aWrongManifestSaysWhere(text: String, place: String) throws {
    let folder = try Self.folder(manifest: text)
    let error = DetectorFixtures.error { _ = try ModelCatalog(folder: folder.url.path) }
    #expect(error?.kind == .badData)
    #expect(error?.description.contains(folder.url.path + "/manifest.json: ") == true)
    #expect(error?.description.contains(place) == true)
  }

  @Test func theModelsFolderIsFoundAboveTheProgram() throws {
    let folder = try TemporaryFolder()
    let models = folder.url.appendingPathComponent("models")
    try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: models.appendingPathComponent("manifest.json"))
    #expect(try ModelCatalog.locate(above: folder.url.path + "/a/b/program") == models.path)
    let error = DetectorFixtures.error { _ = try ModelCatalog.locate(above: "/nowhere/program") }
    #expect(error?.kind == .unavailable)
    #expect(error?.description.contains("FOOTFALL_MODELS") == true)
  }
}
