extension StintModel {
  /// Adds the variables and rules of an employee.
  mutating func add(_ index: WholeDayInstance.EmployeeIndex, _ wishes: [WholeDayInstance.Request]) {
    let person = instance.staff[index]
    let duties = addDuties(index, wishes)
    let stints = addStints(index, worked: duties.map { !$0.isEmpty })
    addPath(stints)
    for (day, duties) in duties.enumerated() {
      let covering = stints.filter { $0.days.contains(day) }
      program.addRow(0...0, duties.map { ($0.column, 1.0) } + covering.map { ($0.column, -1.0) })
    }
    addSuccessions(duties, stints)
    addAmounts(of: person, duties.flatMap { $0 })
    let weekends = stints.compactMap { stint -> (IntegerProgram.Column, Double)? in
      let count = Self.weekends(touchedBy: stint.days)
      return count > 0 ? (stint.column, Double(count)) : nil
    }
    program.addRow(0...Double(person.mostWeekends), weekends)
    self.duties += duties.flatMap { $0 }
    self.stints += stints
  }

  /// How many Saturdays and Sundays lie in other weeks than the ones before, where day 0 is a Monday.
  static func weekends(touchedBy days: Range<Int>) -> Int {
    Set(days.filter { $0 % 7 >= 5 }.map { $0 / 7 }).count
  }

  /// What may be worked, by day; unfulfilled wishes cost.
  private mutating func addDuties(
    _ index: WholeDayInstance.EmployeeIndex, _ wishes: [WholeDayInstance.Request]
  ) -> [[Duty]] {
    let person = instance.staff[index]
    var costs = [[Double]](
      repeating: [Double](repeating: 0, count: instance.shifts.count), count: instance.days)
    for wish in wishes {
      costs[wish.day][wish.shift] += Double(wish.isWanted ? -wish.weight : wish.weight)
      if wish.isWanted { program.offset += Double(wish.weight) }
    }
    return (0..<instance.days).map { day in
      if person.daysOff.contains(day) { return [] }
      return instance.shifts.indices.filter { person.mostShifts[$0] > 0 }.map { shift in
        let column = program.addVariable(0...1, cost: costs[day][shift], isWhole: true)
        return Duty(employee: index, day: day, shift: shift, column: column)
      }
    }
  }

  /// What can follow being free to work, by first day.
  private mutating func addStints(_ index: WholeDayInstance.EmployeeIndex, worked: [Bool]) -> [Stint] {
    let person = instance.staff[index]
    var stints: [Stint] = []
    func append(_ days: Range<Int>, next: Int) {
      let column = program.addVariable(0...1, cost: 0)
      stints.append(
        Stint(employee: index, days: days, next: min(next, instance.days), column: column))
    }
    for start in 0..<instance.days {
      append(start..<start, next: start + 1)
      for length in 1...person.run.upperBound where start + length <= instance.days {
        let end = start + length
        if !worked[end - 1] { break }
        if length >= person.run.lowerBound || start == 0 || end == instance.days {
          append(start..<end, next: end + person.leastDaysOff)
        }
      }
    }
    return stints
  }

  /// One thing follows the other, from the first day to the last.
  private mutating func addPath(_ stints: [Stint]) {
    let begun = Dictionary(grouping: stints, by: \.days.lowerBound)
    let ended = Dictionary(grouping: stints, by: \.next)
    for day in 0..<instance.days {
      let terms =
        (begun[day] ?? []).map { ($0.column, 1.0) } + (ended[day] ?? []).map { ($0.column, -1.0) }
      program.addRow(day == 0 ? 1...1 : 0...0, terms)
    }
  }

  /// Who works a shift today ends the stint with it, or works tomorrow what may follow.
  ///
  /// All shifts after which at least the same is forbidden share a row, which makes it stronger.
  private mutating func addSuccessions(_ duties: [[Duty]], _ stints: [Stint]) {
    let ending = Dictionary(grouping: stints.filter { !$0.days.isEmpty }, by: \.days.upperBound)
    let forbidden = Set(instance.shifts.map(\.forbiddenNext)).filter { !$0.isEmpty }
      .sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }
    for day in 0..<instance.days - 1 {
      for next in forbidden {
        let today = duties[day].filter { next.isSubset(of: instance.shifts[$0.shift].forbiddenNext) }
        let allowed = duties[day + 1].filter { !next.contains($0.shift) }
        if today.isEmpty || allowed.count == duties[day + 1].count { continue }
        let ways = allowed.map(\.column) + (ending[day + 1] ?? []).map(\.column)
        program.addRow(-.infinity...0, today.map { ($0.column, 1.0) } + ways.map { ($0, -1.0) })
      }
    }
  }

  /// Shifts of each kind, and minutes.
  private mutating func addAmounts(of person: WholeDayInstance.Employee, _ duties: [Duty]) {
    for (shift, own) in Dictionary(grouping: duties, by: \.shift).sorted(by: { $0.key < $1.key })
    where own.count > person.mostShifts[shift] {
      program.addRow(0...Double(person.mostShifts[shift]), own.map { ($0.column, 1.0) })
    }
    let units = Self.minuteUnits(of: person, in: instance)
    program.addRow(
      Double(units.total.lowerBound)...Double(units.total.upperBound),
      duties.map { ($0.column, Double(units.shifts[$0.shift])) })
  }

  /// The minutes of each shift and the limits of all together in units of what all shifts are multiples of, so that
  /// the limits can be rounded, unless nothing is left between them.
  static func minuteUnits(
    of person: WholeDayInstance.Employee, in instance: WholeDayInstance
  ) -> (shifts: [Int], total: ClosedRange<Int>) {
    var unit = max(1, instance.shifts.map(\.minutes).reduce(0, Self.commonDivisor))
    if (person.minutes.lowerBound + unit - 1) / unit > person.minutes.upperBound / unit { unit = 1 }
    let least = (person.minutes.lowerBound + unit - 1) / unit
    return (instance.shifts.map { $0.minutes / unit }, least...person.minutes.upperBound / unit)
  }

  private static func commonDivisor(_ a: Int, _ b: Int) -> Int { a == 0 ? b : commonDivisor(b % a, a) }

  /// What is wanted, less what others work already.
  mutating func addCover(beside others: WholeDayRoster) {
    let own = Set(staff)
    let held = others.shifts.indices.filter { !own.contains($0) }
    let working = Dictionary(grouping: duties) { [$0.day, $0.shift] }
    for cover in instance.cover {
      let people = held.count { others.shifts[$0][cover.day] == cover.shift }
      let wanted = Double(cover.required - people)
      let under = program.addVariable(0...max(0, wanted), cost: Double(cover.underWeight))
      let over = program.addVariable(0...Double(instance.staff.count), cost: Double(cover.overWeight))
      let own = working[[cover.day, cover.shift]] ?? []
      program.addRow(wanted...wanted, own.map { ($0.column, 1.0) } + [(under, 1.0), (over, -1.0)])
      shortfalls.append(Shortfall(cover: cover, under: under, over: over))
    }
  }
}
