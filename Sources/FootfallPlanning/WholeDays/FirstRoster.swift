/// Makes the roster that a search begins from: one person after the other gets the days that suit best what those before
/// have left.
///
/// The solver finds them where there is time for it; else they are found without it, or are those of somebody before.
struct FirstRoster {
  private typealias Row = [WholeDayInstance.ShiftIndex?]

  private let instance: WholeDayInstance
  private let solver: any IntegerProgramSolver
  private var roster: WholeDayRoster

  init(_ instance: WholeDayInstance, solver: any IntegerProgramSolver) {
    self.instance = instance
    self.solver = solver
    let free = Row(repeating: nil, count: instance.days)
    roster = WholeDayRoster(shifts: [Row](repeating: free, count: instance.staff.count))
  }

  /// - Parameter timeLeft: Half of it is for the search, unless nothing is found by then for somebody.
  mutating func make(timeLeft: () -> Duration) throws(WholeDayError) -> WholeDayRoster {
    let reserve = timeLeft() / 2
    for index in instance.staff.indices {
      let share = (timeLeft() - reserve) / (instance.staff.count - index)
      roster.shifts[index] = try row(of: index, within: share, timeLeft)
    }
    return roster
  }

  /// The most for one person, who takes a tenth of a second.
  private static let mostSolverTime = Duration.seconds(20)

  /// With less than this a solver hardly gets further than its start.
  private static let leastSolverTime = Duration.milliseconds(200)

  /// What the limit is exceeded by at most, for the sake of a roster.
  private static let grace = Duration.seconds(2)

  private func row(
    of index: WholeDayInstance.EmployeeIndex, within share: Duration, _ timeLeft: () -> Duration
  ) throws(WholeDayError) -> Row {
    if share >= Self.leastSolverTime, let row = try solvedRow(of: index, within: share) { return row }
    if share <= .zero, let row = borrowedRow(for: index) { return row }
    if timeLeft() + Self.grace > .zero, let row = searchedRow(of: index) { return row }
    if let row = borrowedRow(for: index) { return row }
    if timeLeft() > .zero, let row = try solvedRow(of: index, within: timeLeft()) { return row }
    throw .undecided(employee: instance.staff[index].id)
  }

  private func solvedRow(
    of index: WholeDayInstance.EmployeeIndex, within time: Duration
  ) throws(WholeDayError) -> Row? {
    let model = StintModel(instance, staff: [index], beside: roster)
    let answer: SolverAnswer
    do throws(SolverError) {
      let limits = SolverLimits(time: min(time, Self.mostSolverTime))
      answer = try solver.solve(model.program, from: nil, within: limits)
    } catch {
      throw .solver(error)
    }
    if answer.status == .infeasible { throw .noRoster(employee: instance.staff[index].id) }
    guard let values = answer.values else { return nil }
    var solved = roster
    model.write(values, into: &solved)
    return solved.shifts[index]
  }

  /// More states than for an annealing, which searches again and again: a fifth of a second.
  private static let mostPlaces = 2e7

  private func searchedRow(of index: WholeDayInstance.EmployeeIndex) -> Row? {
    var search = RowSearch(instance, instance.staff[index], mostPlaces: Self.mostPlaces)
    return search?.limitedRow(at: prices(for: index))
  }

  /// The cheapest of the rows before that keeps this employee's rules.
  private func borrowedRow(for index: WholeDayInstance.EmployeeIndex) -> Row? {
    var own = instance
    own.staff = [instance.staff[index]]
    let prices = prices(for: index)
    func cost(_ row: Row) -> Double {
      row.enumerated().reduce(0) { sum, entry in sum + (entry.element.map { prices[entry.offset][$0] } ?? 0) }
    }
    return roster.shifts[..<index].filter { WholeDayRoster(shifts: [$0]).violations(of: own).isEmpty }
      .min { cost($0) < cost($1) }
  }

  /// What it costs to work, by day and shift, beside those before.
  private func prices(for index: WholeDayInstance.EmployeeIndex) -> [[Double]] {
    var prices = [[Double]](
      repeating: [Double](repeating: 0, count: instance.shifts.count), count: instance.days)
    for wish in instance.requests where wish.employee == index {
      prices[wish.day][wish.shift] += Double(wish.isWanted ? -wish.weight : wish.weight)
    }
    for cover in instance.cover {
      let people = roster.shifts[..<index].count { $0[cover.day] == cover.shift }
      prices[cover.day][cover.shift] += Double(
        people < cover.required ? -cover.underWeight : cover.overWeight)
    }
    return prices
  }
}
