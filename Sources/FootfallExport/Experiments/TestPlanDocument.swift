public import FootfallLayout
internal import Foundation

/// What `footfall layout plan-test` prints, schema `footfall.layout-test-plan/1`.
public struct TestPlanDocument: Encodable, Sendable {
  let schema = "footfall.layout-test-plan/1"
  let design: String
  let scale: String
  let days: Int
  let mean: Double
  let deviation: Double
  let autocorrelation: Double
  let effectShare: Double
  let wantedPower: Double
  /// The fewest weeks of each layout that find the effect; null where half a year does not.
  let weeksNeeded: Int?
  /// Why nothing can be planned; absent where something can.
  let reason: String?
  let lengths: [Length]
  /// What the p value of each look must be below.
  let looks: [Double]
  let schedule: [Turn]?
  /// What is taken for granted; absent where nothing has to be said.
  let assumptions: [String]?

  struct Length: Encodable, Sendable {
    let weeks: Int
    let minimumDetectableEffect: Double
    let power: Double
  }

  struct Turn: Encodable, Sendable {
    let date: String
    let layout: String
  }

  /// Writes down a plan.
  /// - Parameters:
  ///   - share: the effect to be found.
  ///   - power: with which probability.
  ///   - looks: the plan of looks.
  ///   - schedule: the first day, and whether the changed layout stands on it and those after; nil for none.
  ///   - isSimulated: whether the store is made up.
  public init(
    _ plan: TestPlan, share: Double, power: Double, looks: SequentialPlan,
    schedule: (firstDay: Int, isChanged: [Bool])?, isSimulated: Bool = false
  ) {
    design = plan.kind.rawValue
    scale = plan.scale.rawValue
    days = plan.days
    mean = plan.mean
    deviation = plan.deviation
    autocorrelation = plan.autocorrelation
    effectShare = share
    wantedPower = power
    let all = (1...26).compactMap { plan.length(weeks: $0) }
    reason = all.isEmpty ? "days never vary: nothing can be planned from them" : nil
    weeksNeeded = all.first { $0.power >= power }?.weeks
    lengths = all.filter { [1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 26].contains($0.weeks) }.map {
      Length(
        weeks: $0.weeks, minimumDetectableEffect: $0.test.minimumDetectableEffect(power: power),
        power: $0.power)
    }
    self.looks = looks.significances
    self.schedule = schedule.map { schedule in
      schedule.isChanged.enumerated().map {
        Turn(
          date: ClockText.date(days: schedule.firstDay + $0.offset),
          layout: $0.element ? "changed" : "baseline")
      }
    }
    assumptions = isSimulated ? [ComparisonDocument.simulatedNote] : nil
  }

  /// The same to read.
  public var text: String {
    func percent(_ value: Double) -> String { String(format: "%.1f %%", 100 * value) }
    var lines = [
      reason.map { "No answer: \($0)." }
        ?? weeksNeeded.map {
          "\($0) \($0 == 1 ? "week" : "weeks") of each layout find \(percent(effectShare)) with probability "
            + percent(wantedPower) + "."
        }
        ?? "Half a year of each layout does not find \(percent(effectShare)) with probability \(percent(wantedPower)).",
      "",
      "From \(days) days with a mean of \(String(format: "%.4g", mean)); days differ by "
        + "\(String(format: "%.4g", deviation)) from their weekday.",
    ]
    if !lengths.isEmpty {
      lines += [
        "", "weeks of each   smallest change found   probability to find \(percent(effectShare))",
      ]
    }
    for length in lengths {
      let effect =
        scale == Experiment.Scale.linear.rawValue && mean != 0
        ? length.minimumDetectableEffect / mean : exp(length.minimumDetectableEffect) - 1
      lines.append(
        String(format: "%13d", length.weeks) + String(format: "%22.1f %%", 100 * effect)
          + String(format: "%20.1f %%", 100 * length.power))
    }
    if looks.count > 1 {
      let bounds = looks.map { String(format: "%.4g", $0) }.joined(separator: ", ")
      lines.append(contentsOf: [
        "", "Of \(looks.count) looks each has found something where p is below: \(bounds)",
      ])
    }
    for turn in schedule ?? [] { lines.append("\(turn.date)  \(turn.layout)") }
    if let assumptions { lines += [""] + assumptions.map { "- \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }
}
