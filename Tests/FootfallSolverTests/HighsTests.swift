import FootfallPlanning
import FootfallTestSupport
import Testing

@testable import FootfallSolver

@Suite("HiGHS", .enabled(if: SharedData.hasModel("highs/libhighs.so.1")))
struct HighsTests {
  @Test("tells answers and bounds as it finds them")
  func progress() throws {
    let program = Programs.elasticMarketSplit(seed: 6)
    let run = try SolverUnderTest.highs.process().begin(
      program, from: nil, within: SolverLimits(time: .seconds(60)))
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
    for program in try Programs.plans() {
      let ours = try SolverUnderTest.highs.solve(program)
      let theirs = try SolverUnderTest.cbc.solve(program)
      #expect(ours.status == .optimal && theirs.status == .optimal)
      #expect(abs((ours.objective ?? 0) - (theirs.objective ?? 1)) < 1e-6)
      #expect(abs(ours.bound - theirs.bound) < 1e-6)
    }
  }
}
