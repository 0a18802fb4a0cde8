/// The precision that a model has on a CPU when nobody asks for one: the fastest which the CPU computes in hardware
/// and which costs less than half a point of AP50 against f32.
public struct PrecisionChoice: Hashable, Sendable {
  /// The loss of AP50 from which on a precision has to be asked for.
  public static let greatestLoss = 0.005

  /// What to compute with.
  public let precision: Precision
  /// Why, in one line.
  public let reason: String
  /// What a lesser CPU would get, in one line; nil where that is the same.
  public let elsewhere: String?

  /// Chooses for a model and a CPU.
  public init(for profile: ModelProfile, on cpu: CPUFeatures) {
    let chosen = Self.fastest(profile, cpu)
    precision = chosen
    reason = Self.reason(profile, cpu, chosen)
    let others = cpu.lesser.filter { Self.fastest(profile, $0) != chosen }
      .map { "a CPU with \($0) gets \(Self.fastest(profile, $0).rawValue)" }
    elsewhere = others.isEmpty ? nil : others.joined(separator: ", ")
  }

  private static func fastest(_ profile: ModelProfile, _ cpu: CPUFeatures) -> Precision {
    let allowed = profile.variants.filter { variant in
      variant.precision == .f32 || (cpu.computes(in: variant.precision) && isAccurate(variant, profile))
    }
    return allowed.min { $0.relativeTime < $1.relativeTime }?.precision ?? .f32
  }

  private static func isAccurate(_ variant: ModelVariant, _ profile: ModelProfile) -> Bool {
    guard let exact = profile.variant(.f32)?.ap50, let ap50 = variant.ap50 else { return false }
    return exact - ap50 < greatestLoss
  }

  private static func reason(_ profile: ModelProfile, _ cpu: CPUFeatures, _ precision: Precision) -> String {
    let start = "precision \(precision.rawValue), because"
    guard let exact = profile.variant(.f32)?.ap50, let ap50 = profile.variant(precision)?.ap50 else {
      return "\(start) no other of \(profile.name) was measured"
    }
    let comparison = precision == .f32 ? "" : " against \(exact) in f32"
    return "\(start) it is the fastest on this CPU (\(cpu)); AP50 \(ap50)\(comparison)"
  }
}
