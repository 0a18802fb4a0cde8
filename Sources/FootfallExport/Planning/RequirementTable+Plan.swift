public import FootfallPlanning

extension RequirementTable {
  /// The business days from the first requirement to the last; 1970-01-01 where there is no requirement.
  ///
  /// Left out is a first day of which the beginning is not told and nobody is needed: a forecast from midnight on tells
  /// the last hours of the business day before.
  /// - Parameter firstWeekday: on which contracts' weeks begin, 0 being Monday.
  /// - Throws: where the period is too long or the time zone unknown.
  public func horizon(firstWeekday: Int = 0) throws(DocumentError) -> PlanHorizon {
    let days = requirements.lazy.map(\.interval.businessDay)
    let last = days.max() ?? 0
    var first = days.min() ?? 0
    if first < last, isIdleRest(ofDay: first) { first += 1 }
    guard last - first < PlanHorizon.greatestDays else {
      throw DocumentError(
        "/requirements",
        "span \(last - first + 1) business days, \(ClockText.date(days: first)) to "
          + "\(ClockText.date(days: last)); allowed: up to \(PlanHorizon.greatestDays)")
    }
    guard
      let horizon = PlanHorizon(
        timeZone: timeZone, days: first...last, businessDayStart: businessDayStart, firstWeekday: firstWeekday
      )
    else { throw DocumentError("/timeZone", "is '\(timeZone)'; allowed: a name like Europe/London") }
    return horizon
  }

  /// Whether a business day is told from some later time on, and nobody is needed then.
  private func isIdleRest(ofDay day: Int) -> Bool {
    let rest = requirements.lazy.filter { $0.interval.businessDay == day }
    return rest.allSatisfy { $0.required == 0 && $0.interval.minute > businessDayStart }
  }

  /// The heads by role and interval of a period; 0 where nothing is said.
  /// - Parameter roles: the ids that there are.
  /// - Throws: for another role, an interval off the grid or outside the period, and one that is named twice.
  public func demand(on horizon: PlanHorizon, roles: [String]) throws(DocumentError) -> StaffDemand {
    let rows = requirements.map { requirement in
      DemandRow(
        role: requirement.role,
        milliseconds: requirement.interval.startMilliseconds..<requirement.interval.endMilliseconds,
        required: requirement.required)
    }
    return try StaffDemand(
      rows, every: horizon.evenMinutes(intervalMinutes), on: horizon, roles: roles)
  }
}
