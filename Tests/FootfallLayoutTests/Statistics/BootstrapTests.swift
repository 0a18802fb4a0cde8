import FootfallCore
import FootfallLayout
import Testing

@Suite("Bootstrap by day")
struct BootstrapTests {
  private func mean(_ values: [Double]) -> ([Int]) -> Double? {
    { times in
      let count = times.reduce(0, +)
      return count == 0 ? nil : zip(times, values).reduce(0) { $0 + Double($1.0) * $1.1 } / Double(count)
    }
  }

  @Test("The corrected interval of a mean is that of scipy but for chance")
  func corrected() throws {
    var generator = SplitMix64(seed: 3)
    let values = StatisticsOracle.first
    let draw = try #require(
      Bootstrap(strata: [values.count], count: 40_000, using: &generator, statistic: mean(values)))
    // The end of the interval has a standard error of 0.02 with so many draws.
    #expect(abs(draw.interval().lowerBound - StatisticsOracle.bca[0]) < 0.06)
    #expect(abs(draw.interval().upperBound - StatisticsOracle.bca[1]) < 0.06)
  }

  @Test("Days written twice narrow no interval where they are drawn together")
  func duplicates() throws {
    let values = StatisticsOracle.first
    var (first, second) = (SplitMix64(seed: 5), SplitMix64(seed: 5))
    let once = try #require(Bootstrap(strata: [9], using: &first, statistic: mean(values)))
    let doubled = try #require(
      Bootstrap(strata: [9], using: &second) { times in
        let sums = zip(times, values).reduce((0.0, 0.0)) {
          ($0.0 + 2 * Double($1.0) * $1.1, $0.1 + 2 * Double($1.0))
        }
        return sums.1 > 0 ? sums.0 / sums.1 : nil
      })
    #expect(abs(once.interval().lowerBound - doubled.interval().lowerBound) < 1e-12)
    #expect(abs(once.interval().upperBound - doubled.interval().upperBound) < 1e-12)
  }

  @Test("Of days that come in runs, blocks give the wider interval")
  func blocks() throws {
    let values = (0..<56).map { $0 / 7 % 2 == 0 ? 10.0 : 20 }
    var generator = SplitMix64(seed: 7)
    let days = try #require(Bootstrap(strata: [56], using: &generator, statistic: mean(values)))
    let weeks = try #require(
      Bootstrap(strata: [56], blockLength: 7, using: &generator, statistic: mean(values)))
    func width(_ range: ClosedRange<Double>) -> Double { range.upperBound - range.lowerBound }
    #expect(width(weeks.percentileInterval()) > 1.5 * width(days.percentileInterval()))
  }

  @Test("Every draw has as many days of each part as there are")
  func strata() throws {
    var generator = SplitMix64(seed: 9)
    let draw = Bootstrap(strata: [5, 0, 11], blockLength: 4, count: 200, using: &generator) { times in
      times[..<5].reduce(0, +) == 5 && times[5...].reduce(0, +) == 11 ? 1 : nil
    }
    // The jackknife leaves out days, and only there is the statistic undefined.
    #expect(draw?.replicates.count == 200 && draw?.interval() == 1...1)
  }

  @Test("A statistic that is undefined has no interval")
  func undefined() {
    var generator = SplitMix64(seed: 9)
    #expect(Bootstrap(strata: [0], using: &generator, statistic: mean([])) == nil)
    #expect(Bootstrap(strata: [3], using: &generator) { $0[0] > 0 ? 1 : nil } == nil)
  }
}
