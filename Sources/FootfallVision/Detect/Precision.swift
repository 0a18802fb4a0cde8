/// The kind of numbers a network computes with.
public enum Precision: String, CaseIterable, Hashable, Sendable, Decodable {
  /// 32-bit floating point, the profile "exact": for comparisons.
  case f32
  /// 16-bit "brain" floating point, the profile "balanced": twice as fast, on a CPU that has it.
  case bf16
  /// 8-bit integers, the profile "fast": three times as fast on a CPU with VNNI, 1.8 times with AVX2 alone, with a model
  /// made for it.
  case int8
}
