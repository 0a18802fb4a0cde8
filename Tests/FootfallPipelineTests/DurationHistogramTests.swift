import FootfallPipeline
import FootfallTestSupport
import Testing

@Suite struct DurationHistogramTests {
  @Test func quantilesAreRightToWithinAHundredth() {
    var generator = SeededGenerator(seed: 5)
    let values = (0..<5000).map { _ in Double.random(in: 0.00001...0.2, using: &generator) }
    var histogram = DurationHistogram()
    for value in values { histogram.add(.seconds(value)) }
    let sorted = values.sorted()
    for share in [0.1, 0.5, 0.95] {
      let truth = sorted[Int((Double(sorted.count - 1) * share).rounded())] * 1000
      #expect(abs(histogram.quantileMilliseconds(share) / truth - 1) < 0.0101)
    }
  }

  @Test func mergingIsTakingInBoth() {
    var first = DurationHistogram()
    var second = DurationHistogram()
    for index in 1...9 { first.add(.milliseconds(index)) }
    for index in 10...19 { second.add(.milliseconds(index)) }
    first.merge(second)
    #expect(abs(first.quantileMilliseconds(0.5) / 10 - 1) < 0.0101)
  }

  @Test func withoutDurationsItIsNought() {
    #expect(DurationHistogram().quantileMilliseconds(0.5) == 0)
  }

  @Test func anythingFromNothingToHoursFits() {
    var histogram = DurationHistogram()
    histogram.add(.zero)
    histogram.add(.seconds(-1))
    histogram.add(.seconds(86_400))
    #expect(histogram.quantileMilliseconds(1) > 50_000)
  }
}
