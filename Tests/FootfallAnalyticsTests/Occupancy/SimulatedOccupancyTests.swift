import FootfallAnalytics
import FootfallTestSupport
import Testing

/// The estimators against days whose every minute is known.
@Suite struct SimulatedOccupancyTests {
  private struct Score {
    var error = 0.0
    var covered = 0
    var count = 0

    mutating func add(_ mean: Double, _ interval: ClosedRange<Double>? = nil, truth: Int) {
      error += abs(mean - Double(truth))
      if interval?.contains(Double(truth)) == true { covered += 1 }
      count += 1
    }
    var meanError: Double { error / Double(count) }
    var coverage: Double { Double(covered) / Double(count) }
  }

  private struct Scores {
    var smoother = Score()
    var live = Score()
    var raw = Score()
    var daily = Score()
  }

  /// Fourteen days, scored by the minutes of the open hours.
  private func scores(
    true trueErrors: FlowErrors, supposed: FlowErrors, seed: UInt64
  ) -> Scores {
    var shop = SimulatedShop(generator: SeededGenerator(seed: seed))
    var balance = FlowBalance(errors: supposed)
    var scores = Scores()
    var drift = 0
    for _ in 0..<14 {
      let day = shop.day(in: trueErrors.entries, out: trueErrors.exits)
      let smooth = OccupancySmoother(errors: supposed)
        .estimates(of: day.steps, startsEmpty: true, endsEmpty: true)
      // Without an end each moment is judged by what came before it alone.
      let live = OccupancySmoother(errors: balance.corrected)
        .estimates(of: day.steps, startsEmpty: true, endsEmpty: false)
      balance.take(day.steps)
      let raw = day.rawDifferences
      for minute in SimulatedShop.openMinutes {
        guard let estimate = smooth[minute], let known = live[minute] else { continue }
        let truth = day.inside[minute]
        #expect(estimate.low >= 0 && estimate.mean >= 0)
        #expect(known.low >= 0 && known.mean >= 0)
        scores.smoother.add(estimate.mean, estimate.low...estimate.high, truth: truth)
        scores.live.add(known.mean, known.low...known.high, truth: truth)
        scores.raw.add(Double(drift + raw[minute]), truth: truth)
        scores.daily.add(Double(raw[minute]), truth: truth)
      }
      drift += raw.last ?? 0
    }
    return scores
  }

  private func print(_ name: String, _ scores: Scores) {
    func text(_ score: Score) -> String { "\((score.meanError * 100).rounded() / 100)" }
    Swift.print(
      "\(name): mean error with hindsight \(text(scores.smoother)), live \(text(scores.live)), "
        + "raw \(text(scores.raw)), reset at night \(text(scores.daily)); coverage "
        + "\((scores.smoother.coverage * 1000).rounded() / 10) %, live "
        + "\((scores.live.coverage * 1000).rounded() / 10) %")
  }

  /// Minutes of a day know of each other: it takes eight weeks to see how often intervals hold.
  @Test func knownErrorsGiveIntervalsThatHoldTheTruthAsOftenAsTheySay() {
    let errors = FlowErrors(
      entries: CountErrors(missed: 0.05, spurious: 0.02), exits: CountErrors(missed: 0.09, spurious: 0.02))
    let seeds = UInt64(1)...4
    let fortnights = seeds.map { scores(true: errors, supposed: errors, seed: $0) }
    for (seed, scores) in zip(seeds, fortnights) {
      print("known errors, seed \(seed)", scores)
      #expect(scores.smoother.meanError < scores.daily.meanError / 2)
      #expect(scores.live.meanError < scores.daily.meanError)
      #expect(scores.smoother.meanError < scores.raw.meanError / 10)
    }
    let coverage = fortnights.reduce(0) { $0 + $1.smoother.coverage } / Double(fortnights.count)
    #expect(0.75...0.85 ~= coverage)
  }

  @Test(arguments: UInt64(3)...4)
  func aBiasThatNobodyKnowsOfIsFoundAtNight(seed: UInt64) {
    let errors = FlowErrors(
      entries: CountErrors(missed: 0.03, spurious: 0.01), exits: CountErrors(missed: 0.12, spurious: 0.01))
    let scores = scores(true: errors, supposed: .unaudited, seed: seed)
    print("unknown bias, seed \(seed)", scores)
    #expect(scores.smoother.coverage >= 0.75)
    #expect(scores.smoother.meanError < scores.daily.meanError / 2)
    #expect(scores.live.meanError < scores.daily.meanError)
    #expect(scores.smoother.meanError < scores.raw.meanError / 10)
  }
}
