import FootfallCore
import FootfallLayout
import FootfallTestSupport
import Foundation
import Testing

/// 1,000 made-up worlds each, whose seeds are their numbers.
@Suite("Intervals hold the truth as often as they say")
struct CoverageTests {
  private static let worlds = 1000

  /// The share of worlds in which something is so.
  private func share(_ isSo: (UInt64) throws -> Bool) rethrows -> Double {
    Double(try (0..<Self.worlds).count { try isSo(UInt64($0)) }) / Double(Self.worlds)
  }

  @Test("Before and after, with nothing changed", arguments: [14, 28])
  func beforeAfter(days: Int) throws {
    let coverage = try share { seed in
      var store = SimulatedDays(seed: seed)
      let values = store.zones(1, days: 0..<2 * days) { _, _ in false }
      let experiment = try Experiment(values[0], before: 0...days - 1, after: days...2 * days - 1)
      return experiment.effect.interval().contains(0)
    }
    #expect((0.93...0.97).contains(coverage), "\(coverage)")
  }

  @Test("With a control, with nothing changed", arguments: Experiment.Scale.allCases)
  func controlled(scale: Experiment.Scale) throws {
    let coverage = try share { seed in
      var store = SimulatedDays(seed: seed)
      let values = store.zones(3, days: 0..<42) { _, _ in false }
      let experiment = try Experiment(
        values[0], before: 0...20, after: 21...41, controls: Array(values[1...]), scale: scale)
      return experiment.effect.interval().contains(0)
    }
    #expect((0.93...0.97).contains(coverage), "\(coverage)")
  }

  @Test("In turns by parts of days, with nothing changed: days are clusters")
  func dayparts() throws {
    let coverage = try share { seed in
      var store = SimulatedDays(seed: seed)
      var lot = SplitMix64(seed: seed + 5000)
      let values = store.zones(1, days: 0..<28, parts: 2) { _, _ in false }[0]
      let draws = (0..<28).map { _ in Bool.random(using: &lot) }
      let experiment = try Experiment(
        baseline: values.filter { draws[$0.day] == ($0.part == 0) },
        changed: values.filter { draws[$0.day] != ($0.part == 0) }, isRandom: true)
      return experiment.effect.interval().contains(0)
    }
    #expect((0.93...0.97).contains(coverage), "\(coverage)")
  }

  @Test(
    "On days of a real city drawn by lot, with nothing changed",
    .enabled(if: SharedData.isPresent("data/auckland/hourly.csv")))
  func realDays() throws {
    let sensors = try AucklandDays.sensors()
    let coverage = try share { seed in
      var generator = SplitMix64(seed: seed)
      let sensor = sensors[Int.random(in: 0..<sensors.count, using: &generator)]
      let first = Int.random(in: 0..<sensor.count - 56, using: &generator)
      let isChanged = LayoutSchedule.drawn(pairs: 4, using: &generator)
      let days = Array(sensor[first..<first + 56])
      let experiment = try Experiment(
        baseline: days.indices.filter { !isChanged[$0] }.map { days[$0] },
        changed: days.indices.filter { isChanged[$0] }.map { days[$0] }, isRandom: true)
      return experiment.effect.interval().contains(0)
    }
    #expect((0.93...0.97).contains(coverage), "\(coverage)")
  }

  @Test("A tenth more is found as often as was computed beforehand")
  func power() throws {
    var expected = 0.0
    let found = try share { seed in
      var store = SimulatedDays(seed: seed)
      let past = store.zones(2, days: 0..<56) { _, _ in false }
      let plan = try TestPlan(past: past[0], controls: [past[1]], kind: .controlled, share: 0.1)
      expected += (plan.length(weeks: 4)?.power ?? 0) / Double(Self.worlds)
      let values = store.zones(2, days: 56..<112, effect: 0.1) { day, _ in day >= 84 }
      let experiment = try Experiment(
        values[0], before: 56...83, after: 84...111, controls: [values[1]])
      return !experiment.effect.interval().contains(0)
    }
    #expect(abs(found - expected) < 0.05, "\(found) found, \(expected) expected")
    #expect((0.3...0.95).contains(expected), "neither always nor never: \(expected)")
  }

  @Test("Four looks together find something where there is nothing in a twentieth of the worlds")
  func looks() throws {
    let plan = SequentialPlan(looks: 4)
    func falseFinds(_ significances: [Double]) throws -> Double {
      try share { seed in
        var store = SimulatedDays(seed: seed)
        let values = store.zones(1, days: 0..<56) { _, _ in false }[0]
        var lot = SplitMix64(seed: seed + 7000)
        let isChanged = LayoutSchedule.drawn(pairs: 4, using: &lot)
        return try (1...4).contains { look in
          let seen = values[..<(14 * look)]
          let experiment = try Experiment(
            baseline: seen.filter { !isChanged[$0.day] }, changed: seen.filter { isChanged[$0.day] },
            isRandom: true)
          return experiment.effect.pValue < significances[look - 1]
        }
      }
    }
    let (planned, naive) = (
      try falseFinds(plan.significances), try falseFinds([0.05, 0.05, 0.05, 0.05])
    )
    #expect((0.03...0.07).contains(planned), "\(planned)")
    #expect(naive > 0.09, "\(naive)")
  }
}
