/// How numbers of a row were rounded to whole ones, and how wrong that can make an inner product.
struct Quantisation: Hashable, Sendable {
  /// One step of the whole numbers.
  var step: Float
  /// The length of what rounding took away, rounded up.
  var error: Float

  /// Rounds 128 numbers to whole ones up to `limit`.
  init<Whole: FixedWidthInteger>(
    of values: UnsafePointer<Float>, into whole: UnsafeMutablePointer<Whole>, limit: Float
  ) {
    let count = FaceEmbedding.dimensions
    let largest = (0..<count).reduce(Float(0)) { max($0, abs(values[$1])) }
    step = max(largest / limit, .leastNormalMagnitude)
    var square = 0.0
    for index in 0..<count {
      let rounded = (values[index] / step).rounded()
      whole[index] = Whole(rounded)
      let rest = Double(values[index]) - Double(step) * Double(rounded)
      square += rest * rest
    }
    error = Float(square.squareRoot()).nextUp
  }
}
