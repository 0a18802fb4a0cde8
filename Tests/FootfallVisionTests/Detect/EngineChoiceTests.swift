import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation
import Testing

@Suite struct EngineChoiceTests {
  /// The fetched models, without OpenVINO or with something else in its place.
  private static func catalogWithoutOpenVINO(library: String? = nil) throws -> (ModelCatalog, TemporaryFolder)
  {
    let folder = try TemporaryFolder()
    for file in ["manifest.json", DetectorFixtures.yolov3] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.path + "/" + file, withDestinationPath: DetectorFixtures.modelsFolder + "/" + file)
    }
    if let library {
      try FileManager.default.createDirectory(
        atPath: folder.url.path + "/openvino", withIntermediateDirectories: true)
      _ = try folder.write(library, to: DetectorFixtures.openVINO)
    }
    return (try ModelCatalog(folder: folder.url.path), folder)
  }

  private static func detector(
    _ engine: EngineChoice, _ precision: Precision = .f32, in catalog: ModelCatalog
  ) throws -> PersonDetector {
    try DetectorFixtures.detector(
      try catalog.profile(named: "yolov3-tiny"), in: catalog, engine: engine, precision: precision)
  }

  private static func error(_ body: () throws -> PersonDetector) -> VisionError? {
    DetectorFixtures.error { _ = try body() }
  }

  @Test(.enabled(if: SharedData.hasModel(DetectorFixtures.yolov3)), arguments: [nil, "no library"])
  func withoutOpenVINOAutoTakesOpenCV(library: String?) throws {
    let (catalog, folder) = try Self.catalogWithoutOpenVINO(library: library)
    defer { withExtendedLifetime(folder) {} }
    #expect(try Self.detector(.auto, in: catalog).engine == .opencv)
    let report = EngineProbe.report(for: catalog)
    #expect(report.chosenEngine == .opencv)
    #expect(report.reason.contains(catalog.openVINOLibrary))
    #expect(report.reason.contains("scripts/fetch-models openvino"))
  }

  @Test(
    .enabled(if: SharedData.hasModel(DetectorFixtures.yolov3)),
    arguments: [
      (engine: EngineChoice.openvino, precision: Precision.f32), (.openvino, .bf16), (.auto, .bf16),
    ])
  func withoutOpenVINOAskingForItIsAnError(engine: EngineChoice, precision: Precision) throws {
    let (catalog, folder) = try Self.catalogWithoutOpenVINO()
    defer { withExtendedLifetime(folder) {} }
    let error = Self.error { try Self.detector(engine, precision, in: catalog) }
    #expect(error?.kind == .unavailable)
    #expect(error?.description.hasPrefix("engine openvino: \(catalog.openVINOLibrary)") == true)
    #expect(error?.description.hasSuffix("; run scripts/fetch-models openvino") == true)
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func withOpenVINOAutoTakesIt() throws {
    let catalog = try DetectorFixtures.catalog()
    #expect(try Self.detector(.auto, in: catalog).engine == .openvino)
    #expect(try Self.detector(.opencv, in: catalog).engine == .opencv)
    let report = EngineProbe.report(for: catalog)
    #expect(report.chosenEngine == .openvino)
    #expect(report.openVINOVersion?.hasPrefix("2026.4.1") == true)
    #expect(report.capabilities.contains("FP32"))
    #expect(report.cpu?.isEmpty == false)
    #expect(report.openCVVersion.hasPrefix("4."))
    #expect(report.reason.hasPrefix("engine openvino"))
  }

  @Test(.enabled(if: SharedData.hasModel(DetectorFixtures.yolov3)), arguments: [Precision.bf16, .int8])
  func openCVSaysThatItHasF32Only(precision: Precision) throws {
    let catalog = try DetectorFixtures.catalog()
    #expect(
      Self.error { try Self.detector(.opencv, precision, in: catalog) }
        == VisionError(
          .unavailable,
          "model yolov3-tiny: engine opencv has it in f32, \(precision.rawValue) is asked for"))
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines))
  func int8NeedsAModelMadeForIt() throws {
    let catalog = try DetectorFixtures.catalog()
    #expect(
      Self.error {
        try DetectorFixtures.detector(
          try catalog.profile(named: "ssdlite"), in: catalog, engine: .auto, precision: .int8)
      }
        == VisionError(
          .unavailable, "model ssdlite: engine openvino has it in f32, bf16, int8 is asked for"))
  }

  @Test(.enabled(if: DetectorFixtures.hasBothEngines), arguments: [Engine.opencv, .openvino])
  func aModelThatIsNotWhatItsProfileSaysIsBadData(engine: Engine) throws {
    let catalog = try DetectorFixtures.catalog()
    let choice: EngineChoice = engine == .opencv ? .opencv : .openvino
    var profile = try catalog.profile(named: "yolov3-tiny")
    profile.recipe.heads = [DetectorRecipe.Head(stride: 32, anchors: profile.recipe.heads?[0].anchors ?? [])]
    let error = Self.error { try DetectorFixtures.detector(profile, in: catalog, engine: choice) }
    #expect(error?.kind == .badData)
    #expect(error?.description.contains("does not fit its manifest") == true)
    profile.recipe.decoder = .yolox
    #expect(
      Self.error { try DetectorFixtures.detector(profile, in: catalog, engine: choice) }?.kind == .badData)
    profile.recipe.decoder = .ssd
    #expect(
      Self.error { try DetectorFixtures.detector(profile, in: catalog, engine: choice) }?.kind == .badData)
  }
}
