/// The kind of numbers a network computes with.
public enum Precision: String, CaseIterable, Hashable, Sendable {
  /// 32-bit floating point: exact, for comparisons.
  case f32
  /// 16-bit "brain" floating point: twice as fast where the CPU has it.
  case bf16
  /// 8-bit integers: needs a model made for it.
  case int8
}
