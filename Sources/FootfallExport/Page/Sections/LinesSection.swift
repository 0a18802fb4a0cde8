internal import FootfallAnalytics
internal import FootfallCore

/// A table of all lines.
struct LinesSection {
  let camera: CameraSection

  var markup: Markup {
    guard !camera.result.lines.isEmpty else { return "" }
    return """
      <article class="card"><h3>Lines</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Lines"><table><thead><tr>\
      <th scope="col">Line</th><th scope="col">Kind</th><th scope="col" class="n">Crossed in</th>\
      <th scope="col" class="n">Crossed out</th><th scope="col" class="n">People in</th>\
      <th scope="col" class="n">People out</th><th scope="col">Left out</th></tr></thead>\
      <tbody>\(camera.result.lines.map(row))</tbody></table></div>\(footnote)</article>
      """
  }

  private func row(_ line: LineResult) -> Markup {
    let traffic = line.traffic
    return """
      <tr><th scope="row">\(line.line.id)</th><td>\(line.line.kind.meaning)</td>\
      <td class="n">\(Wording.count(line.count(.in)))</td><td class="n">\(Wording.count(line.count(.out)))</td>\
      <td class="n strong">\(traffic.map { Wording.count($0.entries) } ?? "–")</td>\
      <td class="n strong">\(traffic.map { Wording.count($0.exits) } ?? "–")</td><td>\(leftOut(traffic))</td></tr>
      """
  }

  private func leftOut(_ traffic: LineResult.Traffic?) -> String {
    guard let traffic else { return "–" }
    var parts: [String] = []
    if traffic.excludedUturn > 0 {
      parts.append("\(Wording.count(traffic.excludedUturn)) of people who turned round")
    }
    if traffic.excludedStaff > 0 { parts.append("\(Wording.count(traffic.excludedStaff)) of staff") }
    return parts.isEmpty ? "none" : Wording.list(parts)
  }

  private var footnote: Markup {
    guard camera.result.lines.contains(where: { $0.traffic != nil }) else { return "" }
    return """
      <p class="sub">“Crossed” is every crossing. “People” leaves out staff and those who turned round at the door \
      and counts entrances only.</p>
      """
  }
}
