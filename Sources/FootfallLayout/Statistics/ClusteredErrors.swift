/// The errors of a linear model's coefficients, where values may depend on each other within a cluster and differ in
/// spread.
///
/// The covariance is CR2 and the degrees of freedom are those of Bell and McCaffrey (Survey Methodology 28, 2002;
/// Imbens and Kolesár, Review of Economics and Statistics 98, 2016). The usual CR1 with the normal or t(G − 1)
/// distribution is too narrow with few clusters, and a trial of two weeks has few days.
///
/// With X the design, V = (X′X)⁻¹ and H = XVX′, a cluster g has a = (I − H)^(−½) X V c in the variance of a contrast c,
/// of its own rows. What does not depend on c is reckoned once; and a row has few columns that are not 0, as weeks and
/// weekdays have, so that many of them cost little.
struct ClusteredErrors: Sendable {
  /// The rows of a cluster, as far as they are not 0.
  fileprivate struct Cluster: Sendable {
    let columns: [Int]
    /// Each in `columns`.
    let rows: [[Double]]
    let residuals: [Double]
    /// (I − H)^(−½).
    let root: SymmetricMatrix
  }

  /// What one cluster has in the variance of a contrast.
  fileprivate struct Part {
    /// The sum a′e.
    let score: Double
    /// The sum a′a.
    let square: Double
    /// The sums X′a, of the cluster's columns.
    let pull: [Double]
  }

  private let coefficients: [Double]
  /// V.
  private let inverse: SymmetricMatrix
  private let clusters: [Cluster]

  /// Factors.
  /// - Parameter clusters: of each row of the model, for example its day.
  /// - Complexity: O(nk + G m³) for n rows of k columns in G clusters of m rows.
  init(_ model: LeastSquares, clusters: [Int]) {
    precondition(clusters.count == model.rows.count, "a cluster for each row")
    coefficients = model.coefficients
    inverse = model.inverse
    let members = Dictionary(grouping: clusters.indices, by: { clusters[$0] })
    self.clusters = members.sorted { $0.key < $1.key }.map { Cluster($0.value, of: model) }
  }

  /// A coefficient.
  /// - Returns: nil where the clusters tell nothing of it.
  /// - Complexity: O(G f² + k² + kp) for clusters with f columns that are not 0, of which p pairs meet in one.
  func estimate(_ column: Int) -> Estimate? {
    let size = coefficients.count
    let contrast = (0..<size).map { inverse[$0, column] }
    // The trace, and the sum of squares, of the matrix δ a′a − pull′ V pull whose quadratic form the variance is.
    var (variance, sum, ownSquares, squares) = (0.0, 0.0, 0.0, 0.0)
    var pulls = [Double](repeating: 0, count: size * size)
    for cluster in clusters {
      let part = cluster.part(contrast)
      var own = 0.0
      for (first, pull) in zip(cluster.columns, part.pull) {
        for (second, other) in zip(cluster.columns, part.pull) {
          own += pull * inverse[first, second] * other
          pulls[first * size + second] += pull * other
        }
      }
      let rest = part.square - own
      variance += part.score * part.score
      sum += rest
      squares += rest * rest
      ownSquares += own * own
    }
    // Over pairs of clusters Σ (pull′ V pull)² is the trace of (VP)² with P = Σ pull pull′.
    squares += max(0, squareTrace(pulls) - ownSquares)
    // Nothing is left where every cluster has a column of its own.
    guard sum > 1e-12 * inverse[column, column], squares > 0 else { return nil }
    return Estimate(
      value: coefficients[column], standardError: variance.squareRoot(),
      degreesOfFreedom: max(1, sum * sum / squares))
  }

  /// The trace of (VP)² for a symmetric P, most of which is 0.
  private func squareTrace(_ pulls: [Double]) -> Double {
    let size = inverse.size
    // The transpose of VP, so that loops run along rows.
    var product = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0..<size where pulls[row * size + column] != 0 {
        let pull = pulls[row * size + column]
        for index in 0..<size { product[column * size + index] += pull * inverse[row, index] }
      }
    }
    var trace = 0.0
    for row in 0..<size {
      for column in 0..<size { trace += product[row * size + column] * product[column * size + row] }
    }
    return trace
  }
}

extension ClusteredErrors.Cluster {
  fileprivate init(_ members: [Int], of model: LeastSquares) {
    let columns = model.coefficients.indices.filter { column in
      members.contains { model.rows[$0][column] != 0 }
    }
    let rows = members.map { member in columns.map { model.rows[member][$0] } }
    let images = rows.map { row in
      columns.map { column in LeastSquares.product(columns.map { model.inverse[column, $0] }, row) }
    }
    let rest = SymmetricMatrix(size: members.count) { first, second in
      (first == second ? 1 : 0) - LeastSquares.product(rows[first], images[second])
    }
    self.init(
      columns: columns, rows: rows, residuals: members.map { model.residuals[$0] },
      root: rest.inverseSquareRoot)
  }

  fileprivate func part(_ contrast: [Double]) -> ClusteredErrors.Part {
    let own = columns.map { contrast[$0] }
    let weights = root.times(rows.map { LeastSquares.product($0, own) })
    var pull = [Double](repeating: 0, count: columns.count)
    for (weight, row) in zip(weights, rows) {
      for index in pull.indices { pull[index] += weight * row[index] }
    }
    return ClusteredErrors.Part(
      score: LeastSquares.product(weights, residuals), square: LeastSquares.product(weights, weights),
      pull: pull)
  }
}
