internal import FootfallCore

/// A small random generator whose numbers depend on its seed alone.
public struct SeededGenerator: RandomNumberGenerator {
  private var generator: SplitMix64

  /// Creates a generator.
  public init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// The next number.
  public mutating func next() -> UInt64 { generator.next() }
}
