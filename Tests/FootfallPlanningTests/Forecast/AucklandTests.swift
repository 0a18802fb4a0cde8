import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

/// Pedestrians in Auckland's centre (Heart of the City Auckland, CC BY 4.0): 21 sensors, hour by hour.
@Suite("Forecast of Auckland", .enabled(if: SharedData.isPresent("data/auckland/hourly.csv")))
struct AucklandTests {
  @Test("Two weeks from 24 origins: better than last week's counts, unbiased, and as sure as it says")
  func accuracy() throws {
    let counts = try AucklandCounts()
    let start = ContinuousClock.now
    let scores = try AucklandScores(counts)
    let seconds = ContinuousClock.now - start
    for line in scores.table { print(line) }
    print("21 sensors, \(AucklandScores.origins.count) origins: \(seconds)")
    for week in 0..<2 {
      let gain = 1 - scores.open[week].error / scores.naive[week].error
      #expect(gain >= (week == 0 ? 0.18 : 0.16), "week \(week + 1)")
      #expect((-0.015...0.015).contains(scores.open[week].bias), "week \(week + 1)")
      #expect((0.75...0.85).contains(scores.open[week].coverage), "week \(week + 1)")
    }
    if TestBuild.isOptimized { #expect(seconds < .seconds(5)) }
  }

  @Test("With four weeks of history the three methods are nearer than the mean of the weeks")
  func fourWeeks() throws {
    let counts = try AucklandCounts()
    var meanOnly = ForecastParameters()
    meanOnly.ensembleWeeks = 5
    let ensemble = try AucklandScores(counts, weeksOfHistory: 4)
    let mean = try AucklandScores(counts, parameters: meanOnly, weeksOfHistory: 4)
    for week in 0..<2 {
      print(
        "week \(week + 1), 4 weeks of history: \(ensemble.open[week].error), mean \(mean.open[week].error)")
      #expect(ensemble.open[week].error < mean.open[week].error)
    }
  }
}
