import FootfallPlanning
import Testing

@Suite("Exponential smoothing")
struct SmoothingTests {
  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-8 }

  @Test("Simple smoothing is statsmodels' SimpleExpSmoothing")
  func simple() {
    var smoothing = ExponentialSmoothing(level: 18, rate: 0.4)
    for (value, expected) in zip(SmoothingOracle.values, SmoothingOracle.simple) {
      #expect(isClose(smoothing.level, expected))
      smoothing.observe(value)
    }
    #expect(isClose(smoothing.level, SmoothingOracle.simpleForecast[0]))
  }

  @Test("Seasonal smoothing is statsmodels' ExponentialSmoothing with an additive season")
  func seasonal() throws {
    var smoothing = SeasonalSmoothing(
      level: 24, offsets: SmoothingOracle.initialOffsets, levelRate: 0.02, offsetRate: 0.25)
    for (value, expected) in zip(SmoothingOracle.values, SmoothingOracle.seasonal) {
      #expect(isClose(try #require(smoothing.expectation(after: 0)), expected))
      smoothing.observe(value)
    }
    let state = SmoothingOracle.seasonalState
    #expect(isClose(smoothing.level, state[0]))
    for steps in 0..<14 {
      #expect(isClose(try #require(smoothing.expectation(after: steps)), state[0] + state[1 + steps % 7]))
    }
  }

  @Test("A missing observation changes nothing but the place in the season")
  func missing() {
    var smoothing = SeasonalSmoothing(level: 10, offsets: [1, 2, 3], levelRate: 0.5, offsetRate: 0.5)
    smoothing.observe(nil)
    #expect(smoothing.level == 10)
    #expect((0..<3).map { smoothing.expectation(after: $0) } == [12, 13, 11])
  }

  @Test("A place that was never observed is not known, and takes its offset from the first observation")
  func neverObserved() {
    var smoothing = SeasonalSmoothing(level: 10, offsets: [nil, 0], levelRate: 0.5, offsetRate: 0.5)
    #expect(smoothing.expectation(after: 0) == nil)
    smoothing.observe(7)
    #expect(smoothing.level == 10)
    #expect(smoothing.expectation(after: 1) == 7)
  }
}
