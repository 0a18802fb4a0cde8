internal import FootfallAnalytics
internal import FootfallCore

/// A table of all zones: who came, and how long they stayed.
struct ZonesSection {
  let camera: CameraSection

  var markup: Markup {
    guard !camera.result.zones.isEmpty else { return "" }
    let spark: Markup = hasSeries ? "<th scope=\"col\">Over time</th>" : ""
    return """
      <article class="card"><h3>Zones</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Zones"><table class="zones"><thead><tr>\
      <th scope="col">Zone</th><th scope="col" class="n">Visits</th><th scope="col" class="n">Visitors</th>\
      <th scope="col" class="n">Typical stay</th><th scope="col" class="n">Average stay</th>\
      <th scope="col" class="n">9 of 10 stay under</th><th scope="col">Length of stay</th>\
      <th scope="col" class="n">Time in all</th><th scope="col" class="n">Average at once</th>\
      <th scope="col" class="n">Most at once</th>\(spark)</tr></thead>\
      <tbody>\(camera.result.zones.indices.map(row))</tbody></table></div>\(footnote)</article>
      """
  }

  private var hasSeries: Bool { camera.slots.count > 2 }

  private var longest: Double { camera.result.zones.compactMap { $0.dwell?.p90 }.max() ?? 0 }

  private func row(_ index: Int) -> Markup {
    let zone = camera.result.zones[index]
    return """
      <tr><th scope="row"><i class="dot c\(index % 8)"></i>\(zone.zone.id) <span class="kind">\(zone.zone.kind.rawValue)\
      </span></th><td class="n">\(Wording.count(zone.visits.count))\(censored(zone))</td>\
      <td class="n">\(Wording.count(zone.visitors))</td>\(dwell(zone))\
      <td class="n">\(Wording.duration(seconds: zone.personSeconds))</td>\
      <td class="n">\(zone.occupancy.mean.map(Wording.mean) ?? "–")</td>\
      <td class="n">\(zone.occupancy.max.map(Wording.count) ?? "–")</td>\
      \(hasSeries ? spark(index) : "")</tr>
      """
  }

  private func dwell(_ zone: ZoneResult) -> Markup {
    guard let dwell = zone.dwell else {
      return "<td class=\"n\">–</td><td class=\"n\">–</td><td class=\"n\">–</td><td></td>"
    }
    let mark = zone.censoredVisits > 0 ? "≥ " : ""
    let cells = [dwell.median, dwell.mean, dwell.p90].map { seconds -> Markup in
      "<td class=\"n\">\(mark)\(Wording.duration(seconds: seconds))</td>"
    }
    return "\(cells)<td class=\"chart\">\(SmallBars.dwell(dwell, longest: longest))</td>"
  }

  private func spark(_ index: Int) -> Markup {
    "<td class=\"chart\">\(SmallBars.series(camera.slots.map { $0.zones[index] }))</td>"
  }

  private func censored(_ zone: ZoneResult) -> Markup {
    let count = zone.censoredVisits
    guard count > 0 else { return "" }
    return """
      <span class="cut" title="The beginning or end of \(count) was not seen">\(Wording.count(count)) cut short</span>
      """
  }

  private var footnote: Markup {
    return """
      <p class="sub"><b>Typical stay</b>: half of the visits last longer; it is the mark on the bar. The bar ends where nine of ten \
      visits have ended. <b>Time in all</b> adds up the time of everybody.\(censoringNote)</p>
      """
  }

  private var censoringNote: Markup {
    guard camera.result.zones.contains(where: { $0.censoredVisits > 0 }) else { return "" }
    return """
       <b>Cut short</b>: the person was lost from sight inside, or the recording began or ended; the true stay was \
      longer, hence “≥”.
      """
  }
}
