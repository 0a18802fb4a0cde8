internal import FootfallCore

/// Pairs rows with columns so that the sum of similarities is largest; pairs below a minimum are not made.
///
/// Few pairs of a crowd are similar enough, and they fall into small groups that have no row and no column in common.
/// The best pairs of all are the best pairs of each group, so that each is solved on its own.
struct Matcher: Sendable {
  /// For each row the column it was given, or −1.
  private(set) var columnOfRow: [Int] = []

  private struct Pair {
    var row: Int
    var column: Int
    var cost: Double
    /// The next pair of the same group, or −1.
    var next = -1
  }

  /// A group's rows or columns, numbered from 0 within it.
  private struct Members {
    var all: [Int] = []
    /// The number of each member; stale for those of other groups.
    private var numbers: [Int] = []

    mutating func reset(total: Int) {
      all.removeAll(keepingCapacity: true)
      while numbers.count < total { numbers.append(-1) }
    }

    func number(of member: Int) -> Int { numbers[member] }

    mutating func add(_ member: Int) {
      let number = numbers[member]
      if all.indices.contains(number), all[number] == member { return }
      numbers[member] = all.count
      all.append(member)
    }
  }

  /// The cost of leaving a row and a column alone; any pair worth making costs less.
  private static let unmatched = 1.0

  private var solver = AssignmentSolver()
  // Scratch, kept to save allocations.
  private var pairs: [Pair] = []
  private var groups = ConnectedGroups()
  /// By the group's root: its first pair, or −1.
  private var firstPairs: [Int] = []
  private var rowsOfGroup = Members()
  private var columnsOfGroup = Members()
  private var costs: [Double] = []
  private var choices: [Int] = []

  /// Makes the pairs.
  /// - Parameters:
  ///   - minimum: the smallest similarity of a pair, above 0.
  ///   - similarity: 0 to 1.
  /// - Complexity: O(rows · columns) and O(n²m) for each group of n rows and m columns, or the other way round.
  mutating func match(
    _ rows: Int, _ columns: Int, minimum: Double, similarity: (_ row: Int, _ column: Int) -> Double
  ) {
    columnOfRow.removeAll(keepingCapacity: true)
    for _ in 0..<rows { columnOfRow.append(-1) }
    pairs.removeAll(keepingCapacity: true)
    for row in 0..<rows {
      for column in 0..<columns {
        let value = similarity(row, column)
        if value >= minimum { pairs.append(Pair(row: row, column: column, cost: 1 - value)) }
      }
    }
    group(rows, columns)
    for root in 0..<rows where firstPairs[root] >= 0 { solve(firstPair: firstPairs[root], rows, columns) }
  }

  /// Links the pairs of each group, in order.
  ///
  /// Members are the rows, then the columns: as a group has a row, its root is one.
  private mutating func group(_ rows: Int, _ columns: Int) {
    groups.reset(count: rows + columns)
    for pair in pairs { groups.connect(pair.row, rows + pair.column) }
    firstPairs.removeAll(keepingCapacity: true)
    for _ in 0..<rows { firstPairs.append(-1) }
    for index in pairs.indices.reversed() {
      let root = groups.root(of: pairs[index].row)
      pairs[index].next = firstPairs[root]
      firstPairs[root] = index
    }
  }

  private mutating func solve(firstPair: Int, _ rows: Int, _ columns: Int) {
    if pairs[firstPair].next < 0 {
      columnOfRow[pairs[firstPair].row] = pairs[firstPair].column
      return
    }
    rowsOfGroup.reset(total: rows)
    columnsOfGroup.reset(total: columns)
    var index = firstPair
    while index >= 0 {
      rowsOfGroup.add(pairs[index].row)
      columnsOfGroup.add(pairs[index].column)
      index = pairs[index].next
    }
    fillCosts(firstPair: firstPair)
    let width = columnsOfGroup.all.count
    solver.solve(costs: costs, rows: rowsOfGroup.all.count, columns: width, into: &choices)
    for (row, choice) in choices.enumerated()
    where choice >= 0 && costs[row * width + choice] < Self.unmatched {
      columnOfRow[rowsOfGroup.all[row]] = columnsOfGroup.all[choice]
    }
  }

  private mutating func fillCosts(firstPair: Int) {
    let width = columnsOfGroup.all.count
    costs.removeAll(keepingCapacity: true)
    for _ in 0..<rowsOfGroup.all.count * width { costs.append(Self.unmatched) }
    var index = firstPair
    while index >= 0 {
      let pair = pairs[index]
      costs[rowsOfGroup.number(of: pair.row) * width + columnsOfGroup.number(of: pair.column)] = pair.cost
      index = pair.next
    }
  }
}
