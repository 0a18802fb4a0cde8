import FootfallPlanning
import FootfallTestSupport

/// Programs to solve.
enum Programs {
  /// Of five things with values and weights, the best that weigh no more than 10: 15 in all, by the second and the last.
  static let knapsack: IntegerProgram = {
    var program = IntegerProgram()
    let values = [4.0, 7, 5, 1, 8]
    let columns = values.map { program.addVariable(0...1, cost: -$0, isWhole: true) }
    program.addRow(-.infinity...10, zip(columns, [5.0, 4, 6, 3, 6]))
    return program
  }()

  /// Equalities that hardly any choice fulfils ("market split", Cornuéjols and Dawande, IPCO 1998): hours of search.
  static func marketSplit(seed: UInt64, rows: Int = 4, columns: Int = 30) -> IntegerProgram {
    var generator = SeededGenerator(seed: seed)
    var program = IntegerProgram()
    let variables = (0..<columns).map { _ in program.addVariable(0...1, cost: 0, isWhole: true) }
    for _ in 0..<rows {
      let terms = variables.map { ($0, Double(Int.random(in: 0..<100, using: &generator))) }
      let half = (terms.reduce(0) { $0 + $1.1 } / 2).rounded(.down)
      program.addRow(half...half, terms)
    }
    return program
  }

  /// The same with a cost for each miss, so that everything is an answer.
  static func elasticMarketSplit(seed: UInt64) -> IntegerProgram {
    let hard = marketSplit(seed: seed)
    var program = IntegerProgram()
    for variable in hard.variables { program.addVariable(variable.range, cost: 0, isWhole: true) }
    for row in hard.rowRanges.indices {
      let terms = hard.rowStarts[row]..<hard.rowStarts[row + 1]
      let (under, over) = (
        program.addVariable(0...1e4, cost: 1), program.addVariable(0...1e4, cost: 1)
      )
      program.addRow(
        hard.rowRanges[row],
        Array(zip(hard.columns[terms], hard.coefficients[terms])) + [(under, 1.0), (over, -1.0)])
    }
    program.objectiveStep = 1
    return program
  }

  /// A program of whole variables from 0 to 2 with a few rows.
  static func random(seed: UInt64) -> IntegerProgram {
    var generator = SeededGenerator(seed: seed)
    let count = 6
    var program = IntegerProgram()
    for _ in 0..<count {
      program.addVariable(0...2, cost: Double(Int.random(in: -9...9, using: &generator)), isWhole: true)
    }
    for _ in 0..<5 {
      let terms = (0..<count).map { ($0, Double(Int.random(in: -4...5, using: &generator))) }
      let least = Double(Int.random(in: -6...3, using: &generator))
      program.addRow(least...least + Double(Int.random(in: 0...6, using: &generator)), terms)
    }
    program.offset = Double(Int.random(in: -5...5, using: &generator))
    return program
  }

  /// A program of twenty variables, half of them whole, and ten rows.
  static func mixed(seed: UInt64) -> IntegerProgram {
    var generator = SeededGenerator(seed: seed)
    var program = IntegerProgram()
    for column in 0..<20 {
      let upper = Double(Int.random(in: 1...9, using: &generator))
      let cost = Double(Int.random(in: -20...20, using: &generator))
      program.addVariable(0...upper, cost: cost, isWhole: column % 2 == 0)
    }
    for _ in 0..<10 {
      let row = (0..<20).map { ($0, Double(Int.random(in: -9...9, using: &generator))) }
      let least = Double(Int.random(in: -30...10, using: &generator))
      program.addRow(least...least + 15, row)
    }
    return program
  }

  /// The least objective of a program of few whole variables, found by trying every value; nil where none is allowed.
  static func least(_ program: IntegerProgram) -> Double? {
    var least: Double?
    var values: [Double] = []
    func extend() {
      guard values.count < program.variables.count else {
        if program.violation(of: values) == nil {
          least = min(least ?? .infinity, program.objective(of: values))
        }
        return
      }
      let range = program.variables[values.count].range
      for value in stride(from: range.lowerBound, through: range.upperBound, by: 1) {
        values.append(value)
        extend()
        values.removeLast()
      }
    }
    extend()
    return least
  }

  /// What rosters of two small whole-day instances are made with.
  static func plans() throws -> [IntegerProgram] {
    try (1...2 as ClosedRange<UInt64>).map { seed in
      let text = RosterInstanceMaker(staff: 5, weeks: 2, shifts: 2).text(seed: seed)
      return WholeDayPlanner.program(of: try WholeDayInstance(reading: Array(text.utf8)))
    }
  }
}
