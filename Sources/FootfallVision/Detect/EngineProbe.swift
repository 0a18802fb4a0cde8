internal import CFootfallVision

/// Finds out which engines a machine has.
public enum EngineProbe {
  /// The command that fetches OpenVINO.
  public static let fetchCommand = "scripts/fetch-models openvino"

  /// Asks both engines; takes 20 to 100 ms where OpenVINO is there.
  public static func report(for catalog: ModelCatalog) -> EngineReport {
    let library = catalog.openVINOLibrary
    var found = ff_openvino_report()
    do throws(VisionError) {
      try VisionError.check(library) { error in ff_openvino_probe(library, &found, error) }
    } catch {
      return EngineReport(
        openCVVersion: openCVVersion, openVINOLibrary: library, openVINOVersion: nil,
        openVINOProblem: error.description, cpu: nil, capabilities: [])
    }
    return EngineReport(
      openCVVersion: openCVVersion, openVINOLibrary: library,
      openVINOVersion: withUnsafeBytes(of: &found.version, text), openVINOProblem: nil,
      cpu: withUnsafeBytes(of: &found.device, text),
      capabilities: withUnsafeBytes(of: &found.capabilities, text).split(separator: " ").map(String.init))
  }

  /// Opens the OpenVINO library at `path`.
  /// - Throws: why it cannot be opened.
  static func open(_ path: String) throws(VisionError) {
    try VisionError.check(path) { error in ff_openvino_check(path, error) }
  }

  /// Why no footage can be read; nil where it can.
  public static func footageProblem() -> String? {
    do throws(VisionError) {
      try VisionError.check("footage") { error in ff_video_check(error) }
      return nil
    } catch {
      return error.description
    }
  }

  static func opens(_ path: String) -> Bool { (try? open(path)) != nil }

  private static var openCVVersion: String { String(cString: ff_opencv_version()) }

  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
