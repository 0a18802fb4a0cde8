/// Where a face lies among faces: 128 numbers of length 1, near for the same person; overwritten when it goes.
final class FaceEmbedding {
  /// How many numbers there are.
  static let dimensions = 128

  /// Good for as long as the embedding is: only functions that were handed one read it.
  let values: UnsafeMutableBufferPointer<Float>

  /// The numbers, in memory that is not overwritten.
  var numbers: [Float] { Array(values) }

  /// Copies the values and brings them to length 1.
  /// - Returns: nil where they have no direction.
  init?(_ raw: UnsafeBufferPointer<Float>) {
    precondition(raw.count == Self.dimensions, "an embedding has 128 numbers")
    let length = raw.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    guard length > 0, length.isFinite else { return nil }
    values = .allocate(capacity: Self.dimensions)
    for index in raw.indices { values.initializeElement(at: index, to: Float(Double(raw[index]) / length)) }
  }

  deinit {
    SecretMemory.erase(UnsafeMutableRawBufferPointer(values))
    values.deallocate()
  }

  /// The cosine of the angle to another embedding, -1 to 1.
  func similarity(to other: FaceEmbedding) -> Double {
    zip(values, other.values).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
  }

  /// The direction between several embeddings; nil where they cancel each other.
  static func mean(_ embeddings: [FaceEmbedding]) -> FaceEmbedding? {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: dimensions) { sums in
      sums.initialize(repeating: 0)
      defer { SecretMemory.erase(UnsafeMutableRawBufferPointer(sums)) }
      for embedding in embeddings {
        for index in sums.indices { sums[index] += embedding.values[index] }
      }
      return FaceEmbedding(UnsafeBufferPointer(sums))
    }
  }
}
