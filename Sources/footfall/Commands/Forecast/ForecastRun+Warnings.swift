import FootfallExport
import FootfallPlanning

/// What the user should know about the counts although they are forecast: one line each on standard error.
extension ForecastRun {
  /// More spikes than this are counted and not listed.
  private static let mostListed = 5

  func warnOfHistories(_ forecasts: [SeriesForecast], before origin: Int) {
    for line in table.misdatedLines {
      Warning.print(
        "\(table.path):\(line): start has the date of another day, while a row of its time is missing between its "
          + "neighbours; its counts are taken as missing")
    }
    var gaps: [String] = []
    for (series, forecast) in zip(table.series, forecasts) {
      let stretch = origin - forecast.weeks * 7 * 1440 / table.intervalMinutes..<origin
      let wanted = table.clock.count(of: stretch, intervalMinutes: table.intervalMinutes)
      let missing = wanted - series.observed(in: stretch)
      if missing > 0 { gaps.append("\(series.id) \(missing) of \(wanted)") }
      if forecast.isMeanOfWeeks {
        Warning.print(
          "short history: \(series.id) of \(table.path) has \(forecast.weeks) weeks, and their mean is its forecast; from "
            + "\(forecaster.parameters.ensembleWeeks) weeks on three methods are averaged")
      }
      warnOfSpikes(in: series, stretch)
    }
    if !gaps.isEmpty {
      Warning.print(
        "intervals of \(table.path) that are missing, and not taken for 0, in the weeks learnt from: "
          + SceneParser.listed(gaps))
    }
  }

  private func warnOfSpikes(in series: CountSeries, _ stretch: Range<Int>) {
    let history = series.history(stretch)
    let spikes = history.spikes(intervalMinutes: table.intervalMinutes)
    for slot in spikes.prefix(Self.mostListed) {
      let place = series.line(ofSlot: slot).map { ":\($0)" } ?? ""
      let value = history.values[slot - history.firstSlot] ?? 0
      Warning.print(
        "\(table.path)\(place): \(series.id) is \(value.fixed(0)) at \(time(slot)), more than 10 times the median of that "
          + "time of the week; it is used as it is")
    }
    if spikes.count > Self.mostListed {
      Warning.print("\(table.path): \(spikes.count - Self.mostListed) more such counts of \(series.id)")
    }
  }
}
