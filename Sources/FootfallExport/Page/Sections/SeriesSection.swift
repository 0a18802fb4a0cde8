internal import FootfallAnalytics
internal import FootfallCore

/// Charts over time, with their numbers below for those who want or need them.
struct SeriesSection {
  let camera: CameraSection

  private struct Series {
    var title: String
    var tallies: [IntervalResult.LineTally?]
  }

  var markup: Markup {
    guard let first = camera.slots.first else { return "" }
    let length = camera.slots.lazy.map { ($0.end - $0.start).wholeNanoseconds / 1_000_000 }.max() ?? 0
    let charts = series.map { series -> Markup in
      CrossingChart(axis: camera.axis, title: series.title, tallies: series.tallies).markup
    }
    let view = OccupancyChart(axis: camera.axis, title: "People in view", occupancy: camera.slots.map(\.view))
    let hatched = camera.slots.contains(where: \.isGap) ? " Hatched: no footage." : ""
    let faded = camera.slots.contains { !$0.isGap && !$0.isComplete } ? " Pale bars: only partly filmed." : ""
    let date = camera.axis.spansDays ? "" : camera.info.clock.local(at: first.start).dateText + ". "
    return """
      <article class="card"><h3>Over time</h3>
      <p class="sub">\(date)Each step is \(Wording.span(milliseconds: length)).\(faded)\(hatched)</p>
      \(charts)\(view.markup)\(camera.axis.markup)
      <details><summary>Show the numbers</summary>\(table)</details></article>
      """
  }

  /// Store traffic first, then every line that tells more than it does.
  private var series: [Series] {
    var all: [Series] = []
    let lines = camera.result.lines
    let entrances = lines.filter { $0.line.kind == .entrance }.count
    if entrances > 0 {
      all.append(Series(title: "In and out of the store", tallies: camera.slots.map(\.traffic)))
    }
    for (index, line) in lines.enumerated() where line.line.kind != .entrance || entrances > 1 {
      let note = line.line.kind == .entrance ? "all crossings" : line.line.kind.meaning
      all.append(
        Series(title: "\(line.line.id) (\(note))", tallies: camera.slots.map { $0.lines?[index] }))
    }
    return all
  }

  private var table: Markup {
    let series = series
    let heads = series.map { series -> Markup in
      """
      <th scope="col" class="n">\(series.title), in</th><th scope="col" class="n">out</th>
      """
    }
    let rows = camera.slots.enumerated().map { index, slot -> Markup in
      let cells = series.map { series -> Markup in
        cell(series.tallies[index]?.entries).joined(cell(series.tallies[index]?.exits))
      }
      return """
        <tr><th scope="row">\(camera.axis.label(index))</th><td class="n">\(Wording.percent(slot.coverage))</td>\
        \(cells)<td class="n">\(slot.view.mean.map(Wording.mean) ?? "–")</td>\(cell(slot.view.max))</tr>
        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Numbers over time"><table><thead><tr>\
      <th scope="col">Time</th><th scope="col" class="n">Filmed</th>\(heads)\
      <th scope="col" class="n">In view, average</th><th scope="col" class="n">most</th></tr></thead>\
      <tbody>\(rows)</tbody></table></div>
      """
  }

  private func cell(_ number: Int?) -> Markup {
    guard let number else { return "<td class=\"n\">–</td>" }
    return "<td class=\"n\">\(Wording.count(number))</td>"
  }
}

extension CountingLine.Kind {
  /// The kind in words.
  var meaning: String {
    switch self {
    case .entrance: "entrance"
    case .passersby: "passing by"
    case .internal: "inside"
    }
  }
}
