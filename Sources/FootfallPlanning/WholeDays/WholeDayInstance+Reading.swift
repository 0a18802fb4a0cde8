extension WholeDayInstance {
  /// Reads the text form of schedulingbenchmarks.org: sections of comma-separated rows, `#` before comments.
  /// - Parameter text: UTF-8, without a byte order mark.
  /// - Throws: for the first row that is malformed, names what is unknown or repeated, or holds a number out of range.
  public init(reading text: [UInt8]) throws(InstanceError) {
    let sections = try InstanceSections(text)
    days = try Self.days(sections)
    shifts = try Self.shifts(sections)
    let shiftPlaces = Self.places(shifts.map(\.id))
    staff = try Self.staff(sections, shiftPlaces)
    let staffPlaces = Self.places(staff.map(\.id))
    for row in sections[.daysOff] {
      let employee = try row.place(of: row.fields[0], in: staffPlaces, "the employee")
      for day in row.fields.dropFirst() {
        staff[employee].daysOff.insert(try row.number(day, "the day", in: 0...days - 1))
      }
    }
    requests = []
    for (section, isWanted) in [(InstanceSections.Name.wanted, true), (.unwanted, false)] {
      for row in sections[section] {
        requests.append(try Self.request(row, isWanted, days, shiftPlaces, staffPlaces))
      }
    }
    cover = try Self.cover(sections, days, shiftPlaces)
  }

  private static func places(_ ids: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
  }

  private static func days(_ sections: InstanceSections) throws(InstanceError) -> Int {
    let rows = sections[.horizon]
    guard rows.count == 1, let row = rows.first else {
      throw InstanceError(
        line: rows.last?.line ?? sections.lastLine, "the horizon has \(rows.count) rows; allowed: 1")
    }
    try row.check(count: 1, "the number of days")
    return try row.number(0, "the number of days", in: 1...1000)
  }

  private static func shifts(_ sections: InstanceSections) throws(InstanceError) -> [Shift] {
    var shifts: [Shift] = []
    var ids: Set<String> = []
    let rows = sections[.shifts]
    for row in rows {
      try row.check(count: 3, "id, minutes, ids of the shifts that may not follow with | between them")
      let id = try row.id(0, "the shift")
      if !ids.insert(id).inserted {
        throw InstanceError(line: row.line, "the shift", is: id, allowed: "each shift once")
      }
      let minutes = try row.number(1, "the length in minutes", in: 1...1440)
      shifts.append(Shift(id: id, minutes: minutes, forbiddenNext: []))
    }
    if shifts.isEmpty {
      throw InstanceError(line: sections.lastLine, "there is no shift; allowed: 1 or more")
    }
    let places = places(shifts.map(\.id))
    for (index, row) in rows.enumerated() {
      for id in row.fields[2].split(separator: "|") {
        shifts[index].forbiddenNext.insert(try row.place(of: id, in: places, "the shift that may not follow"))
      }
    }
    return shifts
  }

  private static func staff(
    _ sections: InstanceSections, _ shifts: [String: Int]
  ) throws(InstanceError) -> [Employee] {
    var staff: [Employee] = []
    var ids: Set<String> = []
    for row in sections[.staff] {
      let employee = try employee(row, shifts)
      if !ids.insert(employee.id).inserted {
        throw InstanceError(line: row.line, "the employee", is: employee.id, allowed: "each employee once")
      }
      staff.append(employee)
    }
    if staff.isEmpty {
      throw InstanceError(line: sections.lastLine, "there is no employee; allowed: 1 or more")
    }
    return staff
  }

  private static func employee(_ row: InstanceRow, _ shifts: [String: Int]) throws(InstanceError) -> Employee
  {
    try row.check(
      count: 8,
      "id, most shifts by kind, most and least minutes, most and least days in a row, least days off, most weekends"
    )
    let id = try row.id(0, "the employee")
    let mostMinutes = try row.number(2, "the most minutes")
    let leastMinutes = try row.number(3, "the least minutes", in: 0...mostMinutes)
    let mostDays = try row.number(4, "the most days in a row", in: 1...1000)
    let leastDays = try row.number(5, "the least days in a row", in: 1...mostDays)
    return Employee(
      id: id, mostShifts: try mostShifts(row, shifts), minutes: leastMinutes...mostMinutes,
      run: leastDays...mostDays, leastDaysOff: try row.number(6, "the least days off", in: 1...1000),
      mostWeekends: try row.number(7, "the most weekends", in: 0...1000), daysOff: [])
  }

  private static func mostShifts(_ row: InstanceRow, _ shifts: [String: Int]) throws(InstanceError) -> [Int] {
    var most = [Int?](repeating: nil, count: shifts.count)
    for part in row.fields[1].split(separator: "|") {
      let pair = part.split(separator: "=", omittingEmptySubsequences: false)
      guard pair.count == 2 else {
        throw InstanceError(line: row.line, "the most shifts", is: part, allowed: "shift=number")
      }
      let place = try row.place(of: pair[0], in: shifts, "the shift")
      if most[place] != nil {
        throw InstanceError(line: row.line, "the shift", is: pair[0], allowed: "each shift once in a row")
      }
      most[place] = try row.number(pair[1], "the most shifts")
    }
    for (id, place) in shifts.sorted(by: { $0.value < $1.value }) where most[place] == nil {
      throw InstanceError(line: row.line, "the most shifts of '\(id)' are missing")
    }
    return most.compactMap { $0 }
  }

  private static func request(
    _ row: InstanceRow, _ isWanted: Bool, _ days: Int, _ shifts: [String: Int], _ staff: [String: Int]
  ) throws(InstanceError) -> Request {
    try row.check(count: 4, "employee, day, shift, weight")
    return Request(
      employee: try row.place(of: row.fields[0], in: staff, "the employee"),
      day: try row.number(1, "the day", in: 0...days - 1),
      shift: try row.place(of: row.fields[2], in: shifts, "the shift"), isWanted: isWanted,
      weight: try row.number(3, "the weight"))
  }

  private static func cover(
    _ sections: InstanceSections, _ days: Int, _ shifts: [String: Int]
  ) throws(InstanceError) -> [Cover] {
    var cover: [Cover] = []
    var lines: [[Int]: Int] = [:]
    for row in sections[.cover] {
      try row.check(count: 5, "day, shift, people, weight of one fewer, weight of one more")
      let day = try row.number(0, "the day", in: 0...days - 1)
      let shift = try row.place(of: row.fields[1], in: shifts, "the shift")
      if let line = lines.updateValue(row.line, forKey: [day, shift]) {
        throw InstanceError(
          line: row.line, "the cover", is: "\(day),\(row.fields[1])",
          allowed: "once; it stands in line \(line)")
      }
      cover.append(
        Cover(
          day: day, shift: shift, required: try row.number(2, "the people"),
          underWeight: try row.number(3, "the weight of one fewer"),
          overWeight: try row.number(4, "the weight of one more")))
    }
    return cover
  }
}
