/// The people in the store, as the counts at all entrances and the opening hours tell.
struct PresenceSection {
  let presence: ReportDocument.StorePresence?
  let timeZone: String

  var markup: Markup {
    guard let presence, let chart = PresenceChart(presence, timeZone: timeZone) else { return "" }
    return """
      <section class="camera" aria-labelledby="store-presence"><h2 id="store-presence">People in the store</h2>
      <p class="lead">\(sentence(presence, chart.axis))</p>
      <article class="card">\(chart.markup)
      <p class="sub">Estimated from all who came in and went out and from the opening hours: the store is empty before \
      it opens and after it closes, and never holds fewer than nobody. The range holds the true average with a probability \
      of \(Wording.percent(presence.level)).</p>
      <details><summary>Show the numbers</summary>\(table(presence, chart.axis))</details></article></section>

      """
  }

  private func sentence(_ presence: ReportDocument.StorePresence, _ axis: TimeAxis) -> Markup {
    let fullest = presence.series.enumerated().max { ($0.element.max ?? -1) < ($1.element.max ?? -1) }
    guard let fullest, let most = fullest.element.max else {
      return "How many people were inside is not known: too little was filmed between two empty moments."
    }
    return """
      At most <b>\(Wording.count(most))</b> \(most == 1 ? "person was" : "people were") inside at once, at \
      <b>\(axis.label(fullest.offset))</b>.
      """
  }

  private func table(_ presence: ReportDocument.StorePresence, _ axis: TimeAxis) -> Markup {
    let rows = presence.series.enumerated().map { index, interval -> Markup in
      let range =
        interval.low.flatMap { low in interval.high.map { "\(Wording.mean(low)) to \(Wording.mean($0))" } }
        ?? "–"
      return """
        <tr><th scope="row">\(axis.label(index))</th><td class="n">\(interval.mean.map(Wording.mean) ?? "–")</td>\
        <td class="n">\(range)</td><td class="n">\(interval.max.map(Wording.count) ?? "–")</td></tr>
        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="People in the store over time"><table><thead><tr>\
      <th scope="col">Time</th><th scope="col" class="n">Average</th><th scope="col" class="n">Range</th>\
      <th scope="col" class="n">Most at once</th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }
}
