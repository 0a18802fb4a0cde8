internal import CFootfallVision

/// Which precisions the CPU computes in hardware.
public struct CPUFeatures: Hashable, Sendable, CustomStringConvertible {
  /// Instructions that sum products of 8 bits without saturation (AVX-VNNI, AVX512-VNNI, AMX): without them, int8 is
  /// half as fast and its boxes are others.
  public let hasVNNI: Bool
  /// Instructions for bf16 (AVX512-BF16, AMX).
  public let hasBF16: Bool

  /// Creates the description of a CPU.
  public init(hasVNNI: Bool, hasBF16: Bool) {
    self.hasVNNI = hasVNNI
    self.hasBF16 = hasBF16
  }

  /// Those of this machine, less what the environment variable `ONEDNN_MAX_CPU_ISA` forbids OpenVINO to use.
  public static var current: CPUFeatures {
    let found = ff_cpu()
    return CPUFeatures(hasVNNI: found.has_vnni != 0, hasBF16: found.has_bf16 != 0)
  }

  /// Such as `VNNI and bf16` or `neither VNNI nor bf16`.
  public var description: String {
    switch (hasVNNI, hasBF16) {
    case (true, true): "VNNI and bf16"
    case (true, false): "VNNI and no bf16"
    case (false, true): "bf16 and no VNNI"
    case (false, false): "neither VNNI nor bf16"
    }
  }

  /// CPUs that lack some of it, best first.
  public var lesser: [CPUFeatures] {
    [(false, hasBF16), (false, false)].map(CPUFeatures.init(hasVNNI:hasBF16:))
      .reduce(into: []) { if $1 != self, !$0.contains($1) { $0.append($1) } }
  }

  /// Whether the hardware computes in `precision`.
  public func computes(in precision: Precision) -> Bool {
    switch precision {
    case .f32: true
    case .bf16: hasBF16
    case .int8: hasVNNI
    }
  }
}
