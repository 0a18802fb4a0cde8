internal import FootfallAnalytics
internal import FootfallCore

/// A table of how long people really stay in the zones, and how many stay long enough to be engaged.
struct StaysSection {
  let camera: CameraSection

  private var zones: [(index: Int, zone: ZoneResult)] {
    camera.result.zones.enumerated().filter { !$0.element.visits.isEmpty }.map { ($0.offset, $0.element) }
  }

  var markup: Markup {
    guard !zones.isEmpty else { return "" }
    return """
      <article class="card"><h3>Length of stay</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Length of stay"><table><thead><tr>\
      <th scope="col">Zone</th><th scope="col" class="n">Visits</th><th scope="col" class="n">Cut short</th>\
      <th scope="col" class="n">A quarter stay under</th><th scope="col" class="n">Half stay under</th>\
      <th scope="col" class="n">Three quarters stay under</th><th scope="col" class="n">9 of 10 stay under</th>\
      <th scope="col" class="n">Engaged</th><th scope="col" class="n">Under a minute</th></tr></thead>\
      <tbody>\(zones.map { row($0.zone, $0.index) })</tbody></table></div>\(footnote)</article>
      """
  }

  private func row(_ zone: ZoneResult, _ index: Int) -> Markup {
    let stays = zone.kaplanMeier
    let cells = [0.25, 0.5, 0.75, 0.9].map { share -> Markup in
      let interval = share == 0.5 ? IntervalText.seconds(stays.medianInterval) : ""
      return "<td class=\"n\">\(IntervalText.seconds(stays.quantile(share)))\(interval)</td>"
    }
    return """
      <tr><th scope="row"><i class="dot c\(index % 8)"></i>\(zone.zone.id)</th>\
      <td class="n">\(Wording.count(stays.count))</td><td class="n">\(Wording.count(stays.censored))</td>\(cells)\
      \(engagement(zone))\(rate(zone.bounces, note: ""))</tr>
      """
  }

  private func engagement(_ zone: ZoneResult) -> Markup {
    guard let least = zone.engagedTime else { return "<td class=\"n\">–</td>" }
    return rate(zone.engagement, note: ", \(Wording.duration(seconds: least.inSeconds)) or more")
  }

  private func rate(_ proportion: Proportion?, note: String) -> Markup {
    guard let proportion else { return "<td class=\"n\">–</td>" }
    return "<td class=\"n\">\(IntervalText.rate(proportion, note: note))</td>"
  }

  private var footnote: Markup {
    """
    <p class="sub">Visits that were <b>cut short</b> (someone lost from sight, or inside when the recording began or \
    ended) count as lasting at least as long as was seen (Kaplan and Meier’s estimate); “–” is more than they tell. \
    Small figures: the range in which the true value lies with 95 % probability. <b>Engaged</b>: stayed for as \
    long as stated, of all visits. <b>Under a minute</b>: seen to leave within one.</p>
    """
  }
}
