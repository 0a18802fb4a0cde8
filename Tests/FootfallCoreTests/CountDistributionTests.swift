import FootfallCore
import Testing

@Suite struct CountDistributionTests {
  private static let die = CountDistribution(first: 1, weights: [1, 1, 1, 1, 1, 1])

  @Test func twoDiceSumToSevenMostOften() {
    let sum = Self.die.adding(Self.die)
    #expect(sum.first == 2 && sum.probabilities.count == 11)
    #expect(abs(sum.probabilities[5] - 6.0 / 36) < 1e-12)
    #expect(abs(sum.mean - 7) < 1e-12)
    #expect(sum.quantile(0.5) == 7)
  }

  @Test func aDifferenceOfDiceHasNoBias() {
    let difference = Self.die.adding(Self.die.negated)
    #expect(difference.first == -5 && abs(difference.mean) < 1e-12)
  }

  @Test func addendsMayStartAnywhere() {
    let sum = Self.die.adding { CountDistribution(first: -$0 * 2, weights: [1]) }
    #expect(sum.first == -6 && sum.probabilities.count == 6)
    #expect(abs(sum.mean + 3.5) < 1e-12)
  }
}
