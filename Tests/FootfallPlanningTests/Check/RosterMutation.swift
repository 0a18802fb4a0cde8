import FootfallPlanning
import FootfallTestSupport

/// A change to the valid fortnight that breaks some rules.
struct RosterMutation: Sendable, CustomStringConvertible {
  let description: String
  /// Whose shifts are changed.
  let employee: String
  /// The rules that are broken afterwards, all of them.
  let broken: Set<RosterRule>
  /// Changes the employee's shifts; the day is one that is worked.
  let change: @Sendable (inout [Shift], _ day: Int) -> Void

  init(
    _ description: String, _ employee: String, _ broken: Set<RosterRule>,
    _ change: @escaping @Sendable (inout [Shift], _ day: Int) -> Void
  ) {
    self.description = description
    self.employee = employee
    self.broken = broken
    self.change = change
  }

  /// The plan after the change, of a day that the seed chooses.
  func plan(seed: UInt64) -> StaffPlan {
    var random = SeededGenerator(seed: seed)
    let day = ValidFortnight.workdays.randomElement(using: &random) ?? 0
    var own = ValidFortnight.plan.shifts.filter { $0.employee == employee }
    change(&own, day)
    return StaffPlan(shifts: ValidFortnight.plan.shifts.filter { $0.employee != employee } + own)
  }

  /// The shift of a day, changed.
  private static func edit(
    _ edit: @escaping @Sendable (inout Shift, Int) -> Void
  ) -> @Sendable (inout [Shift], Int) -> Void {
    { shifts, day in
      for index in shifts.indices where shifts[index].minutes.lowerBound / 1440 == day {
        edit(&shifts[index], day)
      }
    }
  }

  /// The shift of a day at other hours, its break so many hours after the beginning.
  private static func move(
    _ from: Double, _ to: Double, breakAfter: Double? = 3
  ) -> @Sendable (inout [Shift], Int) -> Void {
    edit { shift, day in
      shift = Shift(shift.employee, Days.hours(from, to, day: day), breakAfter: breakAfter)
    }
  }

  /// One shift more on a day.
  private static func add(_ from: Double, _ to: Double, day fixed: Int? = nil)
    -> @Sendable (inout [Shift], Int) -> Void
  {
    { shifts, day in
      let id = shifts.first?.employee
      shifts.append(
        Shift(id, Days.hours(from, to, day: fixed ?? day), breakAfter: to - from >= 6 ? 3 : nil))
    }
  }

  /// One shift more on the Saturday after a day.
  private static let addSaturday: @Sendable (inout [Shift], Int) -> Void = { shifts, day in
    shifts.append(Shift(shifts.first?.employee, Days.hours(9, 17, day: day / 7 * 7 + 5), breakAfter: 3))
  }

  static let all = shapes + places + days + contracts

  private static let shapes = [
    RosterMutation("begins at half past", "plain", [.startGrid], move(9.5, 17.5)),
    RosterMutation("begins at a quarter past", "plain", [.startGrid], move(10.25, 18.25)),
    RosterMutation("is half an hour too long for the grid", "plain", [.length], move(9, 17.5)),
    RosterMutation("is longer than the longest", "plain", [.length], move(9, 19)),
    RosterMutation("is shorter than the shortest", "plain", [.length], move(9, 12, breakAfter: nil)),
    RosterMutation("has no break", "plain", [.breaks], move(9, 17, breakAfter: nil)),
    RosterMutation("has a break in a short shift", "plain", [.breaks], move(9, 14)),
    RosterMutation(
      "has a paid break", "plain", [.breaks],
      edit { shift, _ in
        shift.breaks = shift.breaks.map { ShiftBreak(minutes: $0.minutes, isPaid: true) }
      }),
    RosterMutation(
      "has too long a break", "plain", [.breaks],
      edit { shift, _ in
        shift.breaks = shift.breaks.map { pause in
          ShiftBreak(minutes: pause.minutes.lowerBound..<pause.minutes.lowerBound + 45, isPaid: false)
        }
      }),
    RosterMutation(
      "has two breaks", "plain", [.breaks],
      edit { shift, _ in
        shift.breaks += [
          ShiftBreak(minutes: shift.minutes.lowerBound + 240..<shift.minutes.lowerBound + 270, isPaid: false)
        ]
      }),
    RosterMutation(
      "has a break off the grid", "plain", [.breakGrid],
      edit { shift, _ in
        let start = shift.minutes.lowerBound + 187
        shift.breaks = [ShiftBreak(minutes: start..<start + 30, isPaid: false)]
      }),
    RosterMutation("has a break too early", "plain", [.breakWindow], move(9, 17, breakAfter: 2)),
    RosterMutation("has a break too late", "plain", [.breakWindow], move(9, 17, breakAfter: 4.75)),
    RosterMutation(
      "has a break after its end", "plain", [.breaks, .breakWindow],
      edit { shift, _ in
        let end = shift.minutes.upperBound
        shift.breaks = [ShiftBreak(minutes: end..<end + 30, isPaid: false)]
      }),
    RosterMutation(
      "begins before the period", "plain", [.period, .availability],
      { shifts, _ in
        shifts.append(Shift("plain", Days.hours(9, 17, day: -1), breakAfter: 3))
      }),
    RosterMutation(
      "leaves the period", "plain", [.period, .availability],
      { shifts, _ in
        shifts.append(Shift("plain", Days.hours(20, 28, day: 13), breakAfter: 3))
      }),
  ]

