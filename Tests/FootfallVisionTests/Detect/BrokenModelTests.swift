import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation
import Testing

/// Models in OpenVINO's format that their checksums do not give away.
@Suite(.enabled(if: DetectorFixtures.hasBothEngines)) struct BrokenModelTests {
  private static let weights = "person-yolov3-tiny-608x448-int8.bin"

  /// What opening says once `change` has been made to a copy of the 8-bit yolov3-tiny.
  private static func error(_ change: (_ model: URL, _ weights: URL) throws -> Void) throws -> VisionError? {
    let folder = try TemporaryFolder()
    let models = URL(fileURLWithPath: DetectorFixtures.modelsFolder)
    for name in ["manifest.json", "openvino"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appendingPathComponent(name), withDestinationURL: models.appendingPathComponent(name))
    }
    let copies = try [DetectorFixtures.quantised, weights].map { name in
      let copy = folder.url.appendingPathComponent(name)
      try FileManager.default.copyItem(at: models.appendingPathComponent(name), to: copy)
      return copy
    }
    try change(copies[0], copies[1])
    let catalog = try ModelCatalog(folder: folder.url.path)
    var profile = try catalog.profile(named: "yolov3-tiny")
    let files = try copies.map { copy in
      ModelFile(
        path: copy.lastPathComponent, bytes: nil, sha256: try ModelCatalog.sha256(ofFile: copy.path))
    }
    profile.variants = [ModelVariant(precision: .int8, files: files)]
    let error = DetectorFixtures.error {
      _ = try DetectorFixtures.detector(profile, in: catalog, engine: .openvino, precision: .int8)
    }
    #expect(error?.description.hasPrefix("model yolov3-tiny: \(copies[0].path)") == true)
    #expect(error?.description.contains("\n") == false)
    return error
  }

  @Test(arguments: [0, 5000])
  func aModelCutShortIsBadData(length: Int) throws {
    let error = try Self.error { model, _ in
      try Data(contentsOf: model).prefix(length).write(to: model)
    }
    #expect(error?.kind == .badData)
  }

  @Test func weightsCutShortAreBadData() throws {
    let error = try Self.error { _, weights in
      let whole = try Data(contentsOf: weights)
      try whole.prefix(whole.count / 2).write(to: weights)
    }
    #expect(error?.kind == .badData)
    #expect(error?.description.contains("OpenVINO cannot read the model: ") == true)
  }

  @Test func aModelOfAnotherInputSizeIsBadData() throws {
    let error = try Self.error { model, _ in
      let text = String(decoding: try Data(contentsOf: model), as: UTF8.self)
      let other = text.replacing("shape=\"1,448,608,3\"", with: "shape=\"1,448,640,3\"")
      try Data(other.utf8).write(to: model)
    }
    #expect(error?.kind == .badData)
    #expect(error?.description.hasSuffix("the input of the model is not 1 x 448 x 608 x 3 bytes") == true)
  }

  @Test(.enabled(if: SharedData.hasModel("person-yolox-nano-416x320.xml")))
  func anotherNetworkIsBadData() throws {
    let error = try Self.error { model, weights in
      for file in [model, weights] {
        let other = "person-yolox-nano-416x320." + file.pathExtension
        let source = URL(fileURLWithPath: DetectorFixtures.modelsFolder).appendingPathComponent(other)
        try Data(contentsOf: source).write(to: file)
      }
    }
    #expect(error?.kind == .badData)
  }
}
