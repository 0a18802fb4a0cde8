public import FootfallLayout

/// What `footfall layout compare` prints, schema `footfall.layout-comparison/1`.
public struct ComparisonDocument: Encodable, Sendable {
  let schema = "footfall.layout-comparison/1"
  let design: String
  let scale: String
  let series: String
  let controls: [String]
  let level: Double
  let look: Int
  let looks: Int
  let baseline: Side
  let changed: Side
  let effect: EstimateDocument
  /// As a share of the baseline, whose mean is taken as known; null where that is 0.
  let share: Share?
  let checks: [Check]
  let minimumDetectableEffect: Double?
  let minimumDetectableShare: Double?
  let history: History?
  let verdict: String
  let causal: Bool
  let caveats: [String]
  let declaredChange: String?
  let assumptions: [String]

  struct Side: Encodable, Sendable {
    let days: Int
    let mean: Double
  }

  struct Share: Encodable, Sendable {
    let value: Double
    let low: Double
    let high: Double
  }

  struct Check: Encodable, Sendable {
    let method: String
    let value: Double
    let low: Double
    let high: Double
  }

  struct History: Encodable, Sendable {
    /// Before the change, a week.
    let trend: EstimateDocument?
    let weeks: [Week]
    let placebos: [Placebo]
  }

  struct Week: Encodable, Sendable {
    let week: Int
    let effect: EstimateDocument?
  }

  struct Placebo: Encodable, Sendable {
    let date: String
    let effect: EstimateDocument
  }

  /// Writes down a comparison.
  /// - Parameters:
  ///   - series: what was changed.
  ///   - controls: what it was compared with.
  ///   - declaredChange: what the user says that is not the same in cameras or zones; nil for nothing.
  ///   - knowsGeometry: whether the values tell of which cameras and zones they are.
  ///   - looks: how many looks were planned.
  ///   - look: which of them this is, from 1.
  public init(
    _ comparison: Comparison, series: String, controls: [String], declaredChange: String?,
    knowsGeometry: Bool, looks: Int, look: Int
  ) {
    let level = comparison.level
    design = comparison.kind.rawValue
    scale = comparison.scale.rawValue
    self.series = series
    self.controls = controls
    self.level = level
    (self.look, self.looks) = (look, looks)
    baseline = Side(days: comparison.baseline.days, mean: comparison.baseline.mean)
    changed = Side(days: comparison.changed.days, mean: comparison.changed.mean)
    effect = EstimateDocument(comparison.effect, level: level)
    share = ComparisonDocument.share(comparison)
    checks = comparison.checks.map {
      Check(
        method: $0.method.rawValue, value: $0.value, low: $0.interval.lowerBound, high: $0.interval.upperBound
      )
    }
    minimumDetectableEffect = comparison.minimumDetectableEffect
    minimumDetectableShare = comparison.minimumDetectableEffect.flatMap(comparison.share)
    history = comparison.history.map { ComparisonDocument.history($0, level: level) }
    verdict = comparison.verdict.direction.rawValue
    causal = comparison.verdict.isCausal
    caveats = comparison.verdict.caveats.map(\.rawValue)
    self.declaredChange = declaredChange
    assumptions = ComparisonDocument.assumptions(comparison, knowsGeometry: knowsGeometry)
  }

  private static func share(_ comparison: Comparison) -> Share? {
    let interval = comparison.interval
    guard let value = comparison.share(comparison.effect.value),
      let first = comparison.share(interval.lowerBound), let second = comparison.share(interval.upperBound),
      first.isFinite, second.isFinite
    else { return nil }
    return Share(value: value, low: min(first, second), high: max(first, second))
  }

  private static func history(_ study: EventStudy, level: Double) -> History {
    History(
      trend: study.trend.map { EstimateDocument($0, level: level) },
      weeks: study.weeks.map { week in
        Week(week: week.week, effect: week.effect.map { EstimateDocument($0, level: level) })
      },
      placebos: study.placebos.map {
        Placebo(date: ClockText.date(days: $0.day), effect: EstimateDocument($0.effect, level: level))
      })
  }

  private static func assumptions(_ comparison: Comparison, knowsGeometry: Bool) -> [String] {
    var lines = ["Days are independent of each other but for their weekday."]
    if comparison.kind == .controlled {
      lines.append("Without the change, what was changed and the controls would have gone alike.")
    }
    if !knowsGeometry {
      lines.append("Cameras and zones were the same throughout: the values have no column geometry to tell.")
    }
    return lines
  }
}
