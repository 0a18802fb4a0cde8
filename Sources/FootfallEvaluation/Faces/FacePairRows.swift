/// Reads pairs of pictures from comma-separated text: `a,b,same`.
///
/// The first line names the columns, in any order; further columns are not read. A file whose first line names none of
/// them has no header, and its columns stand as above.
public enum FacePairRows {
  /// The names of the columns.
  public static let columns = ["a", "b", "same"]

  /// The pairs of `text` in the order of its lines.
  /// - Parameter text: UTF-8; lines end in LF or CR LF, values may stand in double quotes.
  /// - Throws: a ``RowError`` for the first header without one of the columns, line with too few of them, empty path,
  ///   or `same` other than 1 and 0.
  /// - Complexity: O(n) for n bytes.
  public static func parse(_ text: [UInt8]) throws(RowError) -> [FacePair] {
    var pairs: [FacePair] = []
    var order: [Int]?
    var scanner = LineScanner(text)
    while scanner.nextLine() {
      let values = QuotedFields.split(scanner.lineText)
      if order == nil {
        order = try HeaderColumns.positions(of: columns, inHeader: values, line: scanner.line)
        if order != nil { continue }
      }
      let known = order ?? Array(columns.indices)
      order = known
      pairs.append(try pair(values, known, line: scanner.line))
    }
    return pairs
  }

  private static func pair(_ values: [String], _ order: [Int], line: Int) throws(RowError) -> FacePair {
    guard let last = order.max(), last < values.count else {
      throw RowError(
        line: line, name: "the row", value: values.joined(separator: ","),
        allowed: columns.joined(separator: ","))
    }
    let cells = order.map { values[$0] }
    func fault(_ index: Int, _ allowed: String) -> RowError {
      RowError(
        line: line, column: order[index] + 1, name: columns[index], value: cells[index], allowed: allowed)
    }
    for index in 0..<2 where cells[index].isEmpty { throw fault(index, "the path of a picture") }
    guard cells[2] == "1" || cells[2] == "0" else { throw fault(2, "1 or 0") }
    return FacePair(first: cells[0], second: cells[1], isSame: cells[2] == "1", line: line)
  }
}
