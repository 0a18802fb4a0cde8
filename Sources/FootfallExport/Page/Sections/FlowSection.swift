internal import FootfallAnalytics

/// The ways of people between zones.
struct FlowSection {
  let camera: CameraSection

  var markup: Markup {
    let transitions = camera.result.transitions
    guard let diagram = FlowDiagram(transitions) else { return "" }
    return """
      <article class="card"><h3>Ways between zones</h3>
      <p class="sub">From where people came (left) and where they went next (right). The wider, the more often.</p>
      \(diagram.markup)
      <details><summary>Show the numbers</summary>\(table(transitions))</details></article>
      """
  }

  private func table(_ transitions: TransitionCounts) -> Markup {
    let heads = (transitions.zones + ["Left"]).map { name -> Markup in
      "<th scope=\"col\" class=\"n\">\(name)</th>"
    }
    let rows = zip(["Arrived"] + transitions.zones, transitions.counts).map { name, counts -> Markup in
      let cells = counts.map { "<td class=\"n\">\(Wording.count($0))</td>" as Markup }
      return "<tr><th scope=\"row\">\(name)</th>\(cells)</tr>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Ways between zones"><table><thead><tr>\
      <th scope="col">From ↓ to →</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }
}
