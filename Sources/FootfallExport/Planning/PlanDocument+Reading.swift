public import FootfallPlanning
internal import FootfallCore

extension PlanDocument {
  /// The id of the store.
  public var store: String { location.id }

  /// Whether the document says how many people are needed.
  public var hasRequirements: Bool { requirements != nil }

  /// The ids of the roles that shifts and requirements name, each once, in order.
  public var roles: [String] {
    Set(shifts.map(\.role) + (requirements ?? []).map(\.role)).sorted()
  }

  /// What is expected of each interval and driver; empty where the document does not say.
  /// - Throws: for a time that is none or ends before it begins.
  public func volume() throws(DocumentError) -> [PlanSetting.Volume] {
    var volume: [PlanSetting.Volume] = []
    for (index, row) in (volumeForecast ?? []).enumerated() {
      let pointer = "/volumeForecast/\(index)"
      let start = try instant(row.start, pointer + "/start")
      let end = try instant(row.end, pointer + "/end")
      guard end > start else { throw ends(row.end, pointer) }
      volume.append(
        PlanSetting.Volume(
          milliseconds: start..<end, driver: row.driver, value: row.value, low: row.low, high: row.high,
          level: row.level))
    }
    return volume
  }

  /// The period as business days: the first begins with the period.
  /// - Parameter firstWeekday: on which contracts' weeks begin, 0 being Monday.
  /// - Throws: for another schema, an unknown time zone, an interval that does not divide an hour, and a period that is
  ///   no whole number of business days or too long.
  public func horizon(firstWeekday: Int = 0) throws(DocumentError) -> PlanHorizon {
    guard schema == Self.schemaName else {
      throw DocumentError("/schema", "is '\(schema)'; allowed: \(Self.schemaName)")
    }
    guard let clock = StoreClock(timeZone: location.timeZone) else {
      throw DocumentError(
        "/location/timeZone", "is '\(location.timeZone)'; allowed: a name like Europe/London")
    }
    guard StaffDemand.allowedMinutes.contains(intervalMinutes) else {
      let allowed = StaffDemand.allowedMinutes.map(String.init).joined(separator: ", ")
      throw DocumentError("/intervalMinutes", "is \(intervalMinutes); allowed: \(allowed)")
    }
    let edges = (try instant(period.start, "/period/start"), try instant(period.end, "/period/end"))
    guard let days = businessDays(from: edges.0, to: edges.1, on: clock) else {
      throw DocumentError(
        "/period/end",
        "is '\(period.end)'; allowed: 1 to \(PlanHorizon.greatestDays) days after the start, at the same time of day"
      )
    }
    let horizon = PlanHorizon(
      timeZone: location.timeZone, days: days.dates, businessDayStart: days.minute, firstWeekday: firstWeekday
    )
    guard let horizon else { throw DocumentError("/location/timeZone", "is unknown") }
    return horizon
  }

  /// The business days from one instant to another, and the minute after midnight at which they begin; nil where they
  /// are none, or too many.
  ///
  /// A day on which the clock leaps over that minute begins after the leap, so either edge may show another time.
  private func businessDays(
    from start: Int64, to end: Int64, on clock: StoreClock
  ) -> (dates: ClosedRange<Int>, minute: Int)? {
    let times = [start, end].map { clock.time(atMilliseconds: $0).local.millisecondsOfDay }
    for time in times where time % 60_000 == 0 {
      guard let first = clock.date(ofDayAt: start, beginningAt: time),
        let next = clock.date(ofDayAt: end, beginningAt: time), next > first,
        next - first <= PlanHorizon.greatestDays
      else { continue }
      return (first...next - 1, time / 60_000)
    }
    return nil
  }

  /// The shifts as a plan; whether they are within the period is for a check to say.
  /// - Throws: for a time that is none, ends before it begins or is no whole minute, and an id that is given twice.
  public func plan(on horizon: PlanHorizon) throws(DocumentError) -> StaffPlan {
    StaffPlan(shifts: try rosteredShifts(on: horizon))
  }

