import FootfallExport
import FootfallPlanning

/// Reads nodes into a ``RulesFile`` and refuses what the format does not know.
struct RulesParser {
  /// The file as the user named it.
  var path: String

  func rules(from root: YAMLValue) throws(SceneError) -> RulesFile {
    let file = try root.mapping()
    try file.requireVersion1()
    try file.allowOnly([
      "version", "intervalMinutes", "businessDayStart", "openingHours", "exceptions", "roles",
    ])
    let hours = BusinessCalendar(
      week: try week(file.required("openingHours", "hours by day: {mon: 09:00-20:00}")),
      exceptions: try exceptions(file["exceptions"]))
    var result = RulesFile(
      rules: StaffingRules(
        intervalMinutes: try intervalMinutes(file["intervalMinutes"]),
        businessDayStart: try file["businessDayStart"].map(timeOfDay) ?? 0, openingHours: hours, roles: []),
      series: [], positions: [:], path: path)
    try addRoles(file.required("roles", "a list of roles"), to: &result)
    return result
  }

  private func intervalMinutes(_ value: YAMLValue?) throws(SceneError) -> Int {
    guard let value else { return 15 }
    let minutes = try value.number()
    guard [15, 30, 60].contains(minutes) else {
      throw value.error("intervalMinutes is \(value.printed); allowed: 15, 30, 60")
    }
    return Int(minutes)
  }

  private func timeOfDay(_ value: YAMLValue) throws(SceneError) -> Int {
    guard let minutes = ClockText.minutes(try value.text().value), minutes < 1440 else {
      throw value.error("\(value.label) is \(value.printed); allowed: 00:00 to 23:59")
    }
    return minutes
  }

  private func week(_ value: YAMLValue) throws(SceneError) -> [[BusinessCalendar.Span]] {
    let mapping = try value.mapping()
    let days = WeekdayName.allCases.map(\.rawValue)
    try mapping.allowOnly(days)
    var week: [[BusinessCalendar.Span]] = []
    for day in days { week.append(try mapping[day].map(spans) ?? []) }
    return week
  }

  private func exceptions(_ value: YAMLValue?) throws(SceneError) -> [Int: [BusinessCalendar.Span]] {
    var exceptions: [Int: [BusinessCalendar.Span]] = [:]
    for element in try value?.list(of: "exception") ?? [] {
      let mapping = try element.mapping()
      try mapping.allowOnly(["date", "hours"])
      let date = try mapping.required("date", "a date like 2026-12-24")
      let day = try date.date()
      guard exceptions[day] == nil else {
        throw date.error("date \(date.printed) is given twice; each date once")
      }
      exceptions[day] = try spans(mapping.required("hours", "a time like 09:00-14:00, or closed"))
    }
    return exceptions
  }

  /// `09:00-20:00`, a list of such, or `closed`.
  private func spans(_ value: YAMLValue) throws(SceneError) -> [BusinessCalendar.Span] {
    guard value.isList else { return try value.text().value == "closed" ? [] : [try value.span()] }
    var spans: [BusinessCalendar.Span] = []
    for element in try value.list(of: "hours") { spans.append(try element.span()) }
    return spans
  }

  private func addRoles(_ value: YAMLValue, to file: inout RulesFile) throws(SceneError) {
    for element in try value.list(of: "role") {
      let id = try element.mapping().required("id", "a name").identifier()
      if let earlier = file.positions.updateValue(id.position, forKey: id.value) {
        throw SceneError(
          path: path, at: id.position,
          "role '\(id.value)' is given twice, first at line \(earlier.line); each id once")
      }
      let (rule, series) = try role(element, id: id.value)
      file.rules.roles.append(rule)
      file.series += series
    }
    if file.rules.roles.isEmpty { throw value.error("roles is an empty list; expected at least one role") }
  }
}
