internal import FootfallPlanning

/// One day: demand against cover for each role, and below it who works when, on one time axis.
struct PlanDaySection {
  let view: PlanDayView

  /// Where links to the day lead.
  var anchor: String { "day-\(view.day.date)" }

  var markup: Markup {
    let charts = roles.map { CoverChart(view: view, role: $0).markup }
    return """
      <section class="day" id="\(anchor)"><h2>\(view.title)</h2>
      <p class="sub">\(facts)</p>
      <article class="card">\(charts)\(ShiftLanes(view: view).markup)
      <details><summary>Show the numbers</summary>\(table)</details></article></section>

      """
  }

  /// The roles that are needed or worked on the day.
  private var roles: [Int] {
    let (demand, cover) = (view.report.problem.demand, view.report.cover)
    return demand.required.indices.filter { role in
      view.intervals.contains {
        demand.required[role].indices.contains($0)
          && (demand.required[role][$0] > 0 || cover.scheduled[role][$0] > 0)
      }
    }
  }

  private var facts: String {
    let minutes = view.shifts.reduce(0) { $0 + $1.paidMinutes }
    let under = missing
    return Wording.count(view.shifts.count, "shift", "shifts") + ", " + Wording.hours(minutes) + " paid; "
      + (under == 0 ? "nobody is missing" : Wording.hours(under) + " missing")
  }

  private var missing: Int {
    let cover = view.report.cover
    return roles.reduce(0) { sum, role in
      view.intervals.clamped(to: 0..<cover.required[role].count).reduce(sum) {
        $0 + cover.under(role: role, interval: $1) * cover.intervalMinutes
      }
    }
  }

  private var table: Markup {
    let cover = view.report.cover
    let heads = roles.map { role -> Markup in
      """
      <th scope="col" class="n">\(view.report.problem.roles[role].id), needed</th><th scope="col" class="n">at work</th>
      """
    }
    let rows = view.intervals.clamped(to: 0..<view.report.problem.intervalCount).enumerated().map {
      slot, interval -> Markup in
      let cells = roles.map { role -> Markup in
        let isShort = cover.under(role: role, interval: interval) > 0
        let (required, scheduled) = (cover.required[role][interval], cover.scheduled[role][interval])
        return "<td class=\"n\">\(required)</td><td class=\"n\(isShort ? " lacking" : "")\">\(scheduled)</td>"
      }
      return "<tr><th scope=\"row\">\(view.axis.label(slot))</th>\(cells)</tr>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Numbers of \(view.title)"><table><thead><tr>\
      <th scope="col">Time</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }
}
