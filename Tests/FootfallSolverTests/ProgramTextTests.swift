import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallSolver

/// HiGHS in Python reads MPS by code that is not ours, and solves by code that is not CBC's.
@Suite("Programs as MPS", .enabled(if: PythonInterpreter.has("highspy")))
struct ProgramTextTests {
  private static let script = """
    import sys, highspy
    for path in sys.argv[1:]:
        h = highspy.Highs()
        h.setOptionValue("output_flag", False)
        h.setOptionValue("mip_rel_gap", 0)
        h.readModel(path)
        h.run()
        infeasible = h.getModelStatus() == highspy.HighsModelStatus.kInfeasible
        print("found", "none" if infeasible else repr(h.getInfo().objective_function_value))
    """

  /// Bounds and rows of every kind.
  private static let kinds: IntegerProgram = {
    var program = IntegerProgram()
    let ranges: [ClosedRange<Double>] = [
      -3...5, -.infinity...4, -2 ... .infinity, -.infinity ... .infinity, 2...2,
    ]
    let columns = ranges.enumerated().map { program.addVariable($1, cost: -1.5, isWhole: $0 % 2 == 0) }
    for (range, first) in [(0.5...0.5, 0), (-1...2.5, 1), (-.infinity...7, 2), (-6 ... .infinity, 3)] {
      program.addRow(range, [(columns[first], 1.0), (columns[(first + 3) % 5], 1.25)])
    }
    program.addRow(-20...20, columns.map { ($0, 1.0) })
    program.offset = 12.5
    return program
  }()

  @Test("a reader that is not ours finds the same objectives")
  func sameObjectives() throws {
    let seeds = 1...30 as ClosedRange<UInt64>
    let programs =
      [Self.kinds] + seeds.map(Programs.random) + seeds.map(Programs.mixed) + (try Programs.plans())
    let folder = try TemporaryFolder()
    let paths = try programs.enumerated().map { try folder.write($1.mps, to: "\($0).mps").path }
    let outcome = try PythonInterpreter.run(Self.script, paths)
    try #require(outcome.status == 0, "\(outcome.output)")
    // The library prints a banner of its own.
    let expected = outcome.output.split(separator: "\n").filter { $0.hasPrefix("found ") }.map {
      Double($0.dropFirst(6))
    }
    let found = try programs.map { try SolverUnderTest.cbc.solve($0).objective }
    #expect(found.count == expected.count && found[0] != nil)
    for (number, (ours, theirs)) in zip(found, expected).enumerated() {
      #expect((ours == nil) == (theirs == nil), "\(number)")
      #expect(abs((ours ?? 0) - (theirs ?? 0)) < 1e-6 * max(1, abs(theirs ?? 0)), "\(number)")
    }
  }
}
