internal import FootfallAnalytics
internal import FootfallCore

/// The first events one by one, folded away.
struct EventsSection {
  let camera: CameraSection

  /// Pages with more rows are slow on a phone; the rest is in the file for programs.
  private static let limit = 400

  var markup: Markup {
    let events = camera.result.events
    guard !events.isEmpty else { return "" }
    let shown = events.prefix(EventsSection.limit)
    return """
      <article class="card events"><details><summary><h3>Events</h3> <span class="sub">\
      \(Wording.count(events.count, "event", "events"))</span></summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Events"><table><thead><tr>\
      <th scope="col">Time</th><th scope="col" class="n">Into the recording</th><th scope="col">What</th>\
      <th scope="col">Where</th><th scope="col" class="n">Person</th></tr></thead>\
      <tbody>\(shown.map(row))</tbody></table></div>\(rest(shown: shown.count))</details></article>
      """
  }

  private func rest(shown: Int) -> Markup {
    let count = camera.result.events.count
    guard shown < count else { return "" }
    return """
      <p class="sub">The first \(Wording.count(shown)) of \(Wording.count(count)) events; all of them are in the \
      file \(ResultFileName.events).</p>
      """
  }

  private func row(_ event: Event) -> Markup {
    let local = camera.info.clock.local(at: event.time)
    let time = camera.axis.spansDays ? "\(local.shortDateText), \(local.secondText)" : local.secondText
    return """
      <tr><td>\(time)</td><td class="n">\(Wording.duration(seconds: event.time.seconds))</td>\
      <td>\(what(event))</td><td>\(place(event))</td><td class="n">\(event.track.number)</td></tr>
      """
  }

  private func what(_ event: Event) -> String {
    switch event {
    case .crossing(let crossing): return crossing.direction == .in ? "went in" : "went out"
    case .zoneEnter: return "visit began"
    case .zoneExit(let visit):
      let stay = Wording.duration(seconds: visit.dwell.inSeconds)
      switch visit.end {
      case .exited: return "visit ended after \(stay)"
      case .lost: return "lost from sight after \(stay)"
      case .endOfMedia: return "still there at the end, after \(stay)"
      }
    }
  }

  private func place(_ event: Event) -> String {
    switch event {
    case .crossing(let crossing): crossing.line
    case .zoneEnter(let visit), .zoneExit(let visit): visit.zone
    }
  }
}
