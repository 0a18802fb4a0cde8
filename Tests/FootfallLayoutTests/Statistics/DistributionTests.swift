import FootfallLayout
import Testing

@Suite("Normal and Student distributions")
struct DistributionTests {
  private typealias Oracle = StatisticsOracle

  /// Compares relative to the expected number.
  private func expectEqual(_ value: Double, _ expected: Double, within relative: Double = 1e-10) {
    #expect(abs(value - expected) <= relative * max(abs(expected), 1e-305), "\(value), not \(expected)")
  }

  @Test("Normal quantiles and tails are those of scipy")
  func normal() {
    for (probability, quantile) in zip(Oracle.probabilities, Oracle.normalQuantiles) {
      #expect(abs(NormalDistribution.quantile(probability) - quantile) < 1e-10)
      #expect(abs(NormalDistribution.cumulative(quantile) - probability) < 1e-13)
    }
    for (point, tail) in zip(Oracle.tailPoints, Oracle.normalTails) {
      expectEqual(NormalDistribution.cumulative(-point), tail)
    }
  }

  @Test("Student quantiles and tails are those of scipy, also with fractions of degrees of freedom")
  func student() {
    for (index, freedom) in Oracle.freedoms.enumerated() {
      let distribution = StudentDistribution(degreesOfFreedom: freedom)
      expectEqual(distribution.quantile(0.975), Oracle.studentQuantiles[index])
      expectEqual(distribution.quantile(0.025), -Oracle.studentQuantiles[index])
      expectEqual(distribution.quantile(0.9999), Oracle.studentFarQuantiles[index], within: 1e-9)
      expectEqual(distribution.twoSidedTail(2.3), Oracle.studentTails[index], within: 1e-9)
      #expect(abs(distribution.cumulative(-2.3) - Oracle.studentTails[index] / 2) < 1e-10)
    }
    let normal = StudentDistribution(degreesOfFreedom: .infinity)
    #expect(abs(normal.quantile(0.975) - 1.959963984540054) < 1e-10)
    #expect(normal.quantile(0.5) == 0)
  }

  @Test("Tails that 1 less a probability can't tell have quantiles, too", arguments: [1e-6, 1e-17, 1e-23])
  func farTails(tail: Double) {
    for freedom in Oracle.freedoms + [1, 1e6, .infinity] {
      let distribution = StudentDistribution(degreesOfFreedom: freedom)
      expectEqual(distribution.twoSidedTail(distribution.quantile(tail: tail)), 2 * tail, within: 1e-8)
    }
  }

  @Test("Noncentral tails are those of scipy, and power that of statsmodels")
  func power() {
    for (freedom, tail) in zip([1, 2.5, 5, 12, 27.3, 200], Oracle.noncentralTails) {
      let distribution = StudentDistribution(degreesOfFreedom: freedom)
      #expect(abs(distribution.upperTail(2, noncentrality: 1.5) - tail) < 1e-6, "\(freedom)")
      #expect(
        abs(distribution.upperTail(2, noncentrality: 0) - distribution.twoSidedTail(2) / 2) < 1e-6)
    }
    for (effect, count, power) in [(0.5, 64.0, Oracle.power[0]), (0.8, 10, Oracle.power[1])] {
      let test = TestPower(standardError: (2 / count).squareRoot(), degreesOfFreedom: 2 * count - 2)
      #expect(abs(test.power(of: effect) - power) < 1e-7)
      #expect(abs(test.power(of: -effect) - power) < 1e-7)
      #expect(abs(test.minimumDetectableEffect(power: power) - effect) < 1e-6)
      #expect(abs(test.power(of: 0) - 0.05) < 1e-7)
    }
  }
}
