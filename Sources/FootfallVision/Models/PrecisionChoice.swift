/// The precision that a model has on a CPU when nobody asks for one: the fastest which the CPU computes in hardware
/// and which costs less than half a point of AP50 against f32.
public struct PrecisionChoice: Hashable, Sendable {
  /// The greatest loss of AP50 that nobody is asked about.
  public static let greatestLoss = 0.005

  /// What to compute with.
  public let precision: Precision
  /// Why, and what other CPUs would get, in one line.
  public let reason: String

  /// Chooses for a model and a CPU.
  public init(for profile: ModelProfile, on cpu: CPUFeatures) {
    precision = Self.fastest(profile, cpu)
    reason = "precision \(precision.rawValue), " + Self.cause(profile, cpu, precision)
  }

  private static func fastest(_ profile: ModelProfile, _ cpu: CPUFeatures) -> Precision {
    let allowed = profile.variants.filter { variant in
      variant.precision == .f32 || (cpu.computes(in: variant.precision) && isExact(variant, profile))
    }
    return allowed.min { $0.relativeTime < $1.relativeTime }?.precision ?? .f32
  }

  private static func isExact(_ variant: ModelVariant, _ profile: ModelProfile) -> Bool {
    guard let exact = profile.variant(.f32)?.ap50, let ap50 = variant.ap50 else { return false }
    return exact - ap50 < greatestLoss
  }

  private static func cause(_ profile: ModelProfile, _ cpu: CPUFeatures, _ precision: Precision) -> String {
    guard let exact = profile.variant(.f32)?.ap50, let ap50 = profile.variant(precision)?.ap50 else {
      return "because no other of \(profile.name) was measured"
    }
    let others = cpu.lesser.map { lesser in
      "with \(lesser) it would be \(fastest(profile, lesser).rawValue)"
    }
    let measured = precision == .f32 ? "AP50 \(exact)" : "AP50 \(ap50) against \(exact) in f32"
    return (["because the CPU has \(cpu); \(profile.name) has \(measured)"] + others).joined(separator: "; ")
  }
}
