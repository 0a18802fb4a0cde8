import FootfallPlanning

/// How well two weeks are forecast from 24 origins.
struct AucklandScores {
  /// What was forecast against what came, summed over sensors, origins and hours; hours that are missing are left out.
  struct Score {
    private var absolute = 0.0
    private var signed = 0.0
    private var counted = 0.0
    private var hours = 0.0
    private var inside = 0.0

    /// Σ|forecast − count| / Σ count.
    var error: Double { absolute / counted }
    /// Σ(forecast − count) / Σ count.
    var bias: Double { signed / counted }
    /// The share of hours whose count lies in the interval.
    var coverage: Double { inside / hours }

    mutating func add(_ value: Double, _ count: Double, isInside: Bool = false) {
      absolute += abs(value - count)
      signed += value - count
      counted += count
      hours += 1
      if isInside { inside += 1 }
    }
  }

  /// Every 28 days from Monday 2023-02-20 to 2024-11-25, in hours since 1970-01-01.
  static let origins = stride(from: 19_408, through: 20_052, by: 28).map { $0 * 24 }

  /// By week: hours 9 to 20, and all hours.
  private(set) var open = [Score(), Score()]
  private(set) var all = [Score(), Score()]
  /// The same of the counts of the week before the origin.
  private(set) var naive = [Score(), Score()]
  private(set) var naiveAll = [Score(), Score()]

  init(_ counts: AucklandCounts, parameters: ForecastParameters = .init(), weeksOfHistory: Int? = nil) throws
  {
    let forecaster = Forecaster(intervalMinutes: 60, days: SpecialDays([]), parameters: parameters)
    for series in counts.series {
      for origin in AucklandScores.origins {
        var history = series
        history.values = Array(series.values.prefix(origin - series.firstSlot))
        if let weeksOfHistory {
          history.firstSlot = origin - weeksOfHistory * 168
          history.values = Array(history.values.suffix(weeksOfHistory * 168))
        }
        let forecast = try forecaster.forecast(history, origin: origin, count: 336)
        add(forecast, series, origin)
      }
    }
  }

  private mutating func add(_ forecast: SeriesForecast, _ series: CountHistory, _ origin: Int) {
    let first = origin - series.firstSlot
    for (step, point) in forecast.points.enumerated() {
      let week = step / 168
      guard let count = series.values[first + step], let point else { continue }
      let isOpen = (9...20).contains((origin + step) % 24)
      let isInside = point.low <= count && count <= point.high
      all[week].add(point.value, count, isInside: isInside)
      if isOpen { open[week].add(point.value, count, isInside: isInside) }
      guard let last = series.values[first - 168 + step % 168] else { continue }
      naiveAll[week].add(last, count)
      if isOpen { naive[week].add(last, count) }
    }
  }

  /// The rows of docs/accuracy.md.
  var table: [String] {
    (0..<2).flatMap { week in
      [("9 to 20", open[week], naive[week]), ("24 h", all[week], naiveAll[week])].map { hours, ours, last in
        func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }
        return "| week \(week + 1), \(hours) | \(percent(last.error)) | \(percent(ours.error)) | "
          + "\(percent(1 - ours.error / last.error)) | \(percent(ours.bias)) | \(percent(ours.coverage)) |"
      }
    }
  }
}
