/// The times that shifts of allowed shapes can have in a period, and how their breaks can lie.
struct ShiftShapes: Sendable {
  private let problem: StaffingProblem
  /// By length, of a shift that begins at minute 0.
  private let placements: [Int: [[ShiftBreak]]]

  init(_ problem: StaffingProblem) {
    self.problem = problem
    placements = Dictionary(
      uniqueKeysWithValues: problem.rules.lengths.map { length in
        (
          length,
          problem.rules.breakPlacements(ofShift: 0..<length, grid: problem.demand.intervalMinutes)
        )
      })
  }

  /// All times of shifts within the period of which somebody can be at work throughout an interval.
  func times(covering interval: Range<Int>) -> [Range<Int>] {
    let rules = problem.rules
    let starts = max(0, interval.upperBound - rules.greatestMinutes)..<interval.lowerBound + 1
    return starts.filter { problem.horizon.clockMinute(at: $0) % rules.startGridMinutes == 0 }.flatMap {
      start in
      rules.lengths.filter { length in
        start + length >= interval.upperBound && start + length <= problem.horizon.minutes.upperBound
          && placements[length, default: []].contains { breaks in
            !breaks.contains { $0.minutes.shifted(by: start).overlaps(interval) }
          }
      }.map { start..<start + $0 }
    }
  }

  /// All shifts at a time, with each way to place the breaks.
  func shifts(at minutes: Range<Int>, role: String, employee: String?) -> [Shift] {
    placements[minutes.count, default: []].map { breaks in
      Shift(
        role: role, employee: employee, minutes: minutes,
        breaks: breaks.map {
          ShiftBreak(minutes: $0.minutes.shifted(by: minutes.lowerBound), isPaid: $0.isPaid)
        })
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
