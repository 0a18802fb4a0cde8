public import FootfallPlanning

extension RequirementDocument {
  /// Writes down what a period needs.
  /// - Parameters:
  ///   - table: the requirements, in a time zone that the system knows.
  ///   - scheduled: the heads that a roster has in each interval, beside `table.requirements`; nil without a roster.
  ///   - powerHours: the week's busiest hours, where they are known.
  /// - Returns: nil where the time zone is unknown.
  public init?(_ table: RequirementTable, scheduled: [Double]? = nil, powerHours: PowerHours? = nil) {
    guard let clock = StoreClock(timeZone: table.timeZone) else { return nil }
    header = Header(
      schema: Self.schemaName, timeZone: table.timeZone, intervalMinutes: table.intervalMinutes,
      businessDayStart: ClockText.time(minutes: table.businessDayStart), level: table.level.rawValue,
      roles: table.roles, powerHours: powerHours.map(Power.init))
    requirements = table.requirements.enumerated().map { index, requirement in
      Row(requirement, on: clock, scheduled: scheduled?[index])
    }
  }

  /// The requirements that the document tells.
  /// - Throws: for another schema, an unknown time zone, level, role or method, a time that is none or ends before it
  ///   begins, and numbers of heads that cannot be.
  public func table() throws(DocumentError) -> RequirementTable {
    guard header.schema == Self.schemaName else {
      throw DocumentError("/schema", "is '\(header.schema)'; allowed: \(Self.schemaName)")
    }
    guard StoreClock(timeZone: header.timeZone) != nil else {
      throw DocumentError("/timeZone", "is '\(header.timeZone)'; allowed: a name like Europe/London")
    }
    guard [15, 30, 60].contains(header.intervalMinutes) else {
      throw DocumentError("/intervalMinutes", "is \(header.intervalMinutes); allowed: 15, 30, 60")
    }
    guard let dayStart = ClockText.minutes(header.businessDayStart), dayStart < 1440 else {
      throw DocumentError("/businessDayStart", "is '\(header.businessDayStart)'; allowed: 00:00 to 23:59")
    }
    guard let level = DemandLevel(rawValue: header.level) else {
      throw DocumentError("/level", "is '\(header.level)'; allowed: P50, P80")
    }
    var rows: [StaffRequirement] = []
    for (index, row) in requirements.enumerated() {
      rows.append(try row.requirement(roles: header.roles, at: "/requirements/\(index)"))
    }
    return RequirementTable(
      timeZone: header.timeZone, intervalMinutes: header.intervalMinutes, businessDayStart: dayStart,
      level: level, roles: header.roles, requirements: rows)
  }
}

extension RequirementDocument.Power {
  init(_ power: PowerHours) {
    share = power.share
    hours = power.hours.map {
      Hour(weekday: $0.weekday, hour: $0.hour, share: Fixed.rounded($0.share, decimals: 6))
    }
  }
}

extension RequirementDocument.Row {
  /// More heads than this are a slip.
  static let mostHeads = 100_000

  init(_ requirement: StaffRequirement, on clock: StoreClock, scheduled: Double?) {
    let interval = requirement.interval
    start = clock.time(atMilliseconds: interval.startMilliseconds).text
    end = clock.time(atMilliseconds: interval.endMilliseconds).text
    businessDay = ClockText.date(days: interval.businessDay)
    minute = interval.minute
    role = requirement.role
    required = requirement.required
    minimum = requirement.minimum
    self.scheduled = scheduled.map { Fixed.rounded($0, decimals: 4) }
    gap = scheduled.map { Fixed.rounded($0 - Double(requirement.required), decimals: 4) }
    basis = RequirementDocument.Basis(requirement.basis)
  }

  func requirement(roles: [String], at pointer: String) throws(DocumentError) -> StaffRequirement {
    guard roles.contains(role) else {
      throw DocumentError("\(pointer)/role", "is '\(role)'; allowed: \(roles.joined(separator: ", "))")
    }
    guard (0...Self.mostHeads).contains(required) else {
      throw DocumentError("\(pointer)/required", "is \(required); allowed: 0 to \(Self.mostHeads)")
    }
    guard (0...required).contains(minimum) else {
      throw DocumentError("\(pointer)/minimum", "is \(minimum); allowed: 0 to required, \(required)")
    }
    return StaffRequirement(
      role: role, interval: try interval(at: pointer), required: required, minimum: minimum,
      basis: try basis.basis(at: "\(pointer)/basis"))
  }

  private func interval(at pointer: String) throws(DocumentError) -> PlanningInterval {
    let form = "a time with offset like 2026-11-30T09:00:00+01:00"
    guard let from = WrittenTime(parsing: start)?.milliseconds else {
      throw DocumentError("\(pointer)/start", "is '\(start)'; allowed: \(form)")
    }
    guard let to = WrittenTime(parsing: end)?.milliseconds, to > from else {
      throw DocumentError("\(pointer)/end", "is '\(end)'; allowed: \(form), after start")
    }
    guard let day = ClockText.days(businessDay) else {
      throw DocumentError("\(pointer)/businessDay", "is '\(businessDay)'; allowed: a date like 2026-11-30")
    }
    guard (0..<2880).contains(minute) else {
      throw DocumentError("\(pointer)/minute", "is \(minute); allowed: 0 to 2879")
    }
    return PlanningInterval(businessDay: day, minute: minute, startMilliseconds: from, endMilliseconds: to)
  }
}
