import FootfallPlanning
import FootfallTestSupport
import Testing

@testable import FootfallSolver

@Suite("What a solver answers")
struct SolverAnswerTests {
  @Test("it tells what it is", arguments: SolverUnderTest.present)
  func version(solver: SolverUnderTest) throws {
    let name = try solver.process().name
    #expect(name.hasPrefix("\(solver) ") && name.wholeMatch(of: /\w+ \d+\.\d+.*/) != nil, "\(name)")
  }

  @Test("the best of a knapsack is found, and proved", arguments: SolverUnderTest.present)
  func knapsack(solver: SolverUnderTest) throws {
    #expect(
      try solver.solve(Programs.knapsack)
        == SolverAnswer(status: .optimal, values: [0, 1, 0, 0, 1], objective: -15, bound: -15))
  }

  @Test("agrees with trying every value", arguments: SolverUnderTest.present, 1...40 as ClosedRange<UInt64>)
  func enumeration(solver: SolverUnderTest, seed: UInt64) throws {
    let program = Programs.random(seed: seed)
    let answer = try solver.solve(program)
    #expect(answer.objective == Programs.least(program))
    #expect(answer.status == (answer.objective == nil ? .infeasible : .optimal))
  }

  @Test(
    "programs without whole variables, with bounds below 0 and an offset", arguments: SolverUnderTest.present)
  func fractions(solver: SolverUnderTest) throws {
    var program = IntegerProgram()
    let (x, y) = (program.addVariable(-3...5, cost: -1), program.addVariable(-.infinity...4, cost: -2))
    program.addRow(-.infinity...4.5, [(x, 2.0), (y, 1.0)])
    program.offset = 10
    let answer = try solver.solve(program)
    #expect(answer.status == .optimal)
    #expect(abs((answer.objective ?? 0) - 1.75) < 1e-9 && abs(answer.bound - 1.75) < 1e-9)
  }

  @Test("it says where there is no answer", arguments: SolverUnderTest.present)
  func infeasible(solver: SolverUnderTest) throws {
    var program = Programs.knapsack
    program.addRow(11...20, (0..<5).map { ($0, [5.0, 4, 6, 3, 6][$0]) })
    #expect(
      try solver.solve(program)
        == SolverAnswer(status: .infeasible, values: nil, objective: nil, bound: .infinity))
  }

  @Test(
    "a program without a least objective is an error", arguments: SolverUnderTest.present, [true, false])
  func unbounded(solver: SolverUnderTest, isWhole: Bool) {
    var program = IntegerProgram()
    let x = program.addVariable(0 ... .infinity, cost: -1, isWhole: isWhole)
    let y = program.addVariable(0 ... .infinity, cost: 0, isWhole: isWhole)
    program.addRow(0...0.5, [(x, 1.0), (y, -1.0)])
    #expect(throws: SolverError.self) { try solver.solve(program) }
  }

  @Test(
    "a limit of time without an answer says that nothing is known, and soon",
    arguments: SolverUnderTest.present)
  func timeLimit(solver: SolverUnderTest) throws {
    let start = ContinuousClock.now
    let answer = try solver.solve(Programs.marketSplit(seed: 1), seconds: 0.5)
    #expect(answer.status == .unknown && answer.values == nil && answer.objective == nil)
    #expect(answer.bound.isFinite || answer.bound == -.infinity)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test(
    "a start is kept where nothing better is found, and one that breaks a row is ignored",
    arguments: SolverUnderTest.present)
  func start(solver: SolverUnderTest) throws {
    let program = Programs.elasticMarketSplit(seed: 2)
    var start = [Double](repeating: 0, count: program.variables.count)
    for row in program.rowRanges.indices { start[30 + 2 * row] = program.rowRanges[row].lowerBound }
    #expect(program.violation(of: start) == nil)
    let answer = try solver.solve(program, from: start, seconds: 0.5)
    #expect((answer.objective ?? .infinity) <= program.objective(of: start))
    #expect(try solver.solve(Programs.knapsack, from: [1, 1, 1, 1, 1]).objective == -15)
  }

  @Test("a start is where the search begins", arguments: SolverUnderTest.present)
  func warmStart(solver: SolverUnderTest) throws {
    let program = Programs.elasticMarketSplit(seed: 3)
    let good = try solver.solve(program, seconds: 2)
    let again = try solver.solve(program, from: good.values, nodes: 1)
    #expect((again.objective ?? .infinity) <= (good.objective ?? 0))
  }

  @Test("it ends at the gap that is asked for", arguments: SolverUnderTest.present)
  func gap(solver: SolverUnderTest) throws {
    let answer = try solver.solve(Programs.elasticMarketSplit(seed: 4), gap: 1)
    #expect(answer.status == .feasible && answer.bound < answer.objective ?? 0, "\(answer)")
  }

  @Test("a limit of nodes gives the same answer each time", arguments: SolverUnderTest.present)
  func repeatable(solver: SolverUnderTest) throws {
    let program = Programs.elasticMarketSplit(seed: 5)
    let first = try solver.solve(program, nodes: 200)
    #expect(try solver.solve(program, nodes: 200) == first)
    #expect(first.values != nil)
  }
}
