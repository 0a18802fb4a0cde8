import FootfallExport
import FootfallPlanning

/// The judgement about a plan as text for people.
struct PlanCheckText {
  private let checked: CheckedPlan

  private var report: PlanReport { checked.report }
  private var horizon: PlanHorizon { report.problem.horizon }

  init(_ checked: CheckedPlan) { self.checked = checked }

  /// Lines that end in a line feed: the faults, or a summary.
  var text: String {
    let faults =
      report.violations.map(\.description)
      + checked.mismatches.map { mismatch in
        "\(mismatch.pointer): stated as \(mismatch.stated.fixed(4)); allowed: \(mismatch.recomputed.fixed(4)), "
          + "what the shifts give"
      }
    let lines = faults.isEmpty ? ["\(checked.path): no rule is broken"] + summary : faults
    return lines.map { $0 + "\n" }.joined()
  }

  private var summary: [String] {
    let shifts = report.plan.shifts
    let people = Set(shifts.compactMap(\.employee)).count
    let open = shifts.count { $0.employee == nil }
    let paid = shifts.reduce(0) { $0 + $1.paidMinutes }
    var lines = [
      "  paid       \(hours(paid)) in \(shifts.count) shifts of \(people) people"
        + (open > 0 ? ", \(open) of them open" : "")
    ]
    guard checked.hasDemand else { return lines + ["  cover      not known: the plan has no requirements"] }
    let cover = report.cover.totals()
    let covered =
      cover.required > 0 ? Double(cover.required - cover.under) / Double(cover.required) * 100 : 100
    lines.append(
      "  cover      \(covered.fixed(1)) % of \(hours(cover.required)) needed; missing \(hours(cover.under)), "
        + "not needed \(hours(cover.over))")
    lines.append("  objective  \(report.terms.total.fixed(2)): \(terms)")
    return lines + shortages + extraPersons + shortWeeks
  }

  private var terms: String {
    let terms = report.terms
    return [
      ("under", terms.under), ("over", terms.over), ("labour", terms.labour), ("wishes", terms.wishes),
      ("minimum hours", terms.minimumHours), ("fairness", terms.fairness), ("changes", terms.changes),
      ("start times", terms.startTimes),
    ].map { "\($0.0) \($0.1.fixed(2))" }.joined(separator: ", ")
  }

  private var shortages: [String] {
    ShortageStretch.joined(report.shortages).map { stretch in
      let demand = report.problem.demand
      let minutes =
        demand.minutes(of: stretch.intervals.lowerBound)
        .lowerBound..<demand.minutes(
          of: stretch.intervals.upperBound - 1
        ).upperBound
      let reasons = stretch.reasons.map { "\($0.code.rawValue) \($0.employees.joined(separator: " "))" }
      return
        "  \(horizon.text(of: minutes)) \(report.problem.roles[stretch.role].id): \(stretch.missing) missing"
        + (reasons.isEmpty ? "" : "; " + reasons.joined(separator: "; "))
    }
  }

  private var extraPersons: [String] {
    report.extraPersons.map { person in
      "  one more person with skill \(person.skill): missing \(hours(person.underMinutesAfter)) instead of "
        + "\(hours(person.underMinutesBefore)), in \(person.shifts.count) "
        + (person.shifts.count == 1 ? "shift" : "shifts")
    }
  }

  private var shortWeeks: [String] {
    report.shortWeeks.map { short in
      "  \(short.employee), \(short.week): \(short.worked) of at least \(short.least) paid minutes"
    }
  }

  private func hours(_ minutes: Int) -> String { "\((Double(minutes) / 60).fixed(2)) h" }
}
