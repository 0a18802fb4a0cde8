extension StaffParser {
  func times(_ value: YAMLValue?, _ what: String) throws(SceneError) -> [StaffTime] {
    var times: [StaffTime] = []
    for element in try value?.list(of: what) ?? [] {
      let mapping = try element.mapping()
      try mapping.allowOnly(Keys.time)
      times.append(try time(mapping, element))
    }
    return times
  }

  /// A time of a date, of days of the week or of every day.
  func time(_ mapping: YAMLMapping, _ value: YAMLValue) throws(SceneError) -> StaffTime {
    if let date = mapping["date"], mapping["days"] != nil {
      throw date.error("\(value.label) has both date and days; expected one of them, or none for every day")
    }
    return StaffTime(
      weekdays: try mapping["days"]?.weekdays(), date: try mapping["date"]?.date(),
      clock: try mapping["hours"]?.span())
  }

  /// The time of a shift: a date and hours.
  func shiftTime(_ mapping: YAMLMapping) throws(SceneError) -> StaffTime {
    StaffTime(
      weekdays: nil, date: try mapping.required("date", "a date like 2026-11-30").date(),
      clock: try mapping.required("hours", "a time like 09:00-17:30").span())
  }
}
