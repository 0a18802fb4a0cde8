/// Finds the columns of a table by the names in its first line.
enum HeaderColumns {
  /// Where `columns` stand in the first line's `values`; nil where it names none of them and is no header.
  /// - Throws: a ``RowError`` where it names some of them only.
  static func positions(
    of columns: [String], inHeader values: [String], line: Int
  ) throws(RowError) -> [Int]? {
    let found = columns.map { values.firstIndex(of: $0) }
    if found.allSatisfy({ $0 == nil }) { return nil }
    let present = found.compactMap { $0 }
    guard present.count == columns.count else {
      throw RowError(
        line: line, name: "the header", value: values.joined(separator: ","),
        allowed: columns.joined(separator: ","))
    }
    return present
  }
}
