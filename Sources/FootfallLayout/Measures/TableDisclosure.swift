/// Which cells of a table of counts are withheld whose sums by row and by column are published.
///
/// The cells withheld of a row or column add up to what may be told, as ``Disclosure/withheld(of:)`` has it. Besides, a
/// cell can be computed from all sums together exactly where it is a bridge of the graph that joins the row and the column
/// of each cell withheld (Gusfield, SIAM Journal on Computing 17, 1988): more are withheld until there is none.
struct TableDisclosure {
  /// By row and column.
  private(set) var isWithheld: [[Bool]]
  private let counts: [[Int]]
  private let columns: Int

  /// - Parameter counts: by row and column; rows are equally long. What is 0 tells of nobody and hides nothing.
  init(_ counts: [[Int]]) {
    self.counts = counts
    columns = counts.first?.count ?? 0
    isWithheld = counts.map { $0.map(Disclosure.withholds) }
    while let cell = next { isWithheld[cell.row][cell.column] = true }
  }

  private typealias Cell = (row: Int, column: Int)

  /// The cell to withhold next; nil where all is well, or nothing is left that would help.
  private var next: Cell? {
    for line in lines where Disclosure.withholds(line.reduce(0) { $0 + withheldCount($1) }) {
      if let cell = smallestTold(of: line) { return cell }
    }
    for bridge in lines.prefix(counts.count).joined() where isBridge(bridge) {
      let (row, column) = (lines[bridge.row], lines[counts.count + bridge.column])
      if let cell = smallestTold(of: row) ?? smallestTold(of: column) { return cell }
    }
    return nil
  }

  /// The rows, then the columns.
  private var lines: [[Cell]] {
    counts.indices.map { row in (0..<columns).map { (row, $0) } }
      + (0..<columns).map { column in counts.indices.map { ($0, column) } }
  }

  private func withheldCount(_ cell: Cell) -> Int {
    isWithheld[cell.row][cell.column] ? counts[cell.row][cell.column] : 0
  }

  private func smallestTold(of line: [Cell]) -> Cell? {
    line.filter { !isWithheld[$0.row][$0.column] && counts[$0.row][$0.column] > 0 }
      .min { counts[$0.row][$0.column] < counts[$1.row][$1.column] }
  }

  /// Whether the column of a withheld cell can't be reached from its row by other withheld cells.
  private func isBridge(_ cell: Cell) -> Bool {
    guard isWithheld[cell.row][cell.column] else { return false }
    var isReached = [Bool](repeating: false, count: counts.count + columns)
    var open = [cell.row]
    isReached[cell.row] = true
    while let node = open.popLast() {
      let isRow = node < counts.count
      for other in 0..<(isRow ? columns : counts.count) {
        let (row, column) = isRow ? (node, other) : (other, node - counts.count)
        let next = isRow ? counts.count + column : row
        guard isWithheld[row][column], (row, column) != cell, !isReached[next] else { continue }
        isReached[next] = true
        open.append(next)
      }
    }
    return !isReached[counts.count + cell.column]
  }
}
