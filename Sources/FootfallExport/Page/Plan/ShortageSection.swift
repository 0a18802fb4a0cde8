internal import FootfallCore
internal import FootfallPlanning

/// Where people are missing, why nobody else is there, and what one more person would change.
struct ShortageSection {
  let report: PlanReport

  var markup: Markup {
    let stretches = ShortageStretch.joined(report.shortages).sorted {
      ($0.intervals.lowerBound, $0.role) < ($1.intervals.lowerBound, $1.role)
    }
    guard !stretches.isEmpty else { return "" }
    return """
      <article class="card" id="missing"><h3>Where people are missing, and why</h3>\(extra)
      <div class="scroll" tabindex="0" role="region" aria-label="Shortages"><table><thead><tr>\
      <th scope="col">When</th><th scope="col">Role</th><th scope="col" class="n">Missing</th>\
      <th scope="col">What keeps the others away</th></tr></thead>\
      <tbody>\(stretches.map(row))</tbody></table></div></article>

      """
  }

  private func row(_ stretch: ShortageStretch) -> Markup {
    let demand = report.problem.demand
    let from = demand.minutes(of: stretch.intervals.lowerBound).lowerBound
    let to = demand.minutes(of: stretch.intervals.upperBound - 1).upperBound
    let reasons = stretch.reasons.map { reason -> Markup in
      "<li><b>\(reason.code.words)</b>: \(Wording.list(reason.employees))</li>"
    }
    return """
      <tr><th scope="row">\(time(from..<to))</th>\
      <td>\(report.problem.roles[stretch.role].id)</td><td class="n">\(stretch.missing)</td>\
      <td class="why"><ul>\(reasons)</ul></td></tr>
      """
  }

  /// `Wed 2 Dec, 18:00–18:15`.
  private func time(_ minutes: Range<Int>) -> String {
    let horizon = report.problem.horizon
    let number = horizon.day(at: minutes.lowerBound).map { horizon.days[$0].number } ?? 0
    let day = CivilTime(milliseconds: Int64(number) * CivilTime.millisecondsPerDay)
    return "\(day.shortDateText), \(horizon.clockText(at: minutes.lowerBound))–"
      + horizon.clockText(at: minutes.upperBound)
  }

  private var extra: Markup {
    guard !report.extraPersons.isEmpty else { return "" }
    let lines = report.extraPersons.map { person -> Markup in
      let (before, after) = (
        Wording.hours(person.underMinutesBefore), Wording.hours(person.underMinutesAfter)
      )
      return """
        <li>One more person with the skill <b>\(person.skill)</b>: \(after) missing instead of \(before), in \
        \(Wording.count(person.shifts.count, "shift", "shifts")).</li>
        """
    }
    return "<ul class=\"extra sub\">\(lines)</ul>"
  }
}

extension ShortageReason.Code {
  /// The reason in words.
  var words: String {
    switch self {
    case .noSkill: "no skill for it"
    case .shiftRules: "no shift may have this shape"
    case .unavailable: "not available"
    case .alreadyOn: "working that day already"
    case .pinned: "bound by a pinned shift"
    case .splitGap: "gap of a split day"
    case .rest: "rest between shifts"
    case .minMinutesDay: "day would be too short"
    case .maxMinutesDay: "day would be too long"
    case .maxMinutesWeek: "hours of the week"
    case .maxDaysWeek: "days of the week"
    case .consecutiveDays: "days in a row"
    case .weekends: "weekends"
    case .rollingWindow: "rolling window"
    case .costTradeOff: "would cost more than it saves"
    case .improvable: "allowed; the search did not get to it"
    }
  }
}
