internal import FootfallCore

/// Pairs rows with columns so that the sum of similarities is largest; pairs below a minimum are not made.
struct Matcher: Sendable {
  /// For each row the column it was given, or −1.
  private(set) var columnOfRow: [Int] = []
  private var solver = AssignmentSolver()
  private var costs: [Double] = []

  /// The cost of leaving a row and a column alone; any pair worth making costs less.
  private static let unmatched = 1.0

  mutating func match(
    _ rows: Int, _ columns: Int, minimum: Double, similarity: (_ row: Int, _ column: Int) -> Double
  ) {
    columnOfRow.removeAll(keepingCapacity: true)
    guard rows > 0, columns > 0 else {
      for _ in 0..<rows { columnOfRow.append(-1) }
      return
    }
    costs.removeAll(keepingCapacity: true)
    for row in 0..<rows {
      for column in 0..<columns {
        let value = similarity(row, column)
        costs.append(value >= minimum ? 1 - value : Self.unmatched)
      }
    }
    solver.solve(costs: costs, rows: rows, columns: columns, into: &columnOfRow)
    for row in 0..<rows {
      let column = columnOfRow[row]
      if column >= 0, costs[row * columns + column] >= Self.unmatched { columnOfRow[row] = -1 }
    }
  }
}
