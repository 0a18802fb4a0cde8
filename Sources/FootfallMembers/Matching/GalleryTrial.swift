internal import FootfallCore

/// A gallery of made-up members to measure how fast it is searched; nobody's face is in it.
public final class GalleryTrial {
  private let gallery = Gallery()
  private var queries: [FaceEmbedding] = []
  private var next = 0

  /// Makes up members in directions that are equally likely all around.
  ///
  /// Every second query is near one of them, the others near nobody.
  /// - Complexity: O(members), about 10 µs each.
  public init(members: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    gallery.reserve(members)
    for number in 1...members {
      guard let face = Self.direction(near: nil, &generator) else { continue }
      gallery.add(MemberID(number: UInt64(number)), face)
      guard number % max(1, members / 8) == 0 else { continue }
      queries += [Self.direction(near: face, &generator), Self.direction(near: nil, &generator)].compactMap {
        $0
      }
    }
  }

  /// Searches in 8 bits and proves the answer.
  public func search() -> Double { gallery.nearest(to: query())?.similarity ?? 0 }

  /// Computes the inner products of all.
  public func searchAll() -> Double { gallery.nearestOfAll(to: query())?.similarity ?? 0 }

  /// Whether both searches give the same answer to all queries.
  public var isConsistent: Bool {
    queries.allSatisfy { gallery.nearest(to: $0) == gallery.nearestOfAll(to: $0) }
  }

  private func query() -> FaceEmbedding {
    next = (next + 1) % queries.count
    return queries[next]
  }

  /// A sum of uniform numbers is nearly normal, which makes no direction likelier than another.
  private static func direction(
    near other: FaceEmbedding?, _ generator: inout SplitMix64
  ) -> FaceEmbedding? {
    let numbers = (0..<FaceEmbedding.dimensions).map { index in
      let sum = (0..<4).reduce(Float(-2)) { sum, _ in sum + .random(in: 0..<1, using: &generator) }
      return other.map { $0.values[index] + 0.05 * sum } ?? sum
    }
    return numbers.withUnsafeBufferPointer { FaceEmbedding($0) }
  }
}
