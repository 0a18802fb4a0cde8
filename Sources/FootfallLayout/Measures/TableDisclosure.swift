/// Which cells of a table of counts are withheld whose sums by row and by column are published.
///
/// The cells withheld of a row or column add up to what may be told, as ``Disclosure/withheld(of:)`` has it. Besides, a
/// cell can be computed from all sums together exactly where it is on no cycle of the graph that joins the row and the
/// column of each cell withheld (Gusfield, SIAM Journal on Computing 17, 1988): more are withheld until each cell of a few
/// people is on one.
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
    while hideSmallSums() || hideExposed() {}
  }

  /// By row and column, without the sums.
  var isWithheld: [[Bool]] { isHidden.dropLast().map { Array($0.dropLast()) } }

  private var rows: Range<Int> { 0..<(counts.count - 1) }
  private var columns: Range<Int> { 0..<(counts[0].count - 1) }

  /// Withholds one cell more of a line whose withheld cells add up to too few people.
  /// - Returns: whether there was one.
  private mutating func hideSmallSums() -> Bool {
    let lines =
      rows.map { row in columns.map { Cell(row, $0) } }
      + columns.map { column in rows.map { Cell($0, column) } }
    for line in lines {
      let hidden = line.reduce(0) { $0 + (isHidden[$1.row][$1.column] ? counts[$1.row][$1.column] : 0) }
      guard Disclosure.withholds(hidden) else { continue }
      let told = line.filter { !isHidden[$0.row][$0.column] && counts[$0.row][$0.column] > 0 }
      if let cell = told.min(by: { counts[$0.row][$0.column] < counts[$1.row][$1.column] }) {
        isHidden[cell.row][cell.column] = true
        return true
      }
    }
    return false
  }

  /// Withholds the cells that a cell of a few people lacks for a cycle.
  /// - Returns: whether there was such a cell.
  private mutating func hideExposed() -> Bool {
    for row in rows {
      for column in columns where Disclosure.withholds(counts[row][column]) {
        let cell = Cell(row, column)
        let cycle = cycle(through: cell, isFalling: true) ?? cycle(through: cell, isFalling: false)
        let missing = (cycle ?? []).filter { !isHidden[$0.row][$0.column] }
        for cell in missing { isHidden[cell.row][cell.column] = true }
        if !missing.isEmpty { return true }
      }
    }
    return false
  }

  /// The cells, beside the one given, of the cycle through it for which the fewest counts are lost (Dijkstra, 1959); nil
  /// where there is none.
  /// - Parameter isFalling: whether the cell falls while the others change, by turns.
  private func cycle(through start: Cell, isFalling: Bool) -> [Cell]? {
    let nodes = counts.count + counts[0].count
    var loss = [Int](repeating: .max, count: nodes)
    var cellTo = [Cell?](repeating: nil, count: nodes)
    var isDone = [Bool](repeating: false, count: nodes)
    loss[start.row] = 0
    while let node = (0..<nodes).filter({ !isDone[$0] && loss[$0] < .max }).min(by: { loss[$0] < loss[$1] }) {
      isDone[node] = true
      let isRow = node < counts.count
      for other in 0..<(isRow ? counts[0].count : counts.count) {
        let cell = isRow ? Cell(node, other) : Cell(other, node - counts.count)
        let next = isRow ? counts.count + other : other
        guard cell != start, let cost = cost(of: cell, isRising: isRow == isFalling),
          loss[node] + cost < loss[next]
        else { continue }
        loss[next] = loss[node] + cost
        cellTo[next] = cell
      }
    }
    var cells: [Cell] = []
    var node = counts.count + start.column
    while node != start.row {
      guard let cell = cellTo[node] else { return nil }
      cells.append(cell)
      node = node < counts.count ? counts.count + cell.column : cell.row
    }
    return cells
  }

  /// What is lost by withholding a cell; nil where it can't be.
  ///
  /// Zeros come last: they hide little. Around a cycle counts rise and fall by turns, and a zero can't fall.
  private func cost(of cell: Cell, isRising: Bool) -> Int? {
    let count = counts[cell.row][cell.column]
    if count == 0, !isRising { return nil }
    if isHidden[cell.row][cell.column] { return 0 }
    guard rows.contains(cell.row), columns.contains(cell.column), isPossible(cell.row, cell.column) else {
      return nil
    }
    return count > 0 ? count : 1_000_000_000
  }
}
