import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallSolver

@Suite("A solver in a process of its own")
struct SolverProcessTests {
  @Test("two searches go on side by side, and tell how far they are", arguments: SolverUnderTest.present)
  func sideBySide(under: SolverUnderTest) throws {
    let solver = try under.process()
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

  @Test(
    "a process that is killed is an error, and so is a search that was cancelled",
    arguments: SolverUnderTest.present)
  func killed(under: SolverUnderTest) throws {
    let solver = try under.process()
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

  @Test("the process ends with its parent's interest in it", arguments: SolverUnderTest.present)
  func orphan(under: SolverUnderTest) throws {
    var run: SolverProcessRun? =
      try under.process().begin(
        Programs.marketSplit(seed: 9), from: nil, within: SolverLimits(time: .seconds(60)))
      as? SolverProcessRun
    let process = try #require(run?.processIdentifier)
    #expect(kill(process, 0) == 0)
    run = nil
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }
}
