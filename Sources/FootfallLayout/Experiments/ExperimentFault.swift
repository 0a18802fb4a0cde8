/// Why a comparison is refused.
public enum ExperimentFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The periods share days.
  case overlappingPeriods
  /// The period after the change begins before the other one.
  case periodsInReverse
  /// A side has values of too few days.
  case fewDays(side: String, days: Int, least: Int = 2)
  /// A value has no logarithm.
  case noLogarithm(day: Int, value: Double)

  /// One line.
  public var description: String {
    switch self {
    case .overlappingPeriods: "the periods overlap; allowed: periods without a common day"
    case .periodsInReverse: "the period after begins before the period before; allowed: a later one"
    case .fewDays(let side, let days, let least):
      "\(side) has values of \(days) \(days == 1 ? "day" : "days"); allowed: \(least) or more"
    case .noLogarithm(_, let value): "a value is \(value); allowed on the logarithmic scale: more than 0"
    }
  }
}
