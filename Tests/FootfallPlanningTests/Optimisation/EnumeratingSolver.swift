import FootfallPlanning

/// Solves programs of a few whole variables by trying every value.
struct EnumeratingSolver: IntegerProgramSolver {
  let name = "enumeration"
  /// What is told of each program that is solved.
  var onSolve: @Sendable (IntegerProgram) -> Void = { _ in }

  func solve(
    _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
  ) throws(SolverError) -> SolverAnswer {
    onSolve(program)
    guard let best = Self.best(program) else {
      return SolverAnswer(status: .infeasible, values: nil, objective: nil, bound: .infinity)
    }
    let objective = program.objective(of: best)
    return SolverAnswer(status: .optimal, values: best, objective: objective, bound: objective)
  }

  /// The first of the cheapest answers.
  static func best(_ program: IntegerProgram) -> [Double]? {
    var best: (values: [Double], objective: Double)?
    var values: [Double] = []
    func extend() {
      guard values.count < program.variables.count else {
        let objective = program.objective(of: values)
        if objective < best?.objective ?? .infinity, program.violation(of: values) == nil {
          best = (values, objective)
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
    return best?.values
  }

  /// A program of `count` variables from 0 to 2 and rows that leave some of their values.
  static func random(count: Int, using generator: inout some RandomNumberGenerator) -> IntegerProgram {
    var program = IntegerProgram()
    for _ in 0..<count {
      program.addVariable(0...2, cost: Double(Int.random(in: -9...9, using: &generator)), isWhole: true)
    }
    for _ in 0..<count {
      let columns = (0..<count).filter { _ in Bool.random(using: &generator) }
      let terms = columns.map { ($0, Double(Int.random(in: -4...5, using: &generator))) }
      program.addRow(-.infinity...Double(Int.random(in: 0...9, using: &generator)), terms)
    }
    program.offset = Double(Int.random(in: -5...5, using: &generator))
    return program
  }
}
