internal import FootfallCore

/// The horizontal axis that all charts of a camera share.
///
/// Positions are percentages, so that charts follow the width
/// of the page while their text keeps its size.
struct TimeAxis {
  let slots: [ChartSlot]
  let clock: WallClock

  /// Round distances between labels, in milliseconds: from a second to four weeks.
  private static let steps: [Int64] =
    [1, 2, 5, 10, 15, 30].map { $0 * 1000 }
    + [1, 2, 5, 10, 15, 30].map { $0 * 60_000 }
    + [1, 2, 3, 6, 12, 24, 48, 168, 672].map { $0 * 3_600_000 }

  /// The left edge of a slot, in percent of the width.
  func x(_ slot: Int) -> Double { 100 * Double(slot) / Double(max(1, slots.count)) }

  /// The width of a slot, in percent.
  var slotWidth: Double { 100 / Double(max(1, slots.count)) }

  /// `10:15–10:30`, with the date where the series has several.
  func label(_ slot: Int) -> String {
    let start = clock.local(at: slots[slot].start)
    let end = clock.local(at: slots[slot].end)
    let isSubMinute = (slots[slot].end - slots[slot].start).wholeNanoseconds % 60_000_000_000 != 0
    let times =
      isSubMinute ? "\(start.secondText)–\(end.secondText)" : "\(start.minuteText)–\(end.minuteText)"
    return spansDays ? "\(start.shortDateText), \(times)" : times
  }

  /// Whether the series touches more than one date.
  var spansDays: Bool {
    guard let first = slots.first, let last = slots.last else { return false }
    let lastMoment = MediaTime(nanoseconds: last.end.nanoseconds - 1_000_000)
    return clock.local(at: first.start).days != clock.local(at: lastMoment).days
  }

  /// The strip of times below the charts.
  var markup: Markup {
    let ticks = ticks()
    let texts = ticks.enumerated().map { index, tick -> Markup in
      let anchor: Markup = tick.x <= 0.5 ? "start" : tick.x >= 99.5 ? "end" : "middle"
      let kind: Markup = index % 3 == 0 ? "" : " class=\"minor\""
      return "<text x=\"\(length: tick.x)%\" y=\"14\" text-anchor=\"\(anchor)\"\(kind)>\(tick.label)</text>"
    }
    return """
      <div class="plot"><span></span><svg class="times" height="20" aria-hidden="true">\(texts)</svg></div>
      """
  }

  /// The percentages at which vertical guides stand.
  var guides: [Double] { ticks().map(\.x).filter { $0 > 0.5 && $0 < 99.5 } }

  private func ticks(limit: Int = 9) -> [(x: Double, label: String)] {
    guard let first = slots.first, let last = slots.last else { return [] }
    let length = (last.end - first.start).wholeNanoseconds / 1_000_000
    let slotLength = slots.lazy.map { ($0.end - $0.start).wholeNanoseconds / 1_000_000 }.max() ?? length
    let step =
      TimeAxis.steps.first { $0 % max(1, slotLength) == 0 && $0 * Int64(limit) >= length } ?? slotLength
    let boundaries = slots.map(\.start) + [last.end]
    let ticks = boundaries.enumerated().compactMap { index, time -> (x: Double, label: String)? in
      let local = clock.local(at: time)
      guard local.milliseconds.flooredQuotient(by: step) * step == local.milliseconds else { return nil }
      return (x(index), tickLabel(local, step: step))
    }
    if ticks.count > 1 { return ticks }
    let ends = (clock.local(at: first.start), clock.local(at: last.end))
    return [(0, tickLabel(ends.0, step: 1)), (100, tickLabel(ends.1, step: 1))]
  }

  private func tickLabel(_ local: CivilTime, step: Int64) -> String {
    if spansDays, local.millisecondsOfDay == 0 { return local.shortDateText }
    return step % 60_000 == 0 ? local.minuteText : local.secondText
  }
}
