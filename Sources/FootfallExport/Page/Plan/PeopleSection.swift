internal import FootfallPlanning

/// Who works how much, against their contracts and wishes.
struct PeopleSection {
  let report: PlanReport

  var markup: Markup {
    guard !report.problem.employees.isEmpty else { return "" }
    return """
      <article class="card" id="people"><h3>People</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="People"><table><thead><tr>\
      <th scope="col">Employee</th><th scope="col">Skills</th><th scope="col" class="n">Shifts</th>\
      <th scope="col" class="n">Paid</th><th scope="col" class="n">Contract, a week</th>\
      <th scope="col" class="n">Wishes not met</th></tr></thead>\
      <tbody>\(report.problem.employees.map(row))</tbody></table></div>\(short)</article>

      """
  }

  private func row(_ employee: Employee) -> Markup {
    let shifts = report.shifts(of: employee)
    let contract = employee.contract
    let most = contract.greatestWeekMinutes.map(Wording.hours) ?? "any"
    let hours =
      contract.leastWeekMinutes == contract.greatestWeekMinutes
      ? most : "\(Wording.hours(contract.leastWeekMinutes)) to \(most)"
    let broken = employee.wishes.count { $0.isBroken(by: shifts.map(\.minutes)) }
    return """
      <tr><th scope="row">\(employee.id)</th><td>\(employee.skills.sorted().joined(separator: ", "))</td>\
      <td class="n">\(Wording.count(shifts.count))</td>\
      <td class="n">\(Wording.hours(shifts.reduce(0) { $0 + $1.paidMinutes }))</td><td class="n">\(hours)</td>\
      <td class="n">\(employee.wishes.isEmpty ? "–" : "\(broken) of \(employee.wishes.count)")</td></tr>
      """
  }

  private var short: Markup {
    guard !report.shortWeeks.isEmpty else { return "" }
    let lines = report.shortWeeks.map { short -> Markup in
      let (worked, least) = (Wording.hours(short.worked), Wording.hours(short.least))
      return "<li>\(short.employee), \(short.week): \(worked) of at least \(least).</li>"
    }
    return "<p class=\"sub\">Less than the contract says:</p><ul class=\"sub\">\(lines)</ul>"
  }
}
