import FootfallCore
import FootfallTestSupport
import Testing

@Suite("AssignmentSolver")
struct AssignmentSolverTests {
  @Test(
    "finds the cheapest pairs of known matrices",
    arguments: [
      // Munkres' example as in the documentation of scipy.optimize.linear_sum_assignment: cost 5.
      (rows: 3, columns: 3, costs: [4.0, 1, 3, 2, 0, 5, 3, 2, 2], expected: [1, 0, 2]),
      (rows: 1, columns: 3, costs: [5, 3, 4], expected: [1]),
      (rows: 3, columns: 1, costs: [5, 3, 4], expected: [-1, 0, -1]),
      (rows: 2, columns: 3, costs: [1, 2, 9, 1, 9, 9], expected: [1, 0]),
      (rows: 2, columns: 2, costs: [-5, -1, -4, 0], expected: [0, 1]),
    ])
  func solvesKnownMatrices(rows: Int, columns: Int, costs: [Double], expected: [Int]) {
    var solver = AssignmentSolver()
    var columnOfRow: [Int] = []
    solver.solve(costs: costs, rows: rows, columns: columns, into: &columnOfRow)
    #expect(columnOfRow == expected)
  }

  @Test("gives every row no column where there are none", arguments: [0, 1, 4])
  func emptyMatrices(rows: Int) {
    var solver = AssignmentSolver()
    var columnOfRow = [7, 7]
    solver.solve(costs: [], rows: rows, columns: 0, into: &columnOfRow)
    #expect(columnOfRow == Array(repeating: -1, count: rows))
    solver.solve(costs: [], rows: 0, columns: rows, into: &columnOfRow)
    #expect(columnOfRow.isEmpty)
  }

  @Test("is as cheap as the best of all assignments, for every size up to 6 by 6", arguments: [false, true])
  func agreesWithBruteForce(hasTies: Bool) {
    var random = SeededGenerator(seed: 20_240_611)
    var solver = AssignmentSolver()
    var columnOfRow: [Int] = []
    for rows in 0...6 {
      for columns in 0...6 {
        for _ in 0..<40 {
          let costs = (0..<rows * columns).map { _ in
            hasTies
              ? Double(Int.random(in: -2...2, using: &random)) : Double.random(in: -9...9, using: &random)
          }
          solver.solve(costs: costs, rows: rows, columns: columns, into: &columnOfRow)
          let used = columnOfRow.filter { $0 >= 0 }
          #expect(columnOfRow.count == rows)
          #expect(used.count == min(rows, columns) && Set(used).count == used.count)
          let cost = columnOfRow.enumerated().reduce(0) { sum, pair in
            pair.element < 0 ? sum : sum + costs[pair.offset * columns + pair.element]
          }
          let best = bestCost(costs, rows: rows, columns: columns)
          #expect(abs(cost - best) < 1e-9, "\(rows) x \(columns): \(costs), seed 20240611")
        }
      }
    }
  }

  @Test("a used solver answers like a new one, whatever it has solved before")
  func buffersLeaveNoTrace() {
    var random = SeededGenerator(seed: 7)
    var used = AssignmentSolver()
    var fromUsed: [Int] = []
    var fromNew: [Int] = []
    for _ in 0..<300 {
      let rows = Int.random(in: 0...12, using: &random)
      let columns = Int.random(in: 0...12, using: &random)
      // A longer array than needed: callers reuse theirs, too.
      let costs = (0..<200).map { _ in Double(Int.random(in: 0...5, using: &random)) }
      used.solve(costs: costs, rows: rows, columns: columns, into: &fromUsed)
      var new = AssignmentSolver()
      new.solve(costs: costs, rows: rows, columns: columns, into: &fromNew)
      #expect(fromUsed == fromNew, "\(rows) x \(columns), seed 7")
    }
  }

  @Test("the first column wins where all cost the same")
  func breaksTiesInOrder() {
    var solver = AssignmentSolver()
    var columnOfRow: [Int] = []
    solver.solve(costs: Array(repeating: 1, count: 12), rows: 3, columns: 4, into: &columnOfRow)
    #expect(columnOfRow == [0, 1, 2])
  }

  /// The least cost over all ways to pair the members of the shorter side, by trying them all.
  private func bestCost(_ costs: [Double], rows: Int, columns: Int) -> Double {
    func best(from member: Int, used: Int) -> Double {
      if member == min(rows, columns) { return 0 }
      var least = Double.infinity
      for other in 0..<max(rows, columns) where used & (1 << other) == 0 {
        let cost = rows <= columns ? costs[member * columns + other] : costs[other * columns + member]
        least = min(least, cost + best(from: member + 1, used: used | (1 << other)))
      }
      return least
    }
    return best(from: 0, used: 0)
  }
}
