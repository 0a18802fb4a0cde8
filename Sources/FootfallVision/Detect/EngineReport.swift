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

  /// Whether ``Precision/bf16`` can be had.
  public var hasBF16: Bool { capabilities.contains("BF16") }

  /// The fastest precision which every model has here: bf16 where the CPU computes in it, else f32.
  public var defaultPrecision: Precision { hasBF16 ? .bf16 : .f32 }

  /// Why ``chosenEngine`` and ``defaultPrecision`` are what they are, in one line.
  public var reason: String {
    if let problem = openVINOProblem {
      return "engine opencv, precision f32, because OpenVINO is not there (\(problem)); "
        + "\(EngineProbe.fetchCommand) makes it 2 to 5 times as fast"
    }
    let precision =
      hasBF16 ? "precision bf16, because the CPU has it" : "precision f32, because the CPU has no bf16"
    return "engine openvino, because it is there; \(precision)"
  }
}
