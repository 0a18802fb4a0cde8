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
  private let rows: [[Double]]
  /// The inverse of X′X.
  private let inverse: SymmetricMatrix

  /// Fits; nil where columns make up one another, or there are no more rows than columns.
  /// - Parameters:
  ///   - rows: the explaining numbers of each value, all of one length.
  ///   - values: one for each row.
  /// - Complexity: O(n k²) for n rows of k columns.
  public init?(rows: [[Double]], values: [Double]) {
    precondition(rows.count == values.count, "a value for each row")
    guard let columns = rows.first?.count, rows.count > columns else { return nil }
    let products = SymmetricMatrix(size: columns) { first, second in
      rows.reduce(0) { $0 + $1[first] * $1[second] }
    }
    guard let inverse = products.inverse else { return nil }
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

  private static func product(_ first: [Double], _ second: [Double]) -> Double {
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

  /// A coefficient, with errors that may depend on each other within a cluster and differ in spread.
  ///
  /// The covariance is CR2 and the degrees of freedom are those of Bell and McCaffrey (Survey Methodology 28, 2002;
  /// Imbens and Kolesár, Review of Economics and Statistics 98, 2016). The usual CR1 with the normal or t(G − 1)
  /// distribution is too narrow with few clusters, and a trial of two weeks has few days.
  ///
  /// - Parameters:
  ///   - column: which coefficient.
  ///   - clusters: of each row, for example its day.
  /// - Returns: nil where the clusters tell nothing of the coefficient.
  /// - Complexity: O(G² k) for G clusters of a few rows and k columns.
  public func estimate(_ column: Int, clusters: [Int]) -> Estimate? {
    precondition(clusters.count == rows.count, "a cluster for each row")
    let contrast = (0..<coefficients.count).map { inverse[$0, column] }
    let members = Dictionary(grouping: clusters.indices, by: { clusters[$0] })
    let parts = members.sorted { $0.key < $1.key }.map { part($0.value, contrast) }
    let variance = parts.reduce(0) { $0 + $1.score * $1.score }
    let (sum, squares) = freedom(parts)
    // Nothing is left where every cluster has a column of its own.
    guard sum > 1e-12 * inverse[column, column], squares > 0 else { return nil }
    return Estimate(
      value: coefficients[column], standardError: variance.squareRoot(), degreesOfFreedom: sum * sum / squares
    )
  }

  /// What one cluster has in the variance of a contrast.
  private struct Part {
    /// The sum a′e.
    let score: Double
    /// The sum a′a.
    let square: Double
    /// The sums X′a.
    let pull: [Double]
  }

  /// a = (I − H)^(−½) X (X′X)⁻¹ c of the cluster's rows.
  private func part(_ members: [Int], _ contrast: [Double]) -> Part {
    let images = members.map { inverse.times(rows[$0]) }
    let rest = SymmetricMatrix(size: members.count) { first, second in
      (first == second ? 1 : 0) - LeastSquares.product(rows[members[first]], images[second])
    }
    let weights = rest.inverseSquareRoot.times(
      members.map { LeastSquares.product(rows[$0], contrast) })
    var pull = [Double](repeating: 0, count: coefficients.count)
    var score = 0.0
    for (weight, member) in zip(weights, members) {
      score += weight * residuals[member]
      for column in pull.indices { pull[column] += weight * rows[member][column] }
    }
    return Part(score: score, square: weights.reduce(0) { $0 + $1 * $1 }, pull: pull)
  }

  /// The trace, and the sum of squares, of the matrix whose quadratic form the variance is.
  private func freedom(_ parts: [Part]) -> (sum: Double, squares: Double) {
    var (sum, squares) = (0.0, 0.0)
    for (index, part) in parts.enumerated() {
      let image = inverse.times(part.pull)
      for (other, second) in parts[index...].enumerated() {
        let product = -LeastSquares.product(image, second.pull) + (other == 0 ? part.square : 0)
        if other == 0 { sum += product }
        squares += (other == 0 ? 1 : 2) * product * product
      }
    }
    return (sum, squares)
  }
}
