import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallSolver

@Suite("A solver that misbehaves")
struct FakeSolverTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A solver that tells its version, and runs `script` when it is asked to solve.
  private func solver(_ script: String) throws -> SolverProcess {
    let file = try folder.write(
      "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'cbc 0'; exit; fi\n\(script)\n", to: UUID().uuidString)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    // Another test's child may for a moment hold the file open for writing, as it was when that child was begun.
    for _ in 0..<1_000 {
      if let solver = try? SolverProcess(path: file.path) { return solver }
      usleep(10_000)
    }
    return try SolverProcess(path: file.path)
  }

  /// A solver that says `message`.
  private func solver(saying message: SolverMessage) throws -> SolverProcess {
    let file = folder.url.appendingPathComponent(UUID().uuidString)
    try Data(message.encoded()).write(to: file)
    return try solver("cat '\(file.path)'")
  }

  private func error(
    of solver: SolverProcess, _ program: IntegerProgram = Programs.knapsack, from start: [Double]? = nil
  ) -> SolverError? {
    do throws(SolverError) {
      _ = try solver.solve(program, from: start, within: SolverLimits(time: .seconds(30)))
      return nil
    } catch {
      return error
    }
  }

  @Test("that is absent, is no program, or says nothing: what to install is told")
  func missing() throws {
    let text = try folder.write("no program", to: "text")
    for path in ["/nowhere/footfall-solve", text.path, folder.url.path, "/bin/true"] {
      #expect {
        try SolverProcess(path: path)
      } throws: { error in
        guard case .unavailable(let reason) = error as? SolverError else { return false }
        return reason.contains(path) && reason.contains("coinor-libcbc-dev")
      }
    }
  }

  @Test("that ends without an answer is an error")
  func silent() throws {
    #expect(
      error(of: try solver("exit 3"))
        == .failed("the solver has failed: it ended with status 3 and no answer"))
    #expect(
      error(of: try solver("kill -SEGV $$"))
        == .failed("the solver has failed: signal 11 ended it before it answered"))
  }

  @Test("that answers with what is no answer is an error")
  func garbage() throws {
    let expected = SolverError.failed("the solver has failed: it answered with what is no answer")
    #expect(error(of: try solver("echo 'Coin0008I garbage read with 0 errors'")) == expected)
    #expect(error(of: try solver("head -c 100000 /dev/zero")) == expected)
  }

  @Test("whose answer breaks the program is an error, and so is one of the wrong size")
  func wrong() throws {
    for values in [[1.0, 1, 1, 1, 1], [0, 0.5, 0, 0, 0], [0, 2, 0, 0, 0], [.nan, 0, 0, 0, 0], [1, 1]] {
      let solver = try solver(saying: .ended(.complete, bound: -25, values: values))
      guard case .failed = error(of: solver) else {
        Issue.record("\(values) is believed")
        continue
      }
    }
  }

  @Test("that finds no answer where one is known is not believed")
  func denial() throws {
    let solver = try solver(saying: .ended(.infeasible, bound: .infinity, values: []))
    #expect(error(of: solver, from: [0, 0, 0, 0, 0]) != nil)
  }

  @Test("its objective is not taken over, and a bound that is above it is not either")
  func objective() throws {
    let solver = try solver(saying: .ended(.limit, bound: 7, values: [0, 1 + 1e-7, 0, 0, 0]))
    let answer = try solver.solve(Programs.knapsack, from: nil, within: SolverLimits(time: .seconds(30)))
    #expect(answer.values == [0, 1, 0, 0, 0] && answer.objective == -7 && answer.bound == -7)
  }

  @Test("that hangs is ended after its time, and what was known before stays known")
  func hanging() throws {
    let solver = try solver("exec sleep 100")
    let start = ContinuousClock.now
    let limits = SolverLimits(time: .milliseconds(100))
    #expect(try solver.solve(Programs.knapsack, from: nil, within: limits).status == .unknown)
    let kept = try solver.solve(Programs.knapsack, from: [0, 0, 0, 0, 1], within: limits)
    #expect(kept.status == .feasible && kept.objective == -8)
    #expect(ContinuousClock.now - start < .seconds(8))
  }

  @Test("that hangs after it told answers: the best that breaks nothing stays known")
  func told() throws {
    let file = folder.url.appendingPathComponent("told")
    let told: [[Double]] = [[0, 1, 0, 0, 0], [1, 0, 0, 0, 0], [1, 1, 1, 1, 1], [0.5, 0, 0, 0, 1], [1]]
    try Data(told.flatMap { SolverMessage.incumbent($0).encoded() }).write(to: file)
    let solver = try solver("cat '\(file.path)'; exec sleep 100")
    let answer = try solver.solve(
      Programs.knapsack, from: nil, within: SolverLimits(time: .milliseconds(500)))
    #expect(answer.status == .feasible && answer.values == [0, 1, 0, 0, 0] && answer.objective == -7)
  }
}
