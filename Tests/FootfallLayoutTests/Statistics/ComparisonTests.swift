import FootfallAnalytics
import FootfallLayout
import Testing

@Suite("Comparisons of means, shares and pairs")
struct ComparisonTests {
  private typealias Oracle = StatisticsOracle

  @Test("Welch's difference is that of scipy")
  func welch() throws {
    let estimate = try #require(Estimate.welch(Oracle.first, minus: Oracle.second))
    let interval = estimate.interval()
    let values = [
      estimate.value, estimate.degreesOfFreedom, estimate.pValue, interval.lowerBound, interval.upperBound,
    ]
    for (value, expected) in zip(values, Oracle.welch) { #expect(abs(value - expected) < 1e-10) }
    #expect(Estimate.welch([1], minus: [1, 2]) == nil)
    let same = try #require(Estimate.welch([2, 2, 2], minus: [2, 2]))
    #expect(same.pValue == 1 && same.interval() == 0...0)
  }

  @Test("Newcombe's interval of 70 of 320 less 45 of 300 is the published one")
  func newcombe() throws {
    let share = Proportion(numerator: 70, denominator: 320)
    let difference = try #require(
      ShareDifference(share, minus: Proportion(numerator: 45, denominator: 300)))
    #expect(abs(difference.value - 0.06875) < 1e-12)
    #expect(abs(difference.interval.lowerBound - Oracle.newcombe[0]) < 1e-12)
    #expect(abs(difference.interval.upperBound - Oracle.newcombe[1]) < 1e-12)
    #expect(ShareDifference(share, minus: Proportion(numerator: 0, denominator: 0)) == nil)
  }

  @Test("Wilson's interval of 45 of 300 is the published one")
  func wilson() throws {
    let interval = try #require(Proportion(numerator: 45, denominator: 300).interval)
    #expect(abs(interval.lowerBound - 0.1140325) < 5e-8 && abs(interval.upperBound - 0.1948176) < 5e-8)
  }

  @Test("Lift, odds ratio, its interval and Fisher's p of the published table")
  func pairs() throws {
    let table = PairTable(both: 40, firstOnly: 60, secondOnly: 30, neither: 170)
    #expect(abs(try #require(table.lift) - 1.7142857) < 5e-8)
    #expect(abs(try #require(table.oddsRatio) - 3.7777778) < 5e-8)
    #expect(abs(table.fisherPValue - 2.737658e-06) < 5e-13)
    #expect(abs(table.oddsRatioInterval.lowerBound - Oracle.oddsInterval[0]) < 1e-10)
    #expect(abs(table.oddsRatioInterval.upperBound - Oracle.oddsInterval[1]) < 1e-10)
    let tables = [
      (40, 60, 30, 170), (3, 1, 1, 3), (0, 9, 12, 2), (900, 100, 100, 8900),
    ]
    for (cells, expected) in zip(tables, Oracle.fisher) {
      let p = PairTable(both: cells.0, firstOnly: cells.1, secondOnly: cells.2, neither: cells.3).fisherPValue
      #expect(abs(p - expected) <= 1e-10 * expected + 1e-300)
    }
  }

  @Test("The interval of the lift holds the lift, and 1 just where that of the odds ratio does")
  func liftInterval() throws {
    for both in 0...20 {
      let table = PairTable(both: both, firstOnly: 30 - both, secondOnly: 20 - both, neither: 40 + both)
      let interval = try #require(table.liftInterval)
      if both > 0, both < 20 {
        #expect(interval.contains(try #require(table.lift)))
        #expect(interval.contains(1) == table.oddsRatioInterval.contains(1))
      }
    }
    #expect(PairTable(both: 0, firstOnly: 0, secondOnly: 3, neither: 4).lift == nil)
    #expect(PairTable(both: 0, firstOnly: 0, secondOnly: 3, neither: 4).liftInterval == nil)
    #expect(PairTable(both: 0, firstOnly: 0, secondOnly: 3, neither: 4).fisherPValue == 1)
  }

  @Test("In every small table, and where everybody enters a zone, the interval of the lift holds the lift")
  func liftIntervalOfEveryTable() throws {
    var tables = [(40, 60), (90, 210), (333, 667), (100, 677)].flatMap {
      both, one -> [(Int, Int, Int, Int)] in
      [(both, one, 0, 0), (both, 0, one, 0), (both, one, 0, 10_000_000), (0, one, both, 0)]
    }
    let side = 6
    tables += (0..<side * side * side * side).map { number in
      (number % side, number / side % side, number / (side * side) % side, number / (side * side * side))
    }
    for (both, first, second, neither) in tables {
      let table = PairTable(both: both, firstOnly: first, secondOnly: second, neither: neither)
      guard let lift = table.lift else {
        #expect(table.liftInterval == nil)
        continue
      }
      let interval = try #require(table.liftInterval)
      #expect(interval.contains(lift) && interval.upperBound.isFinite, "\(table)")
      #expect(interval.lowerBound >= 0, "\(table)")
    }
  }

  @Test("P values are adjusted as statsmodels adjusts them")
  func falseDiscovery() {
    let adjusted = FalseDiscovery.adjusted(Oracle.pValues)
    for (value, expected) in zip(adjusted, Oracle.adjusted) { #expect(abs(value - expected) < 1e-14) }
    #expect(FalseDiscovery.adjusted([]).isEmpty)
  }
}
