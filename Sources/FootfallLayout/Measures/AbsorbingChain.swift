/// How often somebody who is in a zone will visit each zone before leaving, where the next zone depends on the last alone
/// (Kemeny and Snell, "Finite Markov Chains", 1960).
enum AbsorbingChain {
  /// (I − Q)⁻¹ of the shares Q of moves from zone to zone; nil where somebody might never leave.
  ///
  /// Gauss and Jordan's elimination with the largest pivot.
  static func expectedVisits(_ shares: [[Double]]) -> [[Double]]? {
    let count = shares.count
    var rows = shares.indices.map { row in
      shares[row].indices.map { ($0 == row ? 1 : 0) - shares[row][$0] }
        + (0..<count).map { $0 == row ? 1.0 : 0 }
    }
    for column in 0..<count {
      guard let pivot = (column..<count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-12
      else { return nil }
      rows.swapAt(column, pivot)
      let scale = 1 / rows[column][column]
      rows[column] = rows[column].map { $0 * scale }
      for row in 0..<count where row != column && rows[row][column] != 0 {
        let factor = rows[row][column]
        for place in column..<(2 * count) { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return rows.map { Array($0[count...]) }
  }
}
