import FootfallTestSupport

@testable import FootfallMembers

/// Made-up embeddings: no face of anybody.
enum Embeddings {
  /// Directions that are equally likely all around, as of strangers.
  static func random(using generator: inout SeededGenerator) -> FaceEmbedding {
    made { _ in normal(using: &generator) }
  }

  /// One near another: as of the same person on another day.
  static func near(
    _ other: FaceEmbedding, noise: Float, using generator: inout SeededGenerator
  ) -> FaceEmbedding {
    let numbers = other.numbers
    return made { numbers[$0] + noise * normal(using: &generator) }
  }

  /// One of given numbers, brought to length 1.
  static func made(_ number: (Int) -> Float) -> FaceEmbedding {
    let numbers = (0..<FaceEmbedding.dimensions).map(number)
    guard let embedding = numbers.withUnsafeBufferPointer(FaceEmbedding.init) else {
      preconditionFailure("random numbers have a direction")
    }
    return embedding
  }

  /// Nearly normal (Irwin and Hall), of variance 1.
  private static func normal(using generator: inout SeededGenerator) -> Float {
    (0..<12).reduce(Float(-6)) { sum, _ in sum + Float.random(in: 0..<1, using: &generator) }
  }
}
