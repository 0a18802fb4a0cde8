/// Finds the cheapest row of an employee where each shift of each day has a price: a path through days, resources and
/// what was worked before, by dynamic programming.
///
/// The limits of single kinds of shift are kept by raising prices: as resources they would multiply the states.
struct RowSearch {
  /// What has been worked up to a day, but for minutes and weekends.
  private enum State {
    /// Days off in a row, no more of which are counted than must be.
    case off(Int)
    /// The last shift, and the days of work in a row.
    case work(shift: Int, run: Int)
  }

  private let instance: WholeDayInstance
  private let employee: WholeDayInstance.Employee
  private let states: [State]
  /// The place in `states` of the first day of work with the first shift.
  private let firstWork: Int
  /// Minutes of each shift, in units of which all are multiples.
  private let units: [Int]
  private let leastUnits: Int
  private let mostWeekends: Int
  private let mostUnits: Int
  private let shifts: [WholeDayInstance.ShiftIndex]
  /// The costs up to a day, by state, weekends and units; nothing is kept from one search to the next.
  private var costs: [Double] = []
  private var nextCosts: [Double] = []
  /// By day: the state of the day before, beside the costs.
  private var origins: [Int16] = []

  /// More states than this take too long for a search that is repeated.
  static let mostPlaces = 4e6

  /// Prepares the search for an employee; nil where there are too many states, or no row has minutes enough.
  init?(
    _ instance: WholeDayInstance, _ employee: WholeDayInstance.Employee,
    mostPlaces: Double = RowSearch.mostPlaces
  ) {
    self.instance = instance
    self.employee = employee
    shifts = instance.shifts.indices.filter { employee.mostShifts[$0] > 0 }
    let scale = StintModel.minuteUnits(of: employee, in: instance)
    units = scale.shifts
    // No more can be worked than there is.
    leastUnits = scale.total.lowerBound
    mostUnits = min(scale.total.upperBound, instance.days * (units.max() ?? 0))
    mostWeekends = min(employee.mostWeekends, (instance.days + 6) / 7)
    firstWork = max(1, employee.leastDaysOff)
    let runs = min(employee.run.upperBound, instance.days)
    states =
      (1...firstWork).map { .off($0) }
      + instance.shifts.indices.flatMap { shift in (1...runs).map { .work(shift: shift, run: $0) } }
    let places = Double(states.count) * Double(mostWeekends + 1) * (Double(mostUnits) + 1)
    guard leastUnits <= mostUnits, states.count < Int(Int16.max),
      places * Double(instance.days) <= mostPlaces
    else { return nil }
  }

  private var runs: Int { (states.count - firstWork) / instance.shifts.count }

  private func place(_ state: Int, weekends: Int, units: Int) -> Int {
    (state * (mostWeekends + 1) + weekends) * (mostUnits + 1) + units
  }

  /// A cheap row that keeps the limits of kinds of shift, too; nil where none is found.
  /// - Parameter prices: By day and shift; those of shifts that are worked too often are raised until they are not.
  mutating func limitedRow(at prices: [[Double]]) -> [WholeDayInstance.ShiftIndex?]? {
    var prices = prices
    let most = employee.mostShifts
    var fine = 8.0
    for _ in 0..<8 {
      guard let row = self.row(at: prices) else { return nil }
      let counts = row.reduce(into: [Int](repeating: 0, count: most.count)) {
        if let shift = $1 { $0[shift] += 1 }
      }
      let exceeded = counts.indices.filter { counts[$0] > most[$0] }
      if exceeded.isEmpty { return row }
      for day in prices.indices { for shift in exceeded { prices[day][shift] += fine } }
      fine *= 2
    }
    return nil
  }

  /// The cheapest row; nil where no row keeps the rules but for the limits of kinds of shift.
  /// - Parameter prices: By day and shift.
  mutating func row(at prices: [[Double]]) -> [WholeDayInstance.ShiftIndex?]? {
    let count = place(states.count, weekends: 0, units: 0)
    costs = [Double](repeating: .infinity, count: count)
    nextCosts = costs
    origins = [Int16](repeating: -1, count: count * instance.days)
    defer { (costs, nextCosts, origins) = ([], [], []) }
    // Before the first day lies enough rest for anything.
    costs[place(firstWork - 1, weekends: 0, units: 0)] = 0
    for day in 0..<instance.days {
      for place in nextCosts.indices { nextCosts[place] = .infinity }
      for (index, state) in states.enumerated() {
        if case .off(let days) = state {
          step(day, from: index, to: min(days + 1, firstWork) - 1, shift: nil, price: 0)
          if days == firstWork { work(day, from: index, after: nil, run: 1, prices) }
        } else if case .work(let shift, let run) = state, run <= day {
          if run >= employee.run.lowerBound || run == day {
            step(day, from: index, to: 0, shift: nil, price: 0)
          }
          if run < runs { work(day, from: index, after: shift, run: run + 1, prices) }
        }
      }
      swap(&costs, &nextCosts)
    }
    return cheapestRow
  }

  /// Goes on with each shift that may be worked.
  private mutating func work(
    _ day: Int, from state: Int, after last: Int?, run: Int, _ prices: [[Double]]
  ) {
    if employee.daysOff.contains(day) { return }
    for shift in shifts {
      if let last, instance.shifts[last].forbiddenNext.contains(shift) { continue }
      step(day, from: state, to: firstWork + shift * runs + run - 1, shift: shift, price: prices[day][shift])
    }
  }

  /// Whether work on a day makes its weekend one with work, where the state before is given.
  private func beginsWeekend(_ day: Int, after state: Int) -> Bool {
    day % 7 == 5 || (day % 7 == 6 && state < firstWork)
  }

  private mutating func step(_ day: Int, from state: Int, to next: Int, shift: Int?, price: Double) {
    let more = shift.map { units[$0] } ?? 0
    let weekend = shift != nil && beginsWeekend(day, after: state) ? 1 : 0
    if more > mostUnits || weekend > mostWeekends { return }
    let origin = day * costs.count
    for weekends in 0...(mostWeekends - weekend) {
      let from = place(state, weekends: weekends, units: 0)
      let to = place(next, weekends: weekends + weekend, units: more)
      for offset in 0...(mostUnits - more) {
        let cost = costs[from + offset] + price
        if cost < nextCosts[to + offset] {
          nextCosts[to + offset] = cost
          origins[origin + to + offset] = Int16(truncatingIfNeeded: state)
        }
      }
    }
  }

  private var cheapestRow: [WholeDayInstance.ShiftIndex?]? {
    var best = (cost: Double.infinity, state: 0, weekends: 0, units: 0)
    for state in states.indices {
      for weekends in 0...mostWeekends {
        for units in leastUnits...mostUnits {
          let cost = costs[place(state, weekends: weekends, units: units)]
          if cost < best.cost { best = (cost, state, weekends, units) }
        }
      }
    }
    guard best.cost < .infinity else { return nil }
    var row = [WholeDayInstance.ShiftIndex?](repeating: nil, count: instance.days)
    for day in row.indices.reversed() {
      let origin = Int(
        origins[day * costs.count + place(best.state, weekends: best.weekends, units: best.units)])
      if case .work(let shift, _) = states[best.state] {
        row[day] = shift
        best.units -= units[shift]
        best.weekends -= beginsWeekend(day, after: origin) ? 1 : 0
      }
      best.state = origin
    }
    return row
  }
}
