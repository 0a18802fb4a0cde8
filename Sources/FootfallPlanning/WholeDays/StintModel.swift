/// A whole-day rostering problem as an integer program.
///
/// An employee's days are a path: from being free to work on a day over a stint, which is so many days of work and the
/// days off that must follow, to being free to work again; or over one more day off. The rules about runs are in the
/// choice of the stints and need no rows, so that the bounds are much better than those of a program with rows for them.
/// A stint that touches the first or the last day may be shorter than the least, and so may its days off.
///
/// The variables for working a shift on a day are whole. Those for stints are whole by themselves: which days are worked
/// says which stints those are.
struct StintModel {
  /// A variable for working a shift on a day.
  struct Duty {
    let employee: WholeDayInstance.EmployeeIndex
    let day: Int
    let shift: WholeDayInstance.ShiftIndex
    let column: IntegerProgram.Column
  }

  /// A variable for days of work in a row, or for a day off that need not be one.
  struct Stint {
    let employee: WholeDayInstance.EmployeeIndex
    /// The days of work; none for a day off.
    let days: Range<Int>
    /// The first day on which work may begin again.
    let next: Int
    let column: IntegerProgram.Column
  }

  /// The variables for too few and too many people.
  struct Shortfall {
    let cover: WholeDayInstance.Cover
    let under: IntegerProgram.Column
    let over: IntegerProgram.Column
  }

  let instance: WholeDayInstance
  let staff: [WholeDayInstance.EmployeeIndex]
  var program = IntegerProgram()
  /// By employee, day and shift.
  var duties: [Duty] = []
  /// By employee and first day.
  var stints: [Stint] = []
  var shortfalls: [Shortfall] = []

  /// The program for some of the staff.
  /// - Parameter others: What the rest works, which counts for the cover; rows of `staff` in it are not looked at.
  init(
    _ instance: WholeDayInstance, staff: [WholeDayInstance.EmployeeIndex], beside others: WholeDayRoster
  ) {
    self.instance = instance
    self.staff = staff
    program.objectiveStep = 1
    let wishes = Dictionary(grouping: instance.requests, by: \.employee)
    for employee in staff { add(employee, wishes[employee] ?? []) }
    addCover(beside: others)
  }

  /// The program for all of the staff.
  init(_ instance: WholeDayInstance) {
    self.init(instance, staff: Array(instance.staff.indices), beside: WholeDayRoster(shifts: []))
  }
}
