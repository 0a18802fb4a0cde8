extension IntegerProgram {
  /// The program in free MPS form, which other solvers read.
  ///
  /// Columns are called `x0`, `x1`, … and rows `r0`, `r1`, …, in order. The offset stands, with the other sign, as the
  /// right side of the objective `cost`. A row of at most `u` with a range of `u − l` is at least `l`.
  public var mps: String {
    let rows = rowRanges.enumerated().map { " \(Self.kind(of: $1)) r\($0)\n" }
    let sides = rowRanges.enumerated().map { number, range in
      " rhs r\(number) \(range.upperBound.isFinite ? range.upperBound : range.lowerBound)\n"
    }
    let ranges = rowRanges.enumerated().compactMap { number, range in
      Self.kind(of: range) == "L" && range.lowerBound.isFinite
        ? " range r\(number) \(range.upperBound - range.lowerBound)\n" : nil
    }
    return
      (["NAME footfall\nROWS\n N cost\n"] + rows + ["COLUMNS\n"] + columnLines
      + ["RHS\n rhs cost \(-offset)\n"] + sides + ["RANGES\n"] + ranges + ["BOUNDS\n"] + boundLines
      + ["ENDATA\n"]).joined()
  }

  private static func kind(of range: ClosedRange<Double>) -> String {
    range.lowerBound == range.upperBound ? "E" : range.upperBound.isFinite ? "L" : "G"
  }

  private var columnLines: [String] {
    var terms = variables.enumerated().map { " x\($0) cost \($1.cost)\n" }
    for row in rowRanges.indices {
      for term in rowStarts[row]..<rowStarts[row + 1] {
        terms[columns[term]] += " x\(columns[term]) r\(row) \(coefficients[term])\n"
      }
    }
    return variables.indices.map { column in
      let isWhole = variables[column].isWhole
      let wasWhole = column > 0 && variables[column - 1].isWhole
      let begin = isWhole && !wasWhole ? " whole 'MARKER' 'INTORG'\n" : ""
      let isLast = column + 1 == variables.count || !variables[column + 1].isWhole
      return begin + terms[column] + (isWhole && isLast ? " whole 'MARKER' 'INTEND'\n" : "")
    }
  }

  private var boundLines: [String] {
    variables.enumerated().map { column, variable in
      let (lower, upper) = (variable.range.lowerBound, variable.range.upperBound)
      if lower == upper { return " FX bound x\(column) \(lower)\n" }
      return (lower.isFinite ? " LO bound x\(column) \(lower)\n" : " MI bound x\(column)\n")
        + (upper.isFinite ? " UP bound x\(column) \(upper)\n" : " PL bound x\(column)\n")
    }
  }
}
