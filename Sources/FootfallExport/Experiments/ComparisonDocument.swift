public import FootfallLayout

/// What `footfall layout compare` prints, schema `footfall.layout-comparison/1`.
public struct ComparisonDocument: Codable, Hashable, Sendable {
  /// The name and version of this form.
  public static let schemaName = "footfall.layout-comparison/1"

  /// What answers about a made-up store say.
  public static let simulatedNote = ComparisonAssumption.simulated.rawValue

  let schema: String
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
  let share: EstimateDocument?
  /// What other methods say; of Newcombe's in shares.
  let checks: [EstimateDocument]
  let minimumDetectableEffect: Double?
  let minimumDetectableShare: Double?
  let history: History?
  let verdict: String
  let causal: Bool
  let caveats: [String]
  let declaredChange: String?
  let assumptions: [String]

  struct Side: Codable, Hashable, Sendable {
    let days: Int
    let mean: Double
  }

  struct History: Codable, Hashable, Sendable {
    /// Before the change, a week.
    let trend: EstimateDocument?
    let weeks: [Week]
    let placebos: [Placebo]
  }

  struct Week: Codable, Hashable, Sendable {
    let week: Int
    let effect: EstimateDocument?
  }

  struct Placebo: Codable, Hashable, Sendable {
    let date: String
    let effect: EstimateDocument
  }

  /// Writes down a comparison.
  /// - Parameters:
  ///   - series: what was changed.
  ///   - controls: what it was compared with.
  ///   - declaredChange: what the user says that is not the same in cameras or zones; nil for nothing.
  ///   - knowsGeometry: whether the values tell of which cameras and zones they are.
  ///   - isSimulated: whether the store is made up.
  ///   - looks: how many looks were planned.
  ///   - look: which of them this is, from 1.
  public init(
    _ comparison: Comparison, series: String, controls: [String], declaredChange: String?,
    knowsGeometry: Bool, isSimulated: Bool = false, looks: Int, look: Int
  ) {
    let significance = comparison.significance
    schema = Self.schemaName
    design = comparison.kind.rawValue
    scale = comparison.scale.rawValue
    self.series = series
    self.controls = controls
    level = comparison.level
    (self.look, self.looks) = (look, looks)
    baseline = Side(days: comparison.baseline.days, mean: comparison.baseline.mean)
    changed = Side(days: comparison.changed.days, mean: comparison.changed.mean)
    effect = EstimateDocument(comparison.effect, significance: significance)
    share = effect.converted { comparison.share($0) }
    checks = comparison.checks.map {
      EstimateDocument(value: $0.value, interval: $0.interval, method: $0.method.rawValue)
    }
    minimumDetectableEffect = comparison.minimumDetectableEffect
    minimumDetectableShare = comparison.minimumDetectableEffect.flatMap(comparison.share)
    history = comparison.history.map { ComparisonDocument.history($0, significance: significance) }
    verdict = comparison.verdict.direction.rawValue
    causal = comparison.verdict.isCausal
    caveats = comparison.verdict.caveats.map(\.rawValue)
    self.declaredChange = declaredChange
    assumptions = ComparisonDocument.assumptions(
      comparison, knowsGeometry: knowsGeometry, isSimulated: isSimulated
    ).map(\.rawValue)
  }

  private static func history(_ study: EventStudy, significance: Double) -> History {
    History(
      trend: study.trend.map { EstimateDocument($0, significance: significance) },
      weeks: study.weeks.map { week in
        Week(
          week: week.week, effect: week.effect.map { EstimateDocument($0, significance: significance) })
      },
      placebos: study.placebos.map {
        Placebo(
          date: ClockText.date(days: $0.day),
          effect: EstimateDocument($0.effect, significance: significance))
      })
  }

  private static func assumptions(
    _ comparison: Comparison, knowsGeometry: Bool, isSimulated: Bool
  ) -> [ComparisonAssumption] {
    var assumptions: [ComparisonAssumption] = isSimulated ? [.simulated] : []
    assumptions.append(.independentDays)
    if comparison.kind == .controlled { assumptions.append(.alike) }
    if !knowsGeometry { assumptions.append(.sameGeometry) }
    return assumptions
  }

  /// Reads the JSON text of a document.
  /// - Throws: where it is no JSON, of another schema, or a member is missing or of another type.
  public init(_ bytes: [UInt8]) throws(DocumentError) {
    self = try DocumentError.decode(ComparisonDocument.self, from: bytes, schema: Self.schemaName)
    guard schema == Self.schemaName else {
      throw DocumentError("/schema", "is '\(schema.prefix(40))'; allowed: \(Self.schemaName)")
    }
  }
}
