import FootfallCore
import FootfallExport
import FootfallPlanning
import Logging

/// One run of `forecast`: from counts to the document.
struct ForecastRun {
  let table: CountTable
  let forecaster: Forecaster
  private let log: Logger

  init(table: CountTable, days: SpecialDays, log: Logger) {
    self.table = table
    forecaster = Forecaster(intervalMinutes: table.intervalMinutes, days: days)
    self.log = log
  }

  /// The forecast of all series.
  /// - Parameters:
  ///   - origin: the first time that is forecast, as the user wrote it; nil for the one after the last count.
  ///   - horizon: how far.
  /// - Throws: ``CommandError``.
  func document(origin text: String?, horizon: DurationArgument) throws -> ForecastDocument {
    let origin = try origin(text)
    let slots = origin..<origin + (try steps(horizon))
    var forecasts: [SeriesForecast] = []
    for series in table.series {
      let history = series.history(origin - forecaster.slotsLookedAt..<origin)
      forecasts.append(try forecast(history, slots))
    }
    log.info("forecast", metadata: ["series": "\(forecasts.count)", "intervals": "\(slots.count)"])
    warnOfHistories(forecasts, before: origin)
    return ForecastDocument(
      forecasts, origin: origin,
      starts: table.clock.starts(of: slots, intervalMinutes: table.intervalMinutes),
      timeZone: table.clock.timeZone, intervalMinutes: table.intervalMinutes,
      level: forecaster.parameters.level)
  }

  private var interval: Int64 { Int64(table.intervalMinutes) * 60_000 }

  private func origin(_ text: String?) throws -> Int {
    guard let text else {
      guard let last = table.series.compactMap(\.lastObserved).max() else {
        throw CommandError(
          "cannot forecast from \(table.path): every count is missing; two weeks of counts are needed",
          .badData)
      }
      return last + 1
    }
    guard let time = WrittenTime(parsing: text) else {
      throw CommandError(
        "--origin is \(text); a time is written as 2026-03-02, 2026-03-02T09:00 or 2026-03-02T09:00:00+01:00",
        .usage)
    }
    let local = table.clock.reading(of: time).milliseconds
    guard local % interval == 0 else {
      throw CommandError(
        "--origin is \(text); allowed: when an interval of \(table.intervalMinutes) min begins", .usage)
    }
    return Int(local / interval)
  }

  private func steps(_ horizon: DurationArgument) throws -> Int {
    let milliseconds = horizon.duration.components.seconds * 1000
    guard milliseconds % interval == 0 else {
      throw CommandError(
        "--horizon is \(horizon); allowed: a multiple of the interval, \(table.intervalMinutes)m", .usage)
    }
    return Int(milliseconds / interval)
  }

  private func forecast(_ history: CountHistory, _ slots: Range<Int>) throws -> SeriesForecast {
    do {
      return try forecaster.forecast(history, origin: slots.lowerBound, count: slots.count)
    } catch {
      let others = table.series.count > 1 ? "; choose others with --series" : ""
      let reason =
        switch error {
        case .shortHistory(let weeks, let fewest):
          "it has \(weeks) whole \(weeks == 1 ? "week" : "weeks") of counts before \(time(slots.lowerBound)); allowed: \(fewest) or more"
        case .missing(let share, let most):
          "\((share * 100).fixed(0)) % of the two weeks before \(time(slots.lowerBound)) are missing; allowed: up to "
            + "\((most * 100).fixed(0)) %"
        }
      throw CommandError("cannot forecast \(history.id) of \(table.path): \(reason)\(others)", .badData)
    }
  }

  /// The time at which a slot begins, as the output tells it.
  func time(_ slot: Int) -> String {
    let starts = table.clock.starts(of: slot..<slot + 1, intervalMinutes: table.intervalMinutes)
    return starts.first?.text ?? ""
  }
}
