import FootfallPlanning

/// Periods on a clock that shows UTC, and the times of day in them.
enum Days {
  /// Business days from Monday 2026-11-30 on that begin at midnight.
  static func horizon(_ count: Int, from first: Int = 0, firstWeekday: Int = 0) -> PlanHorizon {
    // 2026-11-30 is day 20787 after 1970-01-01.
    let number = 20_787 + first
    let days = (0..<count).map { day in
      PlanDay(
        date: "day \(day + 1)", number: number + day, minutes: day * 1440..<(day + 1) * 1440)
    }
    return PlanHorizon(
      timeZone: "UTC", start: number * 1440, days: days, firstWeekday: firstWeekday,
      clockOffsets: [PlanHorizon.ClockOffset(from: 0, minutes: 0)])
  }

  /// Minutes of a day from one hour to another.
  static func hours(_ from: Double, _ to: Double, day: Int = 0) -> Range<Int> {
    day * 1440 + Int(from * 60)..<day * 1440 + Int(to * 60)
  }
}

extension ShiftRules {
  /// Hourly starts, 4 to 9 hours, half an hour unpaid from 6 hours on, between 3 and 5 hours after the beginning.
  static let usual = ShiftRules(
    startGridMinutes: 60, leastMinutes: 240, greatestMinutes: 540, lengthGridMinutes: 60,
    breaks: [BreakRule(shiftMinutes: 360..<1441, minutes: 30, isPaid: false, window: 180..<300)])
}

extension Shift {
  /// A shift with a break of half an hour, where it has one, so many hours after its beginning.
  init(_ employee: String?, _ minutes: Range<Int>, role: String = "floor", breakAfter hours: Double? = nil) {
    let breaks = hours.map { hours -> [ShiftBreak] in
      let start = minutes.lowerBound + Int(hours * 60)
      return [ShiftBreak(minutes: start..<start + 30, isPaid: false)]
    }
    self.init(role: role, employee: employee, minutes: minutes, breaks: breaks ?? [])
  }
}

extension Employee {
  /// Somebody who is available throughout a period.
  init(
    _ id: String, _ skills: Set<String> = ["floor"], on horizon: PlanHorizon,
    _ contract: Contract = Contract()
  ) {
    self.init(id: id, skills: skills, available: [horizon.minutes], contract: contract)
  }
}

extension Contract {
  /// A contract with one limit set.
  init<Value>(_ path: WritableKeyPath<Contract, Value>, _ value: Value) {
    self.init()
    self[keyPath: path] = value
  }
}

extension StaffDemand {
  /// Nobody needed in any of so many roles.
  static func none(_ roles: Int, on horizon: PlanHorizon, every minutes: Int = 15) -> StaffDemand {
    let row = [Int](repeating: 0, count: horizon.minutes.count / minutes)
    return StaffDemand(intervalMinutes: minutes, required: [[Int]](repeating: row, count: roles))
  }
}
