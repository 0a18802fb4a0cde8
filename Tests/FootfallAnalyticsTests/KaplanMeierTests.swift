import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallAnalytics

/// Durations in the usual notation: `6+` is censored.
func durations(_ text: String) -> [(seconds: Double, isCensored: Bool)] {
  text.split(separator: " ").map { word in
    (seconds: Double(word.prefix { $0 != "+" }) ?? .nan, isCensored: word.hasSuffix("+"))
  }
}

@Suite struct KaplanMeierTests {
  /// Weeks of remission of 21 patients on 6-MP and of 21 on placebo (Freireich et al., Blood 21, 1963).
  private static let treated = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
  private static let placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"
  private static let queue =
    "4.4 0.8+ 12.1 7.3 7.3+ 31.9+ 5.2 18.4 2.6 9.9+ 9.9 14.7 3.3+ 22.8 6.1 40.2+ 11.6 1.7 27.5 8.8+"

  private struct Known: Sendable {
    var durations: String
    var quartiles: [Double?]
    var median: (low: Double?, high: Double?)
    var survival: [(seconds: Double, survival: Double)]
  }

  // KaplanMeierFitter of lifelines 0.30.3: `percentile`, `median_survival_times(confidence_interval_)`, and
  // `survival_function_at_times`.
  private static let published = [
    Known(
      durations: treated, quartiles: [13, 23, nil], median: (13, nil),
      survival: [
        (6, 0.857_142_857), (7, 0.806_722_689), (10, 0.752_941_176), (13, 0.690_196_078),
        (16, 0.627_450_980), (22, 0.537_815_126), (23, 0.448_179_272), (35, 0.448_179_272),
      ]),
    Known(
      durations: placebo, quartiles: [4, 8, 12], median: (4, 11),
      survival: [(1, 0.904_761_905), (4, 0.666_666_667), (8, 0.380_952_381), (22, 0.047_619_048), (23, 0)]),
    Known(
      durations: queue, quartiles: [6.1, 12.1, 22.8], median: (6.1, 22.8),
      survival: [
        (1.7, 0.947_368_421), (4.4, 0.838_815_789), (7.3, 0.671_052_632), (9.9, 0.603_947_368),
        (12.1, 0.452_960_526), (22.8, 0.226_480_263), (27.5, 0.150_986_842), (40, 0.150_986_842),
      ]),
  ]

  @Test(arguments: published.indices)
  func theEstimateIsThatOfAnotherImplementation(index: Int) {
    let known = Self.published[index]
    let estimate = KaplanMeier(durations(known.durations))
    #expect([0.25, 0.5, 0.75].map { estimate.quantile($0) } == known.quartiles)
    #expect(estimate.medianInterval == known.median)
    for (seconds, survival) in known.survival {
      #expect(abs(estimate.survival(at: seconds) - survival) < 5e-10, "at \(seconds)")
    }
  }

  @Test(arguments: [1, 2, 3, 4, 7, 10, 100, 997])
  func withoutCensoringQuantilesAreThoseOfTheSample(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let sample = (0..<count).map { _ in Double.random(in: 0..<60, using: &generator) }
    let estimate = KaplanMeier(sample.map { (seconds: $0, isCensored: false) })
    let sorted = sample.sorted()
    for percent in 1...100 {
      let rank = (percent * count + 99) / 100
      #expect(estimate.quantile(Double(percent) / 100) == sorted[rank - 1], "\(percent) %")
    }
    #expect(estimate.survival(at: 60) == 0)
  }

  @Test(arguments: UInt64(1)...20)
  func theOrderOfVisitsDoesNotMatter(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sample = Self.sample(60, &generator)
    #expect(KaplanMeier(sample.shuffled(using: &generator)) == KaplanMeier(sample))
  }

  @Test(arguments: UInt64(1)...20)
  func moreCensoringNeverLowersTheCurve(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var sample = Self.sample(40, &generator)
    var before = KaplanMeier(sample)
    for index in sample.indices.shuffled(using: &generator) {
      sample[index].isCensored = true
      let after = KaplanMeier(sample)
      for seconds in stride(from: 0.0, through: 21, by: 0.5) {
        #expect(after.survival(at: seconds) >= before.survival(at: seconds) - 1e-12)
      }
      before = after
    }
    #expect(before.steps.isEmpty && before.quantile(0.01) == nil)
    #expect(before.medianInterval == (nil, nil))
  }

  @Test func nothingGivesNothing() {
    let estimate = KaplanMeier([(seconds: Double, isCensored: Bool)]())
    #expect(estimate.count == 0 && estimate.quantile(0.5) == nil && estimate.survival(at: 1) == 1)
  }

  @Test func aSingleVisitHasNoInterval() {
    let estimate = KaplanMeier(durations("3"))
    #expect(estimate.quantile(0.5) == 3 && estimate.medianInterval == (nil, nil))
  }

  /// Durations with ties, half of them censored.
  private static func sample(
    _ count: Int, _ generator: inout SeededGenerator
  ) -> [(seconds: Double, isCensored: Bool)] {
    (0..<count).map { _ in
      (seconds: Double(Int.random(in: 1...20, using: &generator)), isCensored: Bool.random(using: &generator))
    }
  }
}
