/// A linear model fitted by least squares.
///
///     // Each row: 1, whether it is after the change.
///     let model = LeastSquares(rows: [[1, 0], [1, 0], [1, 1], [1, 1]], values: [3, 4, 6, 8])
///     model?.coefficients  // [3.5, 3.5]
public struct LeastSquares: Sendable {
  /// One for each column.
  public let coefficients: [Double]
  /// What each value is above what the model expects.
  public let residuals: [Double]
  let rows: [[Double]]
  /// The inverse of X′X.
  let inverse: SymmetricMatrix

  /// Fits; nil where columns make up one another, or there are no more rows than columns.
  /// - Parameters:
  ///   - rows: the explaining numbers of each value, all of one length.
  ///   - values: one for each row.
  /// - Complexity: O(nk + nf² + k³) for n rows of k columns, of which f are not 0.
  public init?(rows: [[Double]], values: [Double]) {
    precondition(rows.count == values.count, "a value for each row")
    guard let columns = rows.first?.count, rows.count > columns else { return nil }
    guard let inverse = LeastSquares.products(rows, columns).inverse else { return nil }
    let sums = (0..<columns).map { column in
      zip(rows, values).reduce(0) { $0 + $1.0[column] * $1.1 }
    }
    let coefficients = inverse.times(sums)
    self.coefficients = coefficients
    residuals = zip(rows, values).map { row, value in
      let rest = value - LeastSquares.product(row, coefficients)
      // Rounding is no spread.
      return rest.magnitude > 1e-12 * value.magnitude ? rest : 0
    }
    self.rows = rows
    self.inverse = inverse
  }

  /// X′X; weeks and weekdays leave most of a row 0.
  private static func products(_ rows: [[Double]], _ columns: Int) -> SymmetricMatrix {
    var sums = [Double](repeating: 0, count: columns * columns)
    for row in rows {
      let places = row.indices.filter { row[$0] != 0 }
      for first in places {
        for second in places { sums[first * columns + second] += row[first] * row[second] }
      }
    }
    return SymmetricMatrix(size: columns) { sums[$0 * columns + $1] }
  }

  /// The sum of products.
  static func product(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Rows less columns.
  public var degreesOfFreedom: Double { Double(rows.count - coefficients.count) }

  /// The deviation of the values from the model.
  public var residualDeviation: Double {
    (residuals.reduce(0) { $0 + $1 * $1 } / degreesOfFreedom).squareRoot()
  }

  /// A coefficient, with errors taken to be independent and of one spread.
  public func estimate(_ column: Int) -> Estimate {
    let variance = inverse[column, column]
    return Estimate(
      value: coefficients[column], standardError: residualDeviation * variance.squareRoot(),
      degreesOfFreedom: degreesOfFreedom)
  }

  /// A coefficient, with errors that may depend on each other within a cluster and differ in spread: CR2 with the degrees
  /// of freedom of Bell and McCaffrey (Survey Methodology 28, 2002).
  ///
  /// - Parameters:
  ///   - column: which coefficient.
  ///   - clusters: of each row, for example its day.
  /// - Returns: nil where the clusters tell nothing of the coefficient.
  public func estimate(_ column: Int, clusters: [Int]) -> Estimate? {
    ClusteredErrors(self, clusters: clusters).estimate(column)
  }
}
