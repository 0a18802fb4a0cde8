/// Options of a cell that are alike in all that is counted of a person over several days, so that it need be weighed
/// once for all of them.
struct OptionKinds {
  /// By option: its kind.
  let kinds: [Int]
  /// By kind: one of its options.
  let examples: [Int]
  /// Where each cell's kinds begin, and at last their number.
  private let starts: [Int]

  init(_ problem: RosterProblem) {
    var kinds: [Int] = []
    var examples: [Int] = []
    var starts = [0]
    for cell in 0..<problem.cells {
      let (person, day) = (cell / problem.days, cell % problem.days)
      let measures = problem.people[person].quotas.filter { $0.days.contains(day) }.map(\.measure)
      var known: [[Int]: Int] = [:]
      for option in problem.optionRange(cell) {
        let duty = problem.duty(ofOption: option)
        var counted = measures.map { problem.amount(of: option, by: $0) }
        if problem.fairnessCost != 0 { counted.append(duty.paidMinutes) }
        if problem.startTimeCost != 0 { counted.append(duty.startTime) }
        let kind = known[counted] ?? examples.count
        if kind == examples.count {
          known[counted] = kind
          examples.append(option)
        }
        kinds.append(kind)
      }
      starts.append(examples.count)
    }
    (self.kinds, self.examples, self.starts) = (kinds, examples, starts)
  }

  /// The kinds of a cell.
  func range(_ cell: Int) -> Range<Int> { starts[cell]..<starts[cell + 1] }
}
