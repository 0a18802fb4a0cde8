import FootfallPlanning

/// The terms of a program's rows, column after column.
struct ColumnMatrix {
  /// Where each column's terms begin, and at last their number.
  private(set) var starts: [Int32]
  /// The terms' rows.
  private(set) var rows: [Int32]
  /// The terms' coefficients, beside `rows`.
  private(set) var coefficients: [Double]

  /// - Parameter columns: their number, that of the program's or more.
  init(_ program: IntegerProgram, columns: Int) {
    starts = [Int32](repeating: 0, count: columns + 1)
    rows = [Int32](repeating: 0, count: program.columns.count)
    coefficients = [Double](repeating: 0, count: program.columns.count)
    for column in program.columns { starts[column + 1] += 1 }
    for column in 0..<columns { starts[column + 1] += starts[column] }
    var next = starts
    for row in program.rowRanges.indices {
      for term in program.rowStarts[row]..<program.rowStarts[row + 1] {
        let place = Int(next[program.columns[term]])
        next[program.columns[term]] += 1
        rows[place] = Int32(row)
        coefficients[place] = program.coefficients[term]
      }
    }
  }
}
