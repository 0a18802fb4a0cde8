import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallAnalytics

@Suite struct OccupancyTests {
  private static let exact = CountErrors(missed: 0, spurious: 0)

  private func step(_ entries: Int, _ exits: Int, inside: Int? = nil) -> OccupancyStep {
    OccupancyStep(flow: .counted(entries: entries, exits: exits, coverage: 1), inside: inside)
  }

  private func estimates(
    _ steps: [OccupancyStep], errors: FlowErrors = .unaudited, startsEmpty: Bool = true,
    endsEmpty: Bool = true
  ) -> [OccupancyEstimate?] {
    OccupancySmoother(errors: errors).estimates(of: steps, startsEmpty: startsEmpty, endsEmpty: endsEmpty)
  }

  @Test func countsWithoutErrorAreTheirDifference() {
    let steps = [step(3, 0), step(2, 1), step(0, 2), step(0, 2)]
    let errors = FlowErrors(entries: Self.exact, exits: Self.exact)
    #expect(estimates(steps, errors: errors).map { $0?.mean } == [3, 4, 2, 0])
    #expect(estimates(steps, errors: errors, endsEmpty: false).map { $0?.mean } == [3, 4, 2, 0])
  }

  @Test func theMeansOfTruthBehindACountAreThoseOfItsErrors() {
    for errors in [CountErrors.unaudited, CountErrors(missed: 0.2, spurious: 0.1), Self.exact] {
      let truth = errors.truth(behind: 40)
      let variance = truth.probabilities.enumerated().reduce(0.0) { sum, item in
        let distance = Double(truth.first + item.offset) - truth.mean
        return sum + distance * distance * item.element
      }
      #expect(abs(truth.mean - 40 * errors.factor) < 1e-6)
      #expect(abs(variance - 40 * errors.variance) < 1e-5)
    }
  }

