extension IntegerProgram {
  /// What `values` cost.
  /// - Parameter values: One for each variable.
  public func objective(of values: [Double]) -> Double {
    zip(variables, values).reduce(offset) { $0 + $1.0.cost * $1.1 }
  }

  /// What the objective would be if each variable could have its cheapest value: a bound, and seldom a good one.
  public var leastConceivable: Double {
    variables.reduce(offset) { sum, variable in
      variable.cost == 0
        ? sum
        : sum + min(variable.cost * variable.range.lowerBound, variable.cost * variable.range.upperBound)
    }
  }

  /// The first thing about `values` that the program does not allow; nil where they are an answer.
  ///
  /// A row may be missed by 1e-6 of its largest term, or by 1e-6 where all are smaller than 1: that is how exactly
  /// solvers calculate.
  /// - Complexity: O(n) for n terms.
  public func violation(of values: [Double]) -> String? {
    guard values.count == variables.count else {
      return "\(values.count) values for \(variables.count) variables"
    }
    for (column, variable) in variables.enumerated() {
      let value = values[column]
      let slack = Self.tolerance * max(1, value.magnitude)
      guard value.isFinite, value >= variable.range.lowerBound - slack,
        value <= variable.range.upperBound + slack
      else { return "variable \(column) is \(value); allowed: \(variable.range)" }
      if variable.isWhole, value != value.rounded() {
        return "variable \(column) is \(value); allowed: whole numbers"
      }
    }
    for row in rowRanges.indices {
      var sum = 0.0
      var largest = 1.0
      for term in rowStarts[row]..<rowStarts[row + 1] {
        let part = coefficients[term] * values[columns[term]]
        sum += part
        largest = max(largest, part.magnitude)
      }
      let slack = Self.tolerance * largest
      let range = rowRanges[row]
      if sum < range.lowerBound - slack || sum > range.upperBound + slack {
        return "row \(row) is \(sum); allowed: \(range)"
      }
    }
    return nil
  }

  /// The least objective that an answer can have, where none can be less than `bound`.
  ///
  /// Where objectives come in steps, that is the next one from `bound` on, or one that is less by 1e-6 of a step.
  public func roundedBound(_ bound: Double) -> Double {
    guard let step = objectiveStep, bound.isFinite else { return bound }
    return offset + ((bound - offset) / step - Self.tolerance).rounded(.up) * step
  }

  private static var tolerance: Double { 1e-6 }
}
