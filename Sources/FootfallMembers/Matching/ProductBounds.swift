/// Between what the exact inner product of each row with a query lies, from that of the rounded ones.
struct ProductBounds {
  let products: UnsafeMutableBufferPointer<Int32>
  let rows: UnsafeBufferPointer<Quantisation>
  private let queryStep: Float
  private let querySlack: Float

  /// What summing 128 products of unit vectors in f32 can be wrong by (128 · 2⁻²⁴ = 7.6e-6; Higham, Accuracy and
  /// Stability of Numerical Algorithms, 3.1) and what computing the bounds in f32 can, with room to spare.
  private static let arithmeticSlack: Float = 2e-5
  /// Rows and queries are no longer than this.
  private static let greatestLength: Float = 1.0001

  init(
    products: UnsafeMutableBufferPointer<Int32>, rows: UnsafeBufferPointer<Quantisation>, query: Quantisation
  ) {
    self.products = products
    self.rows = rows
    queryStep = query.step
    querySlack = query.error
  }

  /// The product of a row is not greater.
  func upper(_ index: Int) -> Float { middle(index) + slack(index) }

  /// The product of a row is not less.
  func lower(_ index: Int) -> Float { middle(index) - slack(index) }

  /// At least two rows' products, or those of all, are not less.
  var secondGreatestLowerBound: Float {
    var (best, second) = (-Float.infinity, -Float.infinity)
    for index in products.indices {
      let bound = lower(index)
      if bound > second {
        second = min(bound, best)
        best = max(bound, best)
      }
    }
    return second
  }

  private func middle(_ index: Int) -> Float { Float(products[index]) * queryStep * rows[index].step }

  private func slack(_ index: Int) -> Float {
    let error = rows[index].error
    return error * Self.greatestLength + (Self.greatestLength + error) * querySlack + Self.arithmeticSlack
  }
}