  @Test func itDoesNotMatterHowFinelyTimeIsDivided() {
    let whole = CountErrors.unaudited.truth(behind: 30)
    let half = CountErrors.unaudited.truth(behind: 15)
    let sum = half.adding(half)
    #expect(abs(whole.mean - sum.mean) < 1e-6)
    for share in [0.1, 0.5, 0.9] { #expect(whole.quantile(share) == sum.quantile(share)) }
  }

  @Test(
    "Whatever is counted, the estimate is finite, not negative and nothing at the end",
    arguments: [
      [(0, 5)], [(5, 0)], [(0, 0)], [(0, 10), (10, 0)], [(100, 0), (0, 20)], [(20, 0), (0, 100)],
      [(1000, 900), (0, 300)], [(0, 50), (50, 50), (50, 0)],
    ])
  func contradictions(counts: [(Int, Int)]) throws {
    let steps = counts.map { step($0.0, $0.1) }
    for estimate in estimates(steps) {
      let estimate = try #require(estimate)
      #expect(estimate.mean.isFinite && estimate.low >= 0 && estimate.low <= estimate.high)
    }
    var balance = FlowBalance()
    balance.take(steps)
    let live = OccupancySmoother(errors: balance.corrected)
      .estimates(of: steps, startsEmpty: true, endsEmpty: false)
    for estimate in live {
      let estimate = try #require(estimate)
      #expect(estimate.mean.isFinite && estimate.mean >= 0 && estimate.low <= estimate.high)
    }
  }

  @Test func whatIsMissingAtTheEndIsSpreadOverTheFlow() throws {
    // 100 in, 90 out, at an even pace with 20 inside: the ten are missing in the proportion of the flow before.
    let steps = [step(20, 0)] + (0..<8).map { _ in step(10, 10) } + [step(0, 10)]
    let result = try estimates(steps).map { try #require($0) }
    #expect(result.last?.mean ?? 1 < 0.01)
    let middle = result[4].mean
    #expect(middle > 12 && middle < 18)
    #expect(result[4].low < middle && result[4].high > middle)
  }

  @Test func withoutAnEmptyMomentNothingIsKnownAndOneIsEnough() throws {
    let steps = [step(5, 2), step(1, 3)]
    #expect(estimates(steps, startsEmpty: false, endsEmpty: false) == [nil, nil])
    let backward = estimates([step(0, 4), step(0, 3)], startsEmpty: false)
    #expect(abs(try #require(backward[0]).mean - 3) < 0.5)
    let forward = estimates(steps, endsEmpty: false)
    #expect(abs(try #require(forward[0]).mean - 3) < 0.5)
  }

  @Test func aLookAtTheWholeStoreCorrectsTheCount() throws {
    var steps = (0..<40).map { _ in step(10, 9) }
    let blind = try #require(estimates(steps, endsEmpty: false)[39])
    steps[39].inside = 25
    let seen = try #require(estimates(steps, endsEmpty: false)[39])
    #expect(abs(seen.mean - 25) < abs(blind.mean - 25))
    #expect(seen.high - seen.low < blind.high - blind.low)
    // Known from the look alone.
    let alone = estimates(steps, startsEmpty: false, endsEmpty: false)
    #expect(abs(try #require(alone[39]).mean - 25) < 1.5)
  }

  @Test func aHoleMakesTheEstimateLessSureAndNotOther() throws {
    let seen = [step(20, 0), step(0, 0)]
    let hole = [step(20, 0), OccupancyStep(flow: .unobserved(expected: 8))]
    let (sure, unsure) = (
      try #require(estimates(seen, endsEmpty: false)[1]), try #require(estimates(hole, endsEmpty: false)[1])
    )
    #expect(abs(sure.mean - unsure.mean) < 0.3)
    #expect(unsure.high - unsure.low > (sure.high - sure.low) * 1.5)
  }

  @Test(.enabled(if: SharedData.isPresent("calit2/door.csv")))
  func theDoorsOfABuildingOverSevenWeeks() throws {
    let file = SharedData.root.appendingPathComponent("calit2/door.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")
    }
    var stretches: [[OccupancyStep]] = [[]]
    var (drift, entered, left, people) = (0, 0, 0, 0.0)
    for row in rows {
      // Before four in the morning hardly anybody comes or goes.
      if row[0].hasSuffix("T04:00") { stretches.append([]) }
      let (entries, exits) = (try #require(Int(row[1])), try #require(Int(row[2])))
      stretches[stretches.count - 1].append(step(entries, exits))
      (drift, entered, left) = (drift + entries - exits, entered + entries, left + exits)
    }
    let days = stretches.dropFirst().dropLast()
    var (worst, mostInside, counted) = (0.0, 0.0, (entries: 0.0, exits: 0.0))
    var (balance, liveError, rawError, moments) = (FlowBalance(), 0.0, 0.0, 0.0)
    for day in days {
      let result = try estimates(day).map { try #require($0) }
      #expect(result.allSatisfy { $0.low >= 0 && $0.mean >= 0 && $0.mean.isFinite })
      worst = max(worst, try #require(result.last).mean)
      mostInside = max(mostInside, result.map(\.mean).max() ?? 0)
      // As it would have been told at the time, against what is known in hindsight.
      let live = OccupancySmoother(errors: balance.corrected)
        .estimates(of: day, startsEmpty: true, endsEmpty: false)
      balance.take(day)
      for (index, (now, known)) in zip(live, result).enumerated() {
        let now = try #require(now)
        #expect(now.low >= 0 && now.mean >= 0 && now.mean.isFinite)
        let before = Array(day[...index]).counted
        liveError += abs(now.mean - known.mean)
        rawError += abs(before.entries - before.exits - known.mean)
        moments += 1
      }
      let sums = day.counted
      counted = (counted.entries + sums.entries, counted.exits + sums.exits)
      let errors = FlowErrors.unaudited.balanced(entries: sums.entries, exits: sums.exits)
      let (into, outOf) = (sums.entries * errors.entries.factor, sums.exits * errors.exits.factor)
      #expect(abs(into - outOf) < 1e-6)
      people += into
    }
    print(
      "CalIt2: \(entered) in, \(left) out, raw difference at the end \(drift); at night at most \(worst) by the "
        + "estimate, at most \(mostInside) by day; flow \(people) for \(counted); mean distance to hindsight live "
        + "\(liveError / moments), of the difference since morning \(rawError / moments)")
    #expect(liveError < rawError)
    #expect(abs(drift) > 100)
    #expect(worst < 0.5)
    // All that went in and out is still there: the flow is the mean of both counts.
    #expect(abs(people / ((counted.entries + counted.exits) / 2) - 1) < 0.01)
  }
}
