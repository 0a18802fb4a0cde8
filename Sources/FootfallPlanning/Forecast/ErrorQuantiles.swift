internal import FootfallCore

/// How far counts were from what had been expected of them, at past origins: what the interval of a forecast is made of.
///
/// An error is divided by √(expected + 1), as the spread of counts grows, and told apart by lead (the first week after
/// the origin, or later) and by group: the times of the week are grouped by their expected count.
struct ErrorQuantiles {
  private let groups: [Int]
  /// By lead and group: the quantiles below and above.
  private let bounds: [[ClosedRange<Double>]]

  /// Makes forecasts for origins in `history`, a week apart, and compares.
  ///
  /// Nothing but `history` is looked at, and each forecast is made from what was before its origin.
  init(_ history: WeeklyHistory, expected: [Double?], factor: Int, _ parameters: ForecastParameters) {
    groups = ErrorQuantiles.groups(expected, count: parameters.residualGroups)
    var errors = Array(
      repeating: [[Double]](repeating: [], count: parameters.residualGroups), count: ErrorQuantiles.leads)
    for back in 1...parameters.residualOrigins where history.weeks - back >= 1 {
      let past = history.last(history.weeks, before: back).expectedWeek(factor: factor, parameters)
      for lead in 0..<min(ErrorQuantiles.leads, back) {
        for (phase, value) in past.enumerated() {
          guard let value, let seen = history[history.weeks - back + lead, phase] else { continue }
          errors[lead][groups[phase]].append((seen - value) / ErrorQuantiles.scale(value))
        }
      }
    }
    // Where there is one past origin only, later weeks are taken to be as the first.
    for group in errors[1].indices where errors[1][group].isEmpty { errors[1][group] = errors[0][group] }
    let tail = (1 - parameters.level) / 2
    bounds = errors.map { $0.map { ErrorQuantiles.bounds($0.sorted(), tail: tail) } }
  }

  /// The interval around an expected count.
  /// - Parameters:
  ///   - value: expected, 0 or more.
  ///   - phase: its place in the week.
  ///   - week: the week after the origin, from 0.
  func interval(around value: Double, phase: Int, week: Int) -> ClosedRange<Double> {
    let bound = bounds[min(week, ErrorQuantiles.leads - 1)][groups[phase]]
    let scale = ErrorQuantiles.scale(value)
    return max(0, value + bound.lowerBound * scale)...(value + bound.upperBound * scale)
  }

  /// The first week after the origin, and later ones.
  private static let leads = 2

  private static func scale(_ expected: Double) -> Double { (expected + 1).squareRoot() }

  /// The quantiles of errors in increasing order; never past 0, so that the interval holds what is expected.
  private static func bounds(_ errors: [Double], tail: Double) -> ClosedRange<Double> {
    min(0, errors.quantile(tail) ?? 0)...max(0, errors.quantile(1 - tail) ?? 0)
  }

  /// The group of each phase: as many phases in each, from the fewest expected to the most.
  private static func groups(_ expected: [Double?], count: Int) -> [Int] {
    let order = expected.indices.sorted { (expected[$0] ?? 0, $0) < (expected[$1] ?? 0, $1) }
    var groups = [Int](repeating: 0, count: expected.count)
    for (rank, phase) in order.enumerated() { groups[phase] = rank * count / expected.count }
    return groups
  }
}
