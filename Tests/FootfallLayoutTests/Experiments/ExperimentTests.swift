import FootfallCore
import FootfallLayout
import Testing

@Suite("Experiments")
struct ExperimentTests {
  private func values(_ numbers: [Double], from day: Int = 0) -> [DayValue] {
    numbers.enumerated().map { DayValue(day: day + $0.offset, value: $0.element) }
  }

  /// Each level on so many days, with something of its own.
  private func series(_ level: Double, days: Range<Int>, spread: Double = 1) -> [DayValue] {
    days.map { DayValue(day: $0, value: level + spread * Double(($0 * 7919) % 11 - 5)) }
  }

  @Test("The toy data: what controls did is taken off, which leaves 5.5")
  func toy() throws {
    let treated = values([10, 12, 11, 13, 20, 22, 19, 21])
    let control = values([9, 11, 10, 12, 14, 15, 13, 14])
    let experiment = try Experiment(treated, before: 0...3, after: 4...7, controls: [control])
    #expect(experiment.kind == .controlled && abs(experiment.effect.value - 5.5) < 1e-12)
    let same = try Experiment(treated, before: 0...3, after: 4...7, controls: [control, control])
    #expect(abs(same.effect.standardError - experiment.effect.standardError) < 1e-12)
  }

  @Test("Before and after alone is never called a cause; with a control that went alike it is")
  func causality() throws {
    let quiet = series(100, days: 0..<42)
    let raised = quiet.map { $0.day < 21 ? $0 : DayValue(day: $0.day, value: $0.value + 20) }
    let alone = try Experiment(raised, before: 0...20, after: 21...41).compared(seed: 1)
    #expect(alone.verdict.direction == .higher && !alone.verdict.isCausal)
    #expect(alone.verdict.caveats == [.noControl])
    var store = SimulatedDays(seed: 4)
    let zones = store.zones(3, days: 0..<56, effect: 0.3) { day, _ in day >= 28 }
    let controlled = try Experiment(
      zones[0], before: 0...27, after: 28...55, controls: Array(zones[1...]), scale: .logarithmic)
    let comparison = controlled.compared(seed: 1)
    #expect(comparison.verdict.direction == .higher && comparison.verdict.isCausal)
    let share = try #require(comparison.share(comparison.effect.value))
    #expect(abs(share - 0.3) < 0.1)
    let moved = controlled.compared(geometryChanged: true, seed: 1)
    #expect(!moved.verdict.isCausal && moved.verdict.caveats.contains(.geometryChanged))
  }

  @Test("Where things went apart before the change, it is not called a cause")
  func trend() throws {
    let control = series(100, days: 0..<56)
    let drifting = series(100, days: 0..<56).map {
      DayValue(day: $0.day, value: $0.value + 1.5 * Double($0.day) + Double($0.day % 5))
    }
    let comparison = try Experiment(
      drifting, before: 0...27, after: 28...55, controls: [control]
    ).compared(seed: 1)
    #expect(comparison.verdict.direction == .higher && !comparison.verdict.isCausal)
    #expect(comparison.verdict.caveats.contains(.trendBefore))
    let history = try #require(comparison.history)
    let trend = try #require(history.trend)
    #expect(trend.interval().contains(1.5 * 7))
    #expect(history.weeks.map(\.week) == [-4, -3, -2, 0, 1, 2, 3])
    #expect(history.placebos.map(\.day) == [7, 14, 21])
    #expect(history.placebos.allSatisfy { $0.effect.value > 5 })
  }

  @Test("Runs of good and bad days are not taken for an effect")
  func runs() throws {
    // One week of four is high: by days the sides differ, in blocks of a week it may be chance.
    let wave = series(100, days: 0..<56).map { value in
      DayValue(day: value.day, value: value.value + (value.day / 7 == 7 ? 25 : 0))
    }
    let comparison = try Experiment(wave, before: 0...27, after: 28...55).compared(seed: 1)
    let blocks = try #require(comparison.checks.first { $0.method == .movingBlocks })
    #expect(!comparison.interval.contains(0) && blocks.interval.contains(0))
    #expect(comparison.verdict.direction == .inconclusive)
    #expect(comparison.verdict.caveats.contains(.blocksDisagree))
  }

