/// Which engines a machine has, and which would be taken: what `footfall doctor` tells.
public struct EngineReport: Hashable, Sendable {
  /// OpenCV's version.
  public let openCVVersion: String
  /// Where OpenVINO's library is looked for.
  public let openVINOLibrary: String
  /// OpenVINO's version; nil where it cannot be opened.
  public let openVINOVersion: String?
  /// Why OpenVINO cannot be opened; nil where it can.
  public let openVINOProblem: String?
  /// The CPU as OpenVINO names it; nil without OpenVINO.
  public let cpu: String?
  /// What the CPU can compute with, as OpenVINO names it: `FP32`, `BF16`, `INT8`, …; empty without OpenVINO.
  public let capabilities: [String]

  /// What ``EngineChoice/auto`` takes.
  public var chosenEngine: Engine { openVINOVersion == nil ? .opencv : .openvino }

  /// Why ``chosenEngine`` is what it is, in one line.
  public var reason: String {
    if let problem = openVINOProblem {
      return "engine opencv, because OpenVINO is not there (\(problem)); "
        + "\(EngineProbe.fetchCommand) makes it 2 to 7 times as fast"
    }
    return "engine openvino, because it is there"
  }
}
