internal import FootfallPlanning

/// The few numbers that say how good a plan is.
struct PlanHeadline {
  let report: PlanReport
  let currency: String?

  private var cover: (required: Int, scheduled: Int, under: Int, over: Int) { report.cover.totals() }
  private var paid: Int { report.plan.shifts.reduce(0) { $0 + $1.paidMinutes } }
  private var people: Int { Set(report.plan.shifts.compactMap(\.employee)).count }

  var markup: Markup {
    """
    <p class="lead">\(sentence)</p>
    \(notes)
    <ul class="tiles">\(tiles)</ul>

    """
  }

  private func tile(_ name: String, _ value: String, _ detail: String) -> Markup {
    "<li><h3>\(name)</h3><p class=\"big\">\(value)</p><p class=\"sub\">\(detail)</p></li>"
  }

  private var share: Double {
    cover.required == 0 ? 1 : Double(cover.required - cover.under) / Double(cover.required)
  }

  private var tiles: Markup {
    let open = report.plan.shifts.count { $0.employee == nil }
    let shifts = Wording.count(report.plan.shifts.count, "shift", "shifts")
    return [
      tile("Covered", Wording.percent(share), "of \(Wording.hours(cover.required)) needed"),
      tile(
        "Missing", Wording.hours(cover.under),
        cover.under == 0 ? "every interval is covered" : "see why, below the days"),
      tile("Not needed", Wording.hours(cover.over), "at work beyond what is needed"),
      tile(
        "Paid", Wording.hours(paid),
        open > 0 ? "\(shifts), \(Wording.count(open)) of them open" : "\(shifts)\(cost)"),
      quality,
    ].joined()
  }

  private var cost: String {
    guard let currency else { return "" }
    let rates = Dictionary(report.problem.employees.map { ($0.id, $0.hourlyCents) }) { first, _ in first }
    let cents = report.plan.shifts.reduce(0) { sum, shift in
      sum + (shift.employee.flatMap { rates[$0] ?? nil } ?? 0) * shift.paidMinutes / 60
    }
    return cents > 0 ? ", \(Wording.count(cents / 100)) \(currency)" : ""
  }

  private var quality: Markup {
    guard let solution = report.solution else {
      return tile("Objective", Wording.fixed(report.terms.total, decimals: 1), "less is better")
    }
    let gap = solution.gap(of: report.terms.total)
    return tile(
      "Room for better", gap == 0 ? "none" : "≤ \(Wording.percent(gap))",
      gap == 0 ? "proved: no plan is better" : "of the objective, by the bound that was proved")
  }

  private var sentence: Markup {
    let shifts = Wording.count(report.plan.shifts.count, "shift", "shifts")
    let persons = Wording.count(people, "person", "people")
    let missing: Markup =
      cover.under == 0
      ? "Everybody who is needed is there."
      : "<b>\(Wording.hours(cover.under))</b> of <b>\(Wording.hours(cover.required))</b> are missing."
    return "\(missing) <b>\(shifts)</b> for <b>\(persons)</b>, <b>\(Wording.hours(paid))</b> paid."
  }

  private var notes: Markup {
    guard !report.violations.isEmpty else { return "" }
    let lines = report.violations.prefix(20).map { "<li>\($0.description)</li>" as Markup }
    let count = Wording.count(report.violations.count, "rule is broken", "rules are broken")
    return "<div class=\"note\"><b>\(count): this plan may not be worked.</b><ul>\(lines)</ul></div>"
  }
}