  @Test("Each of up to 20 looks has an interval, which is wider the earlier it is")
  func looks() throws {
    let values = series(100, days: 0..<56)
    let experiment = try Experiment(values, before: 0...27, after: 28...55)
    for looks in 1...20 {
      let significances = SequentialPlan(looks: looks).significances
      let widths = significances.map { significance in
        let interval = experiment.effect.interval(significance: significance)
        return interval.upperBound - interval.lowerBound
      }
      #expect(widths == widths.sorted(by: >) && widths.allSatisfy(\.isFinite), "\(looks) looks")
      let first = experiment.compared(significance: significances[0], seed: 1)
      #expect(first.level < 1 && first.interval.contains(first.effect.value))
      let detectable = try #require(first.minimumDetectableEffect)
      #expect(detectable.isFinite && detectable >= widths[0] / 2)
    }
  }

  @Test("Of shares Newcombe's interval of all days together stands beside")
  func shares() throws {
    func days(_ counts: [(Int, Int)], from day: Int) -> [DayValue] {
      counts.enumerated().map {
        DayValue(day: day + $0.offset, share: .init(count: $0.element.0, of: $0.element.1))
      }
    }
    let values = days([(20, 150), (25, 150)], from: 0) + days([(30, 160), (40, 160)], from: 2)
    let comparison = try Experiment(values, before: 0...1, after: 2...3).compared(seed: 1)
    let check = try #require(comparison.checks.first { $0.method == .newcombe })
    #expect(abs(check.interval.lowerBound - 0.0074568) < 5e-8)
    #expect(abs(check.interval.upperBound - 0.1291188) < 5e-8)
    #expect(comparison.verdict.caveats == [.noControl, .fewDays, .weekdaysDiffer])
  }

  @Test("Values that never vary have an effect without an error, and nothing that could be found")
  func constant() throws {
    let comparison = try Experiment(
      values(.init(repeating: 5, count: 28)), before: 0...13, after: 14...27
    ).compared(seed: 1)
    #expect(comparison.effect.value == 0 && comparison.verdict.direction == .inconclusive)
    #expect(comparison.minimumDetectableEffect == nil)
  }

  @Test("Layouts in turns by lot may be causes, by a rule not")
  func turns() throws {
    var store = SimulatedDays(seed: 8)
    var lot = SplitMix64(seed: 2)
    let isChanged = LayoutSchedule.drawn(pairs: 4, using: &lot)
    for weekday in 0..<7 {
      #expect(stride(from: weekday, to: 56, by: 7).count { isChanged[$0] } == 4)
    }
    let values = store.zones(1, days: 0..<56, effect: 0.4) { day, _ in isChanged[day] }[0]
    for isRandom in [true, false] {
      let comparison = try Experiment(
        baseline: values.filter { !isChanged[$0.day] }, changed: values.filter { isChanged[$0.day] },
        isRandom: isRandom
      ).compared(seed: 1)
      #expect(comparison.verdict.direction == .higher && comparison.verdict.isCausal == isRandom)
      #expect(comparison.history == nil)
    }
  }

  @Test("Three years are told week by week")
  func years() throws {
    let control = series(100, days: 0..<1095, spread: 2)
    let values = series(100, days: 0..<1095).map {
      DayValue(day: $0.day, value: $0.value + ($0.day < 546 ? 0 : 3))
    }
    let comparison = try Experiment(
      values, before: 0...545, after: 546...1094, controls: [control]
    ).compared(seed: 1)
    let history = try #require(comparison.history)
    #expect(history.weeks.map(\.week) == Array(-78 ... -2) + Array(0...78))
    #expect(history.weeks.allSatisfy { $0.effect.map { $0.standardError > 0 } == true })
    #expect(comparison.verdict.direction == .higher && abs(comparison.effect.value - 3) < 0.5)
  }

  @Test("Comparisons that cannot be are refused")
  func refusals() {
    let values = series(10, days: 0..<30)
    #expect(throws: ExperimentFault.overlappingPeriods) {
      try Experiment(values, before: 0...14, after: 14...29)
    }
    #expect(throws: ExperimentFault.periodsInReverse) {
      try Experiment(values, before: 15...29, after: 0...14)
    }
    #expect(throws: ExperimentFault.fewDays(side: "the period after", days: 1)) {
      try Experiment(values, before: 0...28, after: 29...29)
    }
    #expect(throws: ExperimentFault.fewDays(side: "the period before", days: 0)) {
      try Experiment(values, before: 0...14, after: 15...29, controls: [series(1, days: 15..<30)])
    }
    #expect(throws: ExperimentFault.noLogarithm(day: 0, value: 0)) {
      try Experiment(
        [DayValue(day: 0, value: 0)] + values, before: 0...14, after: 15...29, scale: .logarithmic)
    }
    #expect(throws: ExperimentFault.fewDays(side: "the past", days: 13, least: 14)) {
      try TestPlan(past: series(10, days: 0..<13), kind: .beforeAfter, share: 0.1)
    }
  }
}
