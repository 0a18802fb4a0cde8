import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallSolver

@Suite("HiGHS in a process of its own", .enabled(if: SharedData.hasModel("highs/libhighs.so.1")))
struct HighsTests {
  private static let library = SharedData.models.appendingPathComponent("highs/libhighs.so.1").path
  private let solver: SolverProcess

  init() throws { solver = try SolverProcess(highs: Self.library) }

  private func solve(
    _ program: IntegerProgram, from start: [Double]? = nil, seconds: Double = 60, nodes: Int? = nil,
    gap: Double = 0
  ) throws(SolverError) -> SolverAnswer {
    try solver.solve(
      program, from: start, within: SolverLimits(time: .seconds(seconds), nodes: nodes, gap: gap))
  }

  @Test("is what solves, and says so")
  func version() { #expect(solver.name.wholeMatch(of: /highs \d+\.\d+.*/) != nil, "\(solver.name)") }

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
    let good = try solve(program, seconds: 1)
    let again = try solve(program, from: good.values, nodes: 1)
    #expect((again.objective ?? .infinity) <= (good.objective ?? 0))
    #expect(try solve(Programs.knapsack, from: [1, 1, 1, 1, 1]).objective == -15)
  }

  @Test("ends at the gap that is asked for")
  func gap() throws {
    let answer = try solve(Programs.elasticMarketSplit(seed: 4), gap: 1)
    #expect(answer.status == .feasible && answer.bound < answer.objective ?? 0, "\(answer)")
  }

  @Test("a limit of nodes gives the same answer each time")
  func repeatable() throws {
    let program = Programs.elasticMarketSplit(seed: 5)
    let first = try solve(program, nodes: 200)
    #expect(try solve(program, nodes: 200) == first)
    #expect(first.values != nil)
  }

  @Test("tells answers and bounds as it finds them")
  func progress() throws {
    let program = Programs.elasticMarketSplit(seed: 6)
    let run = try solver.begin(program, from: nil, within: SolverLimits(time: .seconds(60)))
    let deadline = ContinuousClock.now + .seconds(20)
    while run.incumbent == nil, .now < deadline { _ = try run.answer(within: .milliseconds(10)) }
    let values = try #require(run.incumbent)
    #expect(program.violation(of: values) == nil && run.progress.objective == program.objective(of: values))
    #expect(run.progress.bound <= program.objective(of: values))
    run.cancel()
  }

  @Test("a library that is none is CBC", arguments: ["/nowhere/libhighs.so.1", "/bin/true"])
  func otherLibrary(path: String) throws {
    let solver = try SolverProcess(highs: path)
    #expect(solver.name.hasPrefix("cbc "))
    #expect(
      try solver.solve(Programs.knapsack, from: nil, within: SolverLimits(time: .seconds(9))).objective == -15
    )
  }

  @Test("finds what CBC finds, and the same bound, in programs of plans")
  func beside() throws {
    let cbc = try SolverProcess()
    for program in try Programs.plans() {
      let limits = SolverLimits(time: .seconds(60))
      let (ours, theirs) = (
        try solve(program), try cbc.solve(program, from: nil, within: limits)
      )
      #expect(ours.status == .optimal && theirs.status == .optimal)
      #expect(abs((ours.objective ?? 0) - (theirs.objective ?? 1)) < 1e-6)
      #expect(abs(ours.bound - theirs.bound) < 1e-6)
    }
  }
}
