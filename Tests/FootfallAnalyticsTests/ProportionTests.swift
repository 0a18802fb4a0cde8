import FootfallAnalytics
import Testing

@Suite struct ProportionTests {
  // Newcombe, Statistics in Medicine 17, 1998, table I, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
  ])
  func theIntervalIsThePublishedOne(part: Int, whole: Int, low: Double, high: Double) throws {
    let interval = try #require(Proportion(numerator: part, denominator: whole).interval)
    #expect(abs(interval.lowerBound - low) < 5e-5 && abs(interval.upperBound - high) < 5e-5)
  }

  @Test func theIntervalHoldsTheShareAndMirrorsIt() throws {
    for whole in 1...40 {
      for part in 0...whole {
        let proportion = Proportion(numerator: part, denominator: whole)
        let interval = try #require(proportion.interval)
        #expect(try interval.contains(#require(proportion.value)))
        #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
        let other = try #require(Proportion(numerator: whole - part, denominator: whole).interval)
        #expect(abs(other.upperBound - (1 - interval.lowerBound)) < 1e-12)
      }
    }
  }

  @Test func nothingOfNothingIsNotKnown() {
    let proportion = Proportion(numerator: 0, denominator: 0)
    #expect(proportion.value == nil && proportion.interval == nil)
  }
}
