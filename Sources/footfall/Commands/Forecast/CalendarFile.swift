import FootfallExport
import FootfallPlanning

/// Reads the holidays and events of a calendar file.
///
/// ```yaml
/// version: 1
/// days:
///   - {date: 2026-12-25, label: Christmas Day}
///   - {date: 2026-11-27, label: Black Friday, factor: 1.6}
/// ```
/// The list may also stand alone.
enum CalendarFile {
  /// The days of the file at `path`.
  /// - Throws: ``SceneError`` that names the line.
  static func read(_ path: String) throws(SceneError) -> SpecialDays {
    let root = try YAMLDocument.root(ofFile: path, kind: "calendar")
    var list = root
    if !root.isList {
      let file = try root.mapping()
      try file.requireVersion1()
      try file.allowOnly(["version", "days"])
      list = try file.required("days", "a list of days")
    }
    var days: [SpecialDays.Day] = []
    var lines: [Int: Int] = [:]
    for element in try list.list(of: "day") {
      let day = try day(element)
      if let line = lines.updateValue(element.position.line, forKey: day.day) {
        throw element.error(
          "date \(ClockText.date(days: day.day)) is given twice, first at line \(line); each date once")
      }
      days.append(day)
    }
    return SpecialDays(days)
  }

  private static func day(_ value: YAMLValue) throws(SceneError) -> SpecialDays.Day {
    let mapping = try value.mapping()
    try mapping.allowOnly(["date", "label", "factor"])
    var factor: Double?
    if let given = mapping["factor"] { factor = try given.number(in: 0.01...100) }
    return SpecialDays.Day(
      day: try mapping.required("date", "a date like 2026-12-25").date(),
      label: try mapping.required("label", "what the day is called").text().value, factor: factor)
  }
}
