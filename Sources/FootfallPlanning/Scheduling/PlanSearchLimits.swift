/// When a ``PlanSearch`` ends, beside its time.
public struct PlanSearchLimits: Sendable {
  /// Parts to make anew; with it the same input and seed give the same plan, where time does not end first.
  public var parts: Int?
  /// Stop once (objective − bound) / objective is no more than this.
  public var gap = 0.0
  /// How often the first cycle of annealing clears and fills cells, for each person and day.
  public var annealingRounds = 10_000

  /// The usual limits.
  public init() {}

  /// Whether the clock decides nothing but the end.
  var isRepeatable: Bool { parts != nil }

  var searchLimits: SearchLimits {
    var limits = SearchLimits()
    limits.gap = gap
    limits.partsBeforeWhole = 0
    limits.endsIdleWhole = !isRepeatable
    if let parts {
      limits.parts = parts
      limits.partNodes = 50
      limits.wholeNodes = 1
      // Nodes end a part, not the clock.
      limits.partTime = .seconds(86_400)
    }
    return limits
  }
}
