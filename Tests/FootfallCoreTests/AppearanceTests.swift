import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct AppearanceTests {
  /// An appearance of which each half is shared by two colours.
  private func appearance(_ upper: (Int, Int), _ lower: (Int, Int)) -> Appearance {
    var shares = SIMD32<UInt8>(repeating: 0)
    for (half, colours) in [upper, lower].enumerated() {
      shares[half * Appearance.colours + colours.0] += 155
      shares[half * Appearance.colours + colours.1] += 100
    }
    return Appearance(shares: shares)
  }

  @Test func whoIsComparedWithThemselvesHasAllColoursInCommon() {
    let one = appearance((0, 3), (15, 7))
    #expect(one.similarity(to: one) == 1)
  }

  @Test func halvesAreComparedEachOnItsOwn() {
    let one = appearance((0, 1), (2, 3))
    #expect(one.similarity(to: appearance((2, 3), (0, 1))) == 0)
    #expect(one.similarity(to: appearance((0, 1), (8, 9))) == 0.5)
  }

  @Test func similarityIsTheSumOfTheSmallerSharesWhoeverIsAskedFirst() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let (one, other) = (random(using: &generator), random(using: &generator))
      let expected = (0..<32).reduce(0) { $0 + Int(min(one.shares[$1], other.shares[$1])) }
      #expect(one.similarity(to: other) == Double(expected) / 510)
      #expect(other.similarity(to: one) == one.similarity(to: other))
    }
  }

  private func random(using generator: inout SeededGenerator) -> Appearance {
    Appearance(shares: SIMD32<UInt8>((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }))
  }
}
