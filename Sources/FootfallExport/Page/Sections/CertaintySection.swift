internal import FootfallAnalytics
internal import FootfallCore

/// The counts of audited lines, each with the range in which the true one lies.
struct CertaintySection {
  let camera: CameraSection
  /// The intervals as `report.json` has them, ranges included.
  let series: [ReportDocument.Interval]

  /// More rows are folded away.
  private static let mostOpenRows = 24

  var markup: Markup {
    guard let level = ranges.first?.level else { return "" }
    let table = table
    let shown: Markup =
      series.count <= Self.mostOpenRows
      ? table : "<details><summary>Show the numbers</summary>\(table)</details>"
    return """
      <article class="card"><h3>How sure the counts are</h3>
      <p class="sub">With a probability of \(Wording.percent(level)) the true number of crossings lies in the range below \
      each count. It follows from the audit of the line, and is wider where less was filmed.</p>\(shown)</article>
      """
  }

  private var ranges: [ReportDocument.Interval.CountInterval] {
    series.flatMap { interval in interval.lines.values.flatMap { [$0.interval?.in, $0.interval?.out] } }
      .compactMap { $0 }
  }

  /// The lines that were audited, in the order of the scene.
  private var lines: [String] {
    camera.result.lines.map(\.line.id).filter { id in series.contains { $0.lines[id]?.interval != nil } }
  }

  private var table: Markup {
    let lines = lines
    let heads = lines.map { id -> Markup in
      "<th scope=\"col\" class=\"n\">\(id), in</th><th scope=\"col\" class=\"n\">out</th>"
    }
    // Not those of the charts, which may be shorter or longer.
    let slots = ChartSlot.slots(for: camera.result.intervals, clock: camera.info.clock, limit: .max)
    let axis = TimeAxis(slots: slots, clock: camera.info.clock)
    let rows = series.enumerated().map { index, interval -> Markup in
      let cells = lines.map { id -> Markup in
        let tally = interval.lines[id]
        return cell(tally?.in, tally?.interval?.in).joined(cell(tally?.out, tally?.interval?.out))
      }
      return """
        <tr><th scope="row">\(axis.label(index))</th><td class="n">\(Wording.percent(interval.coverage))</td>\(cells)</tr>
        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Counts and their ranges"><table><thead><tr>\
      <th scope="col">Time</th><th scope="col" class="n">Filmed</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  private func cell(_ count: Int?, _ range: ReportDocument.Interval.CountInterval?) -> Markup {
    guard let count else { return "<td class=\"n\">–</td>" }
    let text = range.map { "\(Wording.count($0.low)) to \(Wording.count($0.high))" } ?? "range not known"
    return "<td class=\"n\">\(Wording.count(count))<span class=\"cut\">\(text)</span></td>"
  }
}
