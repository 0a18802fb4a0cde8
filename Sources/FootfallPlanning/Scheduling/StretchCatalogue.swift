/// The shifts that a staffing problem lets people work, by day, as stretches of slots.
///
/// Nobody is sent to work where nobody is needed: a shift covers at least one interval in which its role is wanted, and
/// lies within the hours of its day from the first need of any role to the last, rounded outwards to the grids. A day
/// whose hours are shorter than the shortest shift is the exception.
struct StretchCatalogue {
  private(set) var stretches: [RosterProblem.Stretch] = []
  private(set) var breaks: [RosterProblem.Break] = []
  /// Of each stretch.
  private(set) var minutes: [Range<Int>] = []
  /// The stretches that start on each day.
  private(set) var byDay: [[Int]]
  private let problem: StaffingProblem
  private let interval: Int
  private var places: [Shape: Int] = [:]

  private struct Shape: Hashable {
    var role: Int
    var minutes: Range<Int>
  }

  init(_ problem: StaffingProblem) {
    self.problem = problem
    interval = problem.demand.intervalMinutes
    byDay = problem.horizon.days.map { _ in [] }
    for day in byDay.indices { addStretches(onDay: day) }
  }

  /// The place of a shift's stretch, which is added where it is none of those above; nil where its breaks have no place.
  mutating func place(ofRole role: Int, minutes: Range<Int>) -> Int? {
    let shape = Shape(role: role, minutes: minutes)
    if let place = places[shape] { return place }
    guard let pauses = breaks(of: minutes) else { return nil }
    places[shape] = stretches.count
    stretches.append(
      RosterProblem.Stretch(
        role: role, slots: minutes.lowerBound / interval..<minutes.upperBound / interval,
        breaks: breaks.count..<breaks.count + pauses.count))
    breaks += pauses
    self.minutes.append(minutes)
    return stretches.count - 1
  }

  private mutating func addStretches(onDay day: Int) {
    let rules = problem.rules
    guard let hours = hours(ofDay: day) else { return }
    for start in problem.horizon.starts(onDay: day, grid: rules.startGridMinutes) {
      for length in rules.lengths where start + length <= problem.horizon.minutes.upperBound {
        let shift = start..<start + length
        let isWithin = hours.lowerBound <= shift.lowerBound && shift.upperBound <= hours.upperBound
        guard isWithin || hours.count < rules.leastMinutes else { continue }
        for role in problem.roles.indices where isNeeded(role, during: shift) {
          if let place = place(ofRole: role, minutes: shift) { byDay[day].append(place) }
        }
      }
    }
  }

  /// From the first minute of a day in which somebody is needed to the last, rounded outwards to the grids.
  private func hours(ofDay day: Int) -> Range<Int>? {
    let minutes = problem.horizon.days[day].minutes
    let needed = (minutes.lowerBound / interval..<minutes.upperBound / interval).filter { slot in
      problem.demand.required.contains { $0[slot] > 0 }
    }
    guard let first = needed.first, let last = needed.last else { return nil }
    let rules = problem.rules
    return first * interval - rules.startGridMinutes + 1..<(last + 1) * interval
      + max(rules.startGridMinutes, rules.lengthGridMinutes) - 1
  }

  private func isNeeded(_ role: Int, during shift: Range<Int>) -> Bool {
    problem.demand.required[role][shift.lowerBound / interval..<shift.upperBound / interval].contains {
      $0 > 0
    }
  }

  /// The breaks of a shift with the windows that the windows of the others leave; nil where one has none.
  private func breaks(of shift: Range<Int>) -> [RosterProblem.Break]? {
    let first = shift.lowerBound / interval
    var breaks: [RosterProblem.Break] = []
    for rule in problem.rules.breaks(ofShift: shift.count) {
      let earliest = first + roundedUp(rule.window.lowerBound)
      let latest =
        first + (min(rule.window.upperBound, shift.count) - rule.minutes).flooredQuotient(by: interval)
      let free = breaks.last.map { $0.starts.lowerBound + $0.slots } ?? earliest
      guard max(earliest, free) <= latest else { return nil }
      breaks.append(
        RosterProblem.Break(starts: max(earliest, free)...latest, slots: roundedUp(rule.minutes)))
    }
    for number in breaks.indices.dropLast().reversed() {
      let pause = breaks[number]
      let latest = min(pause.starts.upperBound, breaks[number + 1].starts.upperBound - pause.slots)
      guard pause.starts.lowerBound <= latest else { return nil }
      breaks[number].starts = pause.starts.lowerBound...latest
    }
    return breaks
  }

  private func roundedUp(_ minutes: Int) -> Int { (minutes + interval - 1) / interval }
}

extension Int {
  /// The quotient, rounded down.
  func flooredQuotient(by divisor: Int) -> Int { (self - modulo(divisor)) / divisor }
}
