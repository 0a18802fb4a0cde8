/// A roster problem as an integer program: its answers are rosters, and its bound holds for all of them.
///
/// A whole variable for each option; the number of people in a stretch, and by start those on each of its breaks, are
/// variables of their own. That is exact, because people in equal stretches can swap breaks, and keeps rows short.
struct RosterProgram {
  let problem: RosterProblem
  var program = IntegerProgram()
  /// The number of people in each stretch.
  var crews: [IntegerProgram.Column] = []
  /// By stretch, break and start of the break: those who begin it there.
  var breaks: [[[IntegerProgram.Column]]] = []
  /// Heads missing and heads too many, beside the demands; none where nothing can be worked and nothing is demanded.
  var missing: [IntegerProgram.Column?] = []
  var spare: [IntegerProgram.Column?] = []
  /// What is derived from the options: its column and how its value follows from a roster.
  var derived: [(column: IntegerProgram.Column, value: Derived)] = []

  enum Derived {
    case shortage(person: Int, quota: RosterProblem.Quota)
    case any(person: Int, quota: RosterProblem.Quota)
    case weekend(person: Int, days: Range<Int>)
    case starts(person: Int, time: Int)
    case works(person: Int)
    case share(isMost: Bool)
  }

  /// Writes a problem down as a program.
  ///
  /// Options come first, so that the column of an option is its place in the problem. Of people who are all alike the
  /// first stands for all, and the variables count them.
  init(_ problem: RosterProblem) {
    self.problem = problem
    program.offset = problem.constant + problem.offCosts.reduce(0, +)
    for cell in cells {
      for option in problem.optionRange(cell) {
        _ = program.addVariable(
          0...places, cost: problem.options[option].cost - problem.offCosts[cell], isWhole: true)
      }
    }
    addCells()
    addCrews()
    addCover()
    if !problem.areAllAlike { for person in problem.people.indices { addRules(of: person) } }
    if problem.fairnessCost != 0 { addFairness() }
  }
}

extension RosterProgram {
  /// The cells that have variables.
  var cells: Range<Int> { 0..<(problem.areAllAlike ? min(problem.days, problem.cells) : problem.cells) }

  /// How often an option can be taken.
  var places: Double { problem.areAllAlike ? Double(problem.people.count) : 1 }

  /// The column of an option.
  func column(of option: Int) -> IntegerProgram.Column {
    problem.areAllAlike ? option % problem.optionStarts[problem.days] : option
  }

  private mutating func addCells() {
    for cell in cells where !problem.optionRange(cell).isEmpty {
      program.addRow(
        (problem.isRequired[cell] ? places : 0)...places, problem.optionRange(cell).map { ($0, 1.0) })
    }
  }
}
