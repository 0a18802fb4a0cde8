/// Which cells of a table of counts are withheld whose sums by row and by column are published.
///
/// The cells withheld of a row or column add up to what may be told, as ``Disclosure/withheld(of:)`` has it. Besides, a
/// cell can be computed from all sums together exactly where it is a bridge of the graph that joins the row and the column
/// of each cell withheld (Gusfield, SIAM Journal on Computing 17, 1988): more are withheld until none of a few people is.
struct TableDisclosure {
  private typealias Cell = (row: Int, column: Int)

  /// With the sums in a last column and a last row.
  private let counts: [[Int]]
  private var isHidden: [[Bool]]
  private let isPossible: (_ row: Int, _ column: Int) -> Bool

  /// - Parameters:
  ///   - counts: by row and column; rows are equally long.
  ///   - isPossible: whether a cell can be other than 0, as everybody knows.
  init(_ counts: [[Int]], isPossible: @escaping (_ row: Int, _ column: Int) -> Bool = { _, _ in true }) {
    let rows = counts.map { $0 + [$0.reduce(0, +)] }
    let last = (rows.first ?? []).indices.map { column in rows.reduce(0) { $0 + $1[column] } }
    self.counts = rows + [last]
    self.isPossible = isPossible
    isHidden = self.counts.map { $0.map(Disclosure.withholds) }
    while let cell = next { isHidden[cell.row][cell.column] = true }
  }

  /// By row and column, without the sums.
  var isWithheld: [[Bool]] { isHidden.dropLast().map { Array($0.dropLast()) } }

  private var rows: Range<Int> { 0..<(counts.count - 1) }
  private var columns: Range<Int> { 0..<(counts[0].count - 1) }

  /// The cell to withhold next; nil where all is well, or nothing is left that would help.
  private var next: Cell? {
    let lines =
      rows.map { row in columns.map { Cell(row, $0) } }
      + columns.map { column in rows.map { Cell($0, column) } }
    for line in lines {
      let hidden = line.reduce(0) { $0 + (isHidden[$1.row][$1.column] ? counts[$1.row][$1.column] : 0) }
      if Disclosure.withholds(hidden), let cell = smallestTold(of: line), counts[cell.row][cell.column] > 0 {
        return cell
      }
    }
    for cell in lines.prefix(rows.count).joined() where isExposed(cell) {
      let (row, column) = (lines[cell.row], lines[rows.count + cell.column])
      if let companion = smallestTold(of: row) ?? smallestTold(of: column) { return companion }
    }
    return nil
  }

  /// Zeros last: they hide little.
  private func smallestTold(of line: [Cell]) -> Cell? {
    func size(_ cell: Cell) -> Int {
      counts[cell.row][cell.column] == 0 ? .max : counts[cell.row][cell.column]
    }
    return line.filter { !isHidden[$0.row][$0.column] && isPossible($0.row, $0.column) }
      .min { size($0) < size($1) }
  }

  /// Whether a cell of a few people can be computed from the others: its column can't be reached from its row by other
  /// cells that are withheld.
  private func isExposed(_ cell: Cell) -> Bool {
    guard Disclosure.withholds(counts[cell.row][cell.column]) else { return false }
    var isReached = [Bool](repeating: false, count: counts.count + counts[0].count)
    var open = [cell.row]
    isReached[cell.row] = true
    while let node = open.popLast() {
      let isRow = node < counts.count
      for other in 0..<(isRow ? counts[0].count : counts.count) {
        let (row, column) = isRow ? (node, other) : (other, node - counts.count)
        let next = isRow ? counts.count + column : row
        guard isHidden[row][column], (row, column) != cell, !isReached[next] else { continue }
        isReached[next] = true
        open.append(next)
      }
    }
    return !isReached[counts.count + cell.column]
  }
}
