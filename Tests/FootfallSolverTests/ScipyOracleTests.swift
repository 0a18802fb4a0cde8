import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallSolver

/// HiGHS, as `scipy.optimize.milp` has it, is a solver of other people.
@Suite("CBC beside HiGHS", .enabled(if: PythonInterpreter.has("scipy")))
struct ScipyOracleTests {
  private struct Written: Encodable {
    var cost: [Double] = []
    var lower: [Double] = []
    var upper: [Double] = []
    var isWhole: [Int] = []
    var rows: [[Double]] = []
    var rowLower: [Double] = []
    var rowUpper: [Double] = []
  }

  private static let script = """
    import json, sys, numpy
    from scipy.optimize import milp, Bounds, LinearConstraint
    for line in open(sys.argv[1]):
        p = json.loads(line)
        r = milp(p["cost"], integrality=p["isWhole"], bounds=Bounds(p["lower"], p["upper"]),
                 constraints=LinearConstraint(numpy.array(p["rows"]), p["rowLower"], p["rowUpper"]),
                 options={"mip_rel_gap": 0})
        print("none" if r.status == 2 else repr(float(r.fun)))
    """

  /// A program of twenty variables, half of them whole, and ten rows.
  private static func program(seed: UInt64) -> (IntegerProgram, Written) {
    var generator = SeededGenerator(seed: seed)
    var program = IntegerProgram()
    var written = Written()
    for column in 0..<20 {
      let upper = Double(Int.random(in: 1...9, using: &generator))
      let cost = Double(Int.random(in: -20...20, using: &generator))
      program.addVariable(0...upper, cost: cost, isWhole: column % 2 == 0)
      written.cost.append(cost)
      written.lower.append(0)
      written.upper.append(upper)
      written.isWhole.append(column % 2 == 0 ? 1 : 0)
    }
    for _ in 0..<10 {
      let row = (0..<20).map { _ in Double(Int.random(in: -9...9, using: &generator)) }
      let least = Double(Int.random(in: -30...10, using: &generator))
      program.addRow(least...least + 15, zip(row.indices, row))
      written.rows.append(row)
      written.rowLower.append(least)
      written.rowUpper.append(least + 15)
    }
    return (program, written)
  }

  @Test("both find the same objectives")
  func sameObjectives() throws {
    let problems = (1...30 as ClosedRange<UInt64>).map(Self.program)
    let lines = try problems.map { String(decoding: try JSONEncoder().encode($0.1), as: UTF8.self) }
    let file = try TemporaryFolder()
    let path = try file.write(lines.joined(separator: "\n"), to: "programs.jsonl").path
    let outcome = try PythonInterpreter.run(Self.script, [path])
    try #require(outcome.status == 0, "\(outcome.output)")
    let expected = outcome.output.split(separator: "\n").map { Double($0) }
    let solver = try SolverProcess()
    let found = try problems.map {
      try solver.solve($0.0, from: nil, within: SolverLimits(time: .seconds(60))).objective
    }
    #expect(found.count == expected.count && found.contains { $0 != nil })
    for (ours, theirs) in zip(found, expected) {
      #expect((ours == nil) == (theirs == nil))
      #expect(abs((ours ?? 0) - (theirs ?? 0)) < 1e-6 * max(1, abs(theirs ?? 0)))
    }
  }
}
