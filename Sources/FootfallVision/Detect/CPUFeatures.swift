internal import CFootfallVision

/// Which precisions the CPU computes in hardware.
public struct CPUFeatures: Hashable, Sendable, CustomStringConvertible {
  /// Instructions that int8 is at least 1.7 times as fast with as f32.
  public let hasAVX2: Bool
  /// Instructions that sum products of 8 bits without saturation (AVX-VNNI, AVX512-VNNI, AMX): with them int8 is twice as
  /// fast again, and its boxes are others in the last digits.
  public let hasVNNI: Bool
  /// Instructions for bf16 (AVX512-BF16, AMX).
  public let hasBF16: Bool

  /// Creates the description of a CPU.
  public init(hasAVX2: Bool, hasVNNI: Bool, hasBF16: Bool) {
    self.hasAVX2 = hasAVX2
    self.hasVNNI = hasVNNI
    self.hasBF16 = hasBF16
  }

  /// Those of this machine, less what the environment variable `ONEDNN_MAX_CPU_ISA` forbids OpenVINO to use.
  public static var current: CPUFeatures {
    let found = ff_cpu()
    return CPUFeatures(
      hasAVX2: found.has_avx2 != 0, hasVNNI: found.has_vnni != 0, hasBF16: found.has_bf16 != 0)
  }

  /// Such as `AVX2, VNNI, bf16` or `no AVX2`.
  public var description: String {
    let names = [(hasAVX2, "AVX2"), (hasVNNI, "VNNI"), (hasBF16, "bf16")].filter(\.0).map(\.1)
    return names.isEmpty ? "no AVX2" : names.joined(separator: ", ")
  }

  /// CPUs that lack some of it, best first.
  public var lesser: [CPUFeatures] {
    [(hasAVX2, false, false), (false, false, false)].map(CPUFeatures.init(hasAVX2:hasVNNI:hasBF16:))
      .reduce(into: []) { if $1 != self, !$0.contains($1) { $0.append($1) } }
  }

  /// Whether the hardware computes in `precision`.
  public func computes(in precision: Precision) -> Bool {
    switch precision {
    case .f32: true
    case .bf16: hasBF16
    case .int8: hasAVX2
    }
  }
}