  private static let places = [
    RosterMutation(
      "is of another role than the skills", "plain", [.skill], edit { shift, _ in shift.role = "till" }),
    RosterMutation("is of an unknown role", "plain", [.role], edit { shift, _ in shift.role = "bakery" }),
    RosterMutation("is of nobody known", "plain", [.employee], edit { shift, _ in shift.employee = "ghost" }),
    RosterMutation("begins before they are available", "plain", [.availability], move(5, 13)),
    RosterMutation("ends after they are available", "plain", [.availability], move(15, 23)),
    RosterMutation(
      "the pinned shift is gone", "pinned", [.pinned],
      { shifts, _ in
        shifts.removeAll { $0.minutes.lowerBound / 1440 == 2 }
      }),
    RosterMutation(
      "the pinned shift is moved", "pinned", [.pinned],
      { shifts, _ in
        for index in shifts.indices where shifts[index].minutes.lowerBound / 1440 == 2 {
          shifts[index] = Shift("pinned", Days.hours(10, 18, day: 2), breakAfter: 3)
        }
      }),
  ]

  private static let days = [
    RosterMutation("a second shift on a day", "plain", [.shiftsPerDay], add(18, 22)),
    RosterMutation("the same shift again", "plain", [.shiftsPerDay, .overlap], add(9, 17)),
    RosterMutation("a second shift at the same time", "plain", [.shiftsPerDay, .overlap], add(16, 20)),
    RosterMutation(
      "a third shift on a day", "split", [.shiftsPerDay, .splitGap, .overlap],
      { shifts, day in
        shifts += [
          Shift("split", Days.hours(17, 21, day: day)), Shift("split", Days.hours(18, 22, day: day)),
        ]
      }),
    RosterMutation("no gap in a split day", "split", [.splitGap], add(17, 21)),
    RosterMutation("too short a gap in a split day", "split", [.splitGap], add(18, 22)),
    RosterMutation(
      "too little rest after the day before", "tired", [.rest],
      { shifts, day in
        let day = max(1, day)
        for index in shifts.indices where shifts[index].minutes.lowerBound / 1440 == day {
          shifts[index] = Shift("tired", Days.hours(6, 14, day: day), breakAfter: 3)
        }
        shifts.removeAll { $0.minutes.lowerBound / 1440 == day - 1 }
        shifts.append(Shift("tired", Days.hours(14, 22, day: day - 1), breakAfter: 3))
      }),
    RosterMutation(
      "too little rest after the last day before the period", "tired", [.rest],
      { shifts, _ in
        for index in shifts.indices where shifts[index].minutes.lowerBound / 1440 == 0 {
          shifts[index] = Shift("tired", Days.hours(8, 16), breakAfter: 3)
        }
      }),
  ]

  private static let contracts = [
    RosterMutation("too short a day", "minDay", [.minMinutesDay], move(9, 15)),
    RosterMutation("too long a day", "maxDay", [.maxMinutesDay], move(9, 18)),
    RosterMutation("too long a week", "maxWeek", [.maxMinutesWeek], addSaturday),
    RosterMutation("a longer shift in a full week", "maxWeek", [.maxMinutesWeek], move(9, 18)),
    RosterMutation("too many days a week", "maxDays", [.maxDaysWeek], addSaturday),
    RosterMutation("too many days in a row", "row", [.consecutiveDays], addSaturday),
    RosterMutation(
      "too many days in a row with those before", "history", [.consecutiveDays], add(9, 17, day: 5)),
    RosterMutation("a weekend too many", "weekends", [.weekends], add(9, 17, day: 13)),
    RosterMutation("too many days in a window", "windowDays", [.rollingWindow], addSaturday),
    RosterMutation("too many minutes in a window", "windowMinutes", [.rollingWindow], move(9, 18)),
  ]
}
