public import FootfallPlanning

extension IntegerProgram {
  /// The program in free MPS format, which other solvers read; columns are `c0`, `c1`, …, rows `r0`, `r1`, ….
  ///
  /// The objective's offset stands as the negated right-hand side of the objective row, as CPLEX and HiGHS read it.
  public var mps: String {
    var text = "NAME footfall\nROWS\n N objective\n"
    for (row, range) in rowRanges.enumerated() { text += " \(range.mpsKind) r\(row)\n" }
    text += "COLUMNS\n"
    var terms = [[(row: Int, coefficient: Double)]](repeating: [], count: variables.count)
    for row in rowRanges.indices {
      for term in rowStarts[row]..<rowStarts[row + 1] {
        terms[columns[term]].append((row, coefficients[term]))
      }
    }
    var isWhole = false
    for (column, variable) in variables.enumerated() {
      if variable.isWhole != isWhole {
        isWhole = variable.isWhole
        text += " M\(column) 'MARKER' '\(isWhole ? "INTORG" : "INTEND")'\n"
      }
      text += " c\(column) objective \(variable.cost)\n"
      for term in terms[column] { text += " c\(column) r\(term.row) \(term.coefficient)\n" }
    }
    if isWhole { text += " M\(variables.count) 'MARKER' 'INTEND'\n" }
    return text + rightHandSides + bounds + "ENDATA\n"
  }

  private var rightHandSides: String {
    var sides = "RHS\n rhs objective \(-offset)\n"
    var ranges = "RANGES\n"
    for (row, range) in rowRanges.enumerated() {
      let (lower, upper) = (range.lowerBound, range.upperBound)
      sides += " rhs r\(row) \(lower == -.infinity ? upper : lower)\n"
      if lower > -.infinity, upper < .infinity, lower != upper {
        ranges += " range r\(row) \(upper - lower)\n"
      }
    }
    return sides + ranges
  }

  private var bounds: String {
    variables.enumerated().reduce(into: "BOUNDS\n") { text, entry in
      let (column, range) = (entry.offset, entry.element.range)
      text += range.lowerBound == -.infinity ? " MI b c\(column)\n" : " LO b c\(column) \(range.lowerBound)\n"
      text += range.upperBound == .infinity ? " PL b c\(column)\n" : " UP b c\(column) \(range.upperBound)\n"
    }
  }
}

extension ClosedRange<Double> {
  /// The kind of a row with this range: less, greater, equal; a row between two limits is greater, with a range.
  fileprivate var mpsKind: String {
    lowerBound == upperBound ? "E" : lowerBound == -.infinity ? "L" : "G"
  }
}