  /// The shifts, in the order of the document.
  func rosteredShifts(on horizon: PlanHorizon) throws(DocumentError) -> [Shift] {
    var ids: Set<String> = []
    var rostered: [Shift] = []
    for (index, row) in shifts.enumerated() {
      let pointer = "/shifts/\(index)"
      if let id = row.id, !ids.insert(id).inserted {
        throw DocumentError(pointer + "/id", "is '\(id)' again; each id once")
      }
      var breaks: [ShiftBreak] = []
      for (place, pause) in (row.breaks ?? []).enumerated() {
        let span = try minutes(pause.start, pause.end, "\(pointer)/breaks/\(place)", on: horizon)
        breaks.append(ShiftBreak(minutes: span, isPaid: pause.paid))
      }
      let span = try minutes(row.start, row.end, pointer, on: horizon)
      rostered.append(
        Shift(
          role: row.role, employee: row.employee?.id, minutes: span,
          breaks: breaks.sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }))
    }
    return rostered
  }

  /// The shifts as a roster that requirements are compared with.
  /// - Parameter roles: the ids that there are.
  /// - Throws: as ``horizon(firstWeekday:)`` and ``plan(on:)`` do, and for another role.
  public func roster(roles: [String]) throws(DocumentError) -> [RosteredShift] {
    for (index, shift) in shifts.enumerated() where !roles.contains(shift.role) {
      throw DocumentError(
        "/shifts/\(index)/role", "is '\(shift.role)'; allowed: \(roles.joined(separator: ", "))")
    }
    let horizon = try horizon()
    func instants(_ minutes: Range<Int>) -> Range<Int64> {
      Int64(horizon.start + minutes.lowerBound) * 60_000..<Int64(horizon.start + minutes.upperBound) * 60_000
    }
    return try plan(on: horizon).shifts.map { shift in
      RosteredShift(
        role: shift.role, milliseconds: instants(shift.minutes),
        breaks: shift.breaks.map { instants($0.minutes) })
    }
  }

  /// The heads by role and interval that the document says are needed; nobody where it says nothing.
  /// - Parameter roles: the ids that there are.
  /// - Throws: for another role, a time or number that cannot be, an interval off the grid or named twice.
  public func demand(on horizon: PlanHorizon, roles: [String]) throws(DocumentError) -> StaffDemand {
    var rows: [DemandRow] = []
    for (index, row) in (requirements ?? []).enumerated() {
      let pointer = "/requirements/\(index)"
      let start = try instant(row.start, pointer + "/start")
      let end = try instant(row.end, pointer + "/end")
      guard end > start else { throw ends(row.end, pointer) }
      guard (0...RequirementDocument.Row.mostHeads).contains(row.required) else {
        throw DocumentError(
          pointer + "/required", "is \(row.required); allowed: 0 to \(RequirementDocument.Row.mostHeads)")
      }
      rows.append(DemandRow(role: row.role, milliseconds: start..<end, required: row.required))
    }
    return try StaffDemand(
      rows, every: horizon.evenMinutes(intervalMinutes), on: horizon, roles: roles)
  }

  func minutes(
    _ start: String, _ end: String, _ pointer: String, on horizon: PlanHorizon
  ) throws(DocumentError) -> Range<Int> {
    let from = try minute(start, pointer + "/start", on: horizon)
    let to = try minute(end, pointer + "/end", on: horizon)
    guard to > from else { throw ends(end, pointer) }
    return from..<to
  }

  private func minute(
    _ text: String, _ pointer: String, on horizon: PlanHorizon
  ) throws(DocumentError) -> Int {
    let milliseconds = try instant(text, pointer)
    guard milliseconds % 60_000 == 0 else {
      throw DocumentError(pointer, "is '\(text)'; allowed: whole minutes")
    }
    return Int(milliseconds / 60_000) - horizon.start
  }

  private func ends(_ text: String, _ pointer: String) -> DocumentError {
    DocumentError(pointer + "/end", "is '\(text)'; allowed: a time after start")
  }

  private func instant(_ text: String, _ pointer: String) throws(DocumentError) -> Int64 {
    guard let instant = WrittenTime(parsing: text)?.milliseconds else {
      throw DocumentError(pointer, "is '\(text)'; allowed: a time with offset like 2026-11-30T09:00:00+01:00")
    }
    return instant
  }
}

extension StoreClock {
  /// The date of the business day that begins at an instant, in days since 1970-01-01; nil where none does.
  /// - Parameter time: when business days begin, in milliseconds after midnight.
  fileprivate func date(ofDayAt instant: Int64, beginningAt time: Int) -> Int? {
    let local = self.time(atMilliseconds: instant).local
    if local.millisecondsOfDay == time { return Int(local.days) }
    // A leap at the end of a day shows the next date.
    return [local.days, local.days - 1].first { date in
      milliseconds(at: CivilTime(milliseconds: date * CivilTime.millisecondsPerDay + Int64(time))) == instant
    }.map { Int($0) }
  }
}
