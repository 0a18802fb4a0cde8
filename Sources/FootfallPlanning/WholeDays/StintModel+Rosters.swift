extension StintModel {
  /// Puts what an answer of the program says into a roster.
  func write(_ values: [Double], into roster: inout WholeDayRoster) {
    for employee in staff {
      roster.shifts[employee] = [WholeDayInstance.ShiftIndex?](repeating: nil, count: instance.days)
    }
    for duty in duties where values[duty.column] > 0.5 {
      roster.shifts[duty.employee][duty.day] = duty.shift
    }
  }

  /// The answer of the program that says what a roster says, where the roster keeps every rule and `staff` is everybody.
  func values(of roster: WholeDayRoster) -> [Double] {
    var values = [Double](repeating: 0, count: program.variables.count)
    for duty in duties where roster.shifts[duty.employee][duty.day] == duty.shift { values[duty.column] = 1 }
    for (employee, stints) in Dictionary(grouping: stints, by: \.employee) {
      let row = roster.shifts[employee]
      let begun = Dictionary(grouping: stints, by: \.days.lowerBound)
      var day = 0
      while day < instance.days {
        let end = row[day...].firstIndex { $0 == nil } ?? instance.days
        guard let stint = begun[day]?.first(where: { $0.days.upperBound == end }) else { break }
        values[stint.column] = 1
        day = stint.next
      }
    }
    for shortfall in shortfalls {
      let cover = shortfall.cover
      let people = roster.shifts.count { $0[cover.day] == cover.shift }
      values[shortfall.under] = Double(max(0, cover.required - people))
      values[shortfall.over] = Double(max(0, people - cover.required))
    }
    return values
  }
}
