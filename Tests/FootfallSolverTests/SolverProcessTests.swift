import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallSolver

@Suite("CBC in a process of its own")
struct SolverProcessTests {
  private let solver: SolverProcess

  init() throws { solver = try SolverProcess() }

  private func solve(
    _ program: IntegerProgram, from start: [Double]? = nil, seconds: Double = 60, nodes: Int? = nil,
    gap: Double = 0
  ) throws(SolverError) -> SolverAnswer {
    try solver.solve(
      program, from: start, within: SolverLimits(time: .seconds(seconds), nodes: nodes, gap: gap))
  }

  @Test("tells its version")
  func version() { #expect(solver.name.wholeMatch(of: /cbc \d+\.\d+.*/) != nil, "\(solver.name)") }

  @Test("finds the best of a knapsack, and proves it")
  func knapsack() throws {
    let answer = try solve(Programs.knapsack)
    #expect(
      answer
        == SolverAnswer(status: .optimal, values: [0, 1, 0, 0, 1], objective: -15, bound: -15))
  }

  @Test("agrees with trying every value", arguments: 1...40 as ClosedRange<UInt64>)
  func enumeration(seed: UInt64) throws {
    let program = Programs.random(seed: seed)
    let answer = try solve(program)
    #expect(answer.objective == Programs.least(program))
    #expect(answer.status == (answer.objective == nil ? .infeasible : .optimal))
  }

  @Test("solves programs without whole variables, with bounds below 0 and an offset")
  func fractions() throws {
    var program = IntegerProgram()
    let (x, y) = (program.addVariable(-3...5, cost: -1), program.addVariable(-.infinity...4, cost: -2))
    program.addRow(-.infinity...4.5, [(x, 2.0), (y, 1.0)])
    program.offset = 10
    let answer = try solve(program)
    #expect(answer.status == .optimal)
    #expect(abs((answer.objective ?? 0) - 1.75) < 1e-9 && abs(answer.bound - 1.75) < 1e-9)
  }

  @Test("says where there is no answer")
  func infeasible() throws {
    var program = Programs.knapsack
    program.addRow(11...20, (0..<5).map { ($0, [5.0, 4, 6, 3, 6][$0]) })
    let answer = try solve(program)
    #expect(answer == SolverAnswer(status: .infeasible, values: nil, objective: nil, bound: .infinity))
  }

  @Test("a program without a least objective is an error", arguments: [true, false])
  func unbounded(isWhole: Bool) {
    var program = IntegerProgram()
    let x = program.addVariable(0 ... .infinity, cost: -1, isWhole: isWhole)
    let y = program.addVariable(0 ... .infinity, cost: 0, isWhole: isWhole)
    program.addRow(0...0.5, [(x, 1.0), (y, -1.0)])
    #expect(throws: SolverError.self) { try solve(program) }
  }

  @Test("a limit of time without an answer says that nothing is known, and soon")
  func timeLimit() throws {
    let start = ContinuousClock.now
    let answer = try solve(Programs.marketSplit(seed: 1), seconds: 0.5)
    #expect(answer.status == .unknown && answer.values == nil && answer.objective == nil)
    #expect(answer.bound.isFinite || answer.bound == -.infinity)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test("a start is kept where nothing better is found, and one that breaks a row is ignored")
  func start() throws {
    let program = Programs.elasticMarketSplit(seed: 2)
    var start = [Double](repeating: 0, count: program.variables.count)
    for row in program.rowRanges.indices { start[30 + 2 * row] = program.rowRanges[row].lowerBound }
    #expect(program.violation(of: start) == nil)
    let answer = try solve(program, from: start, seconds: 0.5)
    #expect((answer.objective ?? .infinity) <= program.objective(of: start))
    start[0] = 1
    #expect(try solve(Programs.knapsack, from: [1, 1, 1, 1, 1]).objective == -15)
  }

  @Test("a start is where the search begins")
  func warmStart() throws {
    let program = Programs.elasticMarketSplit(seed: 3)
    let good = try solve(program, seconds: 2)
    let again = try solve(program, from: good.values, nodes: 1)
    #expect((again.objective ?? .infinity) <= (good.objective ?? 0))
  }

  @Test("ends at the gap that is asked for")
  func gap() throws {
    let program = Programs.elasticMarketSplit(seed: 4)
    let answer = try solve(program, gap: 1)
    #expect(answer.status == .feasible && answer.bound < answer.objective ?? 0, "\(answer)")
  }

  @Test("a limit of nodes gives the same answer each time")
  func repeatable() throws {
    let program = Programs.elasticMarketSplit(seed: 5)
    let first = try solve(program, nodes: 200)
    #expect(try solve(program, nodes: 200) == first)
    #expect(first.values != nil)
  }

  @Test("two searches go on side by side, and tell how far they are")
  func sideBySide() throws {
    let limits = SolverLimits(time: .seconds(1.5))
    let start = ContinuousClock.now
    let runs = try (6...7 as ClosedRange<UInt64>).map {
      try solver.begin(Programs.elasticMarketSplit(seed: $0), from: nil, within: limits)
    }
    for run in runs {
      let answer = try run.answer(within: .seconds(20))
      #expect(answer?.status == .feasible)
      let best = try #require(answer?.objective)
      #expect(
        run.progress.bound <= best && run.progress.objective ?? .infinity >= best - 1e-6,
        "\(run.progress) \(best)")
    }
    #expect(ContinuousClock.now - start < .seconds(6))
  }

  @Test("a process that is killed is an error, and so is a search that was cancelled")
  func killed() throws {
    let program = Programs.marketSplit(seed: 8)
    let run = try solver.begin(program, from: nil, within: SolverLimits(time: .seconds(60)))
    #expect(try run.answer(within: .milliseconds(100)) == nil)
    kill(try #require(run as? SolverProcessRun).processIdentifier, SIGKILL)
    #expect(throws: SolverError.failed("the solver has failed: signal 9 ended it before it answered")) {
      try run.answer(within: .seconds(20))
    }
    let other = try solver.begin(program, from: nil, within: SolverLimits(time: .seconds(60)))
    other.cancel()
    #expect(throws: SolverError.self) { try other.answer(within: .seconds(20)) }
  }

  @Test("the process ends with its parent's interest in it")
  func orphan() throws {
    var run: SolverProcessRun? =
      try solver.begin(
        Programs.marketSplit(seed: 9), from: nil, within: SolverLimits(time: .seconds(60)))
      as? SolverProcessRun
    let process = try #require(run?.processIdentifier)
    #expect(kill(process, 0) == 0)
    run = nil
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }
}
