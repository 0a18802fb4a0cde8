/// A small symmetric matrix, row by row.
struct SymmetricMatrix {
  private(set) var elements: [Double]
  let size: Int

  /// A matrix of `size` rows; only symmetry makes sense.
  init(size: Int, _ element: (_ row: Int, _ column: Int) -> Double) {
    self.size = size
    elements = (0..<size * size).map { element($0 / size, $0 % size) }
  }

  subscript(row: Int, column: Int) -> Double { elements[row * size + column] }

  /// The product with a vector.
  func times(_ vector: [Double]) -> [Double] {
    (0..<size).map { row in
      (0..<size).reduce(0) { $0 + elements[row * size + $1] * vector[$1] }
    }
  }

  /// The inverse of a positive definite matrix by Gauss and Jordan; nil where it is singular.
  var inverse: SymmetricMatrix? {
    var left = elements
    var right = SymmetricMatrix(size: size) { $0 == $1 ? 1 : 0 }.elements
    for pivot in 0..<size {
      let value = left[pivot * size + pivot]
      // A column that the others make up leaves nothing but rounding of what it was.
      guard value > 1e-10 * self[pivot, pivot] else { return nil }
      for column in 0..<size {
        left[pivot * size + column] /= value
        right[pivot * size + column] /= value
      }
      for row in 0..<size where row != pivot {
        let factor = left[row * size + pivot]
        if factor == 0 { continue }
        for column in 0..<size {
          left[row * size + column] -= factor * left[pivot * size + column]
          right[row * size + column] -= factor * right[pivot * size + column]
        }
      }
    }
    return SymmetricMatrix(size: size) { (right[$0 * size + $1] + right[$1 * size + $0]) / 2 }
  }

  /// The matrix to the power of −½; directions in which it is 0 stay 0.
  ///
  /// By Jacobi's rotations (Golub and Van Loan, "Matrix Computations", 4th edition, section 8.5).
  var inverseSquareRoot: SymmetricMatrix {
    var work = self
    var vectors = SymmetricMatrix(size: size) { $0 == $1 ? 1 : 0 }
    for _ in 0..<30 {
      var rest = 0.0
      for row in 0..<size { for column in 0..<row { rest += work[row, column] * work[row, column] } }
      if rest < 1e-28 { break }
      for row in 0..<size { for column in 0..<row { work.rotate(row, column, &vectors) } }
    }
    let roots = (0..<size).map { work[$0, $0] > 1e-10 ? 1 / work[$0, $0].squareRoot() : 0 }
    return SymmetricMatrix(size: size) { row, column in
      (0..<size).reduce(0) { $0 + vectors[row, $1] * roots[$1] * vectors[column, $1] }
    }
  }

  /// Makes the element of this row and column 0, and turns `vectors` with it.
  private mutating func rotate(_ p: Int, _ q: Int, _ vectors: inout SymmetricMatrix) {
    guard self[p, q] != 0 else { return }
    let theta = (self[q, q] - self[p, p]) / (2 * self[p, q])
    let tangent = (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for index in 0..<size {
      let (first, second) = (self[index, p], self[index, q])
      elements[index * size + p] = cosine * first - sine * second
      elements[index * size + q] = sine * first + cosine * second
    }
    for index in 0..<size {
      let (first, second) = (self[p, index], self[q, index])
      elements[p * size + index] = cosine * first - sine * second
      elements[q * size + index] = sine * first + cosine * second
      let (left, right) = (vectors[index, p], vectors[index, q])
      vectors.elements[index * size + p] = cosine * left - sine * right
      vectors.elements[index * size + q] = sine * left + cosine * right
    }
  }
}
