internal import FootfallAnalytics
internal import FootfallCore

/// The people in a store over time: the estimated mean in its band, and the most at once.
struct PresenceChart {
  let presence: ReportDocument.StorePresence
  let axis: TimeAxis

  /// Nil where times or the zone can't be read.
  init?(_ presence: ReportDocument.StorePresence, timeZone: String) {
    let bounds = presence.series.compactMap { interval -> (start: Int64, end: Int64)? in
      guard let start = WrittenTime(parsing: interval.start)?.milliseconds,
        let end = WrittenTime(parsing: interval.end)?.milliseconds
      else { return nil }
      return (start, end)
    }
    guard bounds.count == presence.series.count, let first = bounds.first,
      let clock = WallClock(startMilliseconds: first.start, timeZone: timeZone)
    else { return nil }
    self.presence = presence
    let slots = zip(bounds, presence.series).map { bounds, interval in
      func moment(_ milliseconds: Int64) -> MediaTime { .zero + .milliseconds(milliseconds - first.start) }
      var slot = ChartSlot(start: moment(bounds.start), end: moment(bounds.end))
      if interval.mean == nil { slot.lines = nil }
      return slot
    }
    axis = TimeAxis(slots: slots, clock: clock)
  }

  var markup: Markup {
    let series = presence.series
    let most = series.map { max(Double($0.max ?? 0), $0.high ?? 0) }.max() ?? 0
    let scale = ValueScale(up: most, height: 150)
    var panel = ChartPanel(
      axis: axis, scale: scale, title: "People in the store",
      legend: [
        ("mean", "average"), ("band", "its \(Wording.percent(presence.level)) range"),
        ("most", "most at once"),
      ],
      summary: "People in the store: chart of the estimated number over time; at most "
        + "\(Wording.count(series.compactMap(\.max).max() ?? 0)) at once")
    panel.gapName = "not known"
    let marks: Markup = """
      <svg width="100%" height="\(length: scale.height)" viewBox="0 0 \(series.count) \(length: scale.height)" \
      preserveAspectRatio="none"><path class="area" d="\(band(scale))"/>\
      <path class="mean" d="\(StepPath.line(series.map(\.mean), scale))"/>\
      <path class="most" d="\(StepPath.line(series.map { $0.max.map(Double.init) }, scale))"/></svg>
      """
    return panel.markup(marks: marks, slotTitles: series.indices.map(slotTitle)).joined(axis.markup)
  }

  private func band(_ scale: ValueScale) -> Markup {
    StepPath.area(
      presence.series.map { interval in interval.low.flatMap { low in interval.high.map { (low, $0) } } },
      scale)
  }

  private func slotTitle(_ slot: Int) -> String {
    let interval = presence.series[slot]
    guard let mean = interval.mean, let low = interval.low, let high = interval.high, let most = interval.max
    else { return "\(axis.label(slot)): not known" }
    return "\(axis.label(slot)): \(Wording.mean(mean)) on average (\(Wording.mean(low)) to "
      + "\(Wording.mean(high))), \(Wording.count(most)) at most"
  }
}
