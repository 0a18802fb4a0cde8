internal import FootfallAnalytics
internal import FootfallCore

/// The few numbers that matter most, with a sentence that says them.
struct HeadlineSection {
  let camera: CameraSection

  var markup: Markup {
    """
    <p class="lead">\(sentence)</p>
    \(camera.notes)
    <ul class="tiles">\(people)\(entrances)\(groups)\(captureRate)\(busiest)\(favourite)</ul>
    """
  }

  private var result: CameraResult { camera.result }

  private func tile(_ name: String, _ value: Markup, _ detail: String) -> Markup {
    "<li><h3>\(name)</h3><p class=\"big\">\(value)</p><p class=\"sub\">\(detail)</p></li>"
  }

  private var people: Markup {
    let uniformed = result.uniformed.map { ", \(Wording.count($0.count)) by their uniform" } ?? ""
    let staff = result.staff.isEmpty ? "" : ", \(Wording.count(result.staff.count)) of them staff\(uniformed)"
    return tile(
      "People", "\(Wording.count(result.people))", "seen at camera \(camera.info.camera)\(staff)")
  }

  private var entrances: Markup {
    result.lines.map { line -> Markup in
      guard let traffic = line.traffic else { return "" }
      let left = traffic.excludedUturn + traffic.excludedStaff
      let excluded = Wording.count(left, "crossing", "crossings")
      let detail = left == 0 ? "through the door" : "\(excluded) left out, see below"
      return tile(
        line.line.id,
        """
        <span class="way in"><span>in</span> \(Wording.count(traffic.entries))</span> \
        <span class="way out"><span>out</span> \(Wording.count(traffic.exits))</span>
        """, detail)
    }.joined()
  }

  /// Who came in together counts once: what a shop sells to is often a group.
  private var groups: Markup {
    guard let entries = result.entries, let size = entries.meanUnitSize else { return "" }
    return tile(
      "Groups", "\(Wording.count(entries.units))",
      "who came in together or alone; \(Wording.fixed(size, decimals: 1)) people on average")
  }

  private var captureRate: Markup {
    guard result.hasPassersbyLine else { return "" }
    let passed = Wording.count(result.passersby, "person passed by", "people passed by")
    guard let rate = result.captureRate else {
      return tile("Capture rate", "–", "nobody came or passed by")
    }
    return tile("Capture rate", "\(Wording.percent(rate))", "came in; \(passed)")
  }

  /// The interval with the most people in, where there are several of a minute or more: shorter ones tell chance.
  private var busiestSlot: (slot: Int, entries: Int)? {
    guard camera.slots.count > 1, let first = camera.slots.first, first.end - first.start >= .seconds(60)
    else { return nil }
    var best: (slot: Int, entries: Int)?
    for (index, slot) in camera.slots.enumerated() {
      guard let entries = slot.traffic?.entries, entries > (best?.entries ?? 0) else { continue }
      best = (index, entries)
    }
    return best
  }

  private var busiest: Markup {
    guard let busiest = busiestSlot else { return "" }
    return tile(
      "Busiest time", "<span class=\"long\">\(camera.axis.label(busiest.slot))</span>",
      Wording.count(busiest.entries, "person in", "people in"))
  }

  private var favouriteZone: ZoneResult? {
    result.zones.filter { $0.zone.kind != .staff && $0.personSeconds > 0 }
      .max { $0.personSeconds < $1.personSeconds }
  }

  private var favourite: Markup {
    guard let zone = favouriteZone else { return "" }
    let visits = Wording.count(zone.visits.count, "visit", "visits")
    return tile(
      "Most time spent", "<span class=\"long\">\(zone.zone.id)</span>",
      "\(Wording.duration(seconds: zone.personSeconds)) in \(visits)")
  }

  private var sentence: Markup {
    var sentences: [Markup] = [
      "<b>\(Wording.count(result.people))</b> \(result.people == 1 ? "person was" : "people were") seen on \(camera.period)."
    ]
    let traffic = result.lines.compactMap(\.traffic)
    if !traffic.isEmpty {
      let (entries, exits) = traffic.reduce((0, 0)) { ($0.0 + $1.entries, $0.1 + $1.exits) }
      sentences.append(
        " <b>\(Wording.count(entries))</b> came in and <b>\(Wording.count(exits))</b> went out.")
    }
    if let busiest = busiestSlot {
      sentences.append(" It was busiest at <b>\(camera.axis.label(busiest.slot))</b>.")
    }
    if let zone = favouriteZone, let dwell = zone.dwell {
      sentences.append(
        """
         Most time was spent in <b>\(zone.zone.id)</b>; half of the visits there lasted longer than \
        <b>\(Wording.duration(seconds: dwell.median))</b>.
        """)
    }
    return sentences.joined()
  }
}
