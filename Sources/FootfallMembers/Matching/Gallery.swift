internal import CFootfallMembers

/// The templates of all members in memory, ready to be searched; overwritten when they go.
///
/// Used by one thread at a time. Holds 644 bytes a member.
final class Gallery {
  /// The members in the order of the rows.
  private(set) var members: [MemberID] = []
  private var rows = SecretRows<Float>(width: FaceEmbedding.dimensions)
  private var roughRows = SecretRows<Int8>(width: FaceEmbedding.dimensions)
  private var quantisations: [Quantisation] = []
  private var indices: [MemberID: Int] = [:]
  private var roughQuery = [Int16](repeating: 0, count: FaceEmbedding.dimensions)
  private var roughProducts: [Int32] = []

  /// Makes room for this many members.
  func reserve(_ count: Int) {
    rows.reserve(count)
    roughRows.reserve(count)
    members.reserveCapacity(count)
    quantisations.reserveCapacity(count)
    roughProducts.reserveCapacity(count)
  }

  /// Whether a member has a template.
  func contains(_ member: MemberID) -> Bool { indices[member] != nil }

  /// Adds a member who is not in it.
  func add(_ member: MemberID, _ template: FaceEmbedding) {
    precondition(!contains(member), "a new member's template")
    indices[member] = members.count
    members.append(member)
    rows.append { _ = $0.update(from: template.values) }
    let exact = rows.row(members.count - 1)
    roughRows.append { rough in
      guard let start = rough.baseAddress else { return }
      quantisations.append(Quantisation(of: exact, into: start, limit: 127))
    }
    roughProducts.append(0)
  }

  /// Overwrites and removes a member's template; the last member's takes its place.
  func remove(_ member: MemberID) {
    guard let index = indices.removeValue(forKey: member) else { return }
    let last = members.count - 1
    if index != last {
      members[index] = members[last]
      quantisations[index] = quantisations[last]
      indices[members[index]] = index
    }
    rows.removeSwapping(index)
    roughRows.removeSwapping(index)
    members.removeLast()
    quantisations.removeLast()
    roughProducts.removeLast()
  }

  /// The most similar member, found in whole numbers of 8 bits and proved with the exact ones; nil in an empty gallery.
  ///
  /// By Cauchy and Schwarz rounding changes the inner product of a row x and a query q by at most |δx| |q| + (|x| + |δx|)
  /// |δq|, where δ is what rounding took away. Whoever cannot reach the second best by this much need not be looked at.
  /// - Complexity: O(n), 128 bytes of memory read a member.
  func nearest(to query: FaceEmbedding) -> GalleryMatch? {
    guard let start = query.values.baseAddress else { return nil }
    let queryQuantisation = roughQuery.withUnsafeMutableBufferPointer { rough in
      rough.baseAddress.map { Quantisation(of: UnsafePointer(start), into: $0, limit: 32_767) }
    }
    guard let queryQuantisation else { return nil }
    return roughProducts.withUnsafeMutableBufferPointer { products in
      ff_products_i8(roughRows.start, members.count, roughQuery, products.baseAddress)
      return quantisations.withUnsafeBufferPointer { quantisations in
        let bounds = ProductBounds(products: products, rows: quantisations, query: queryQuantisation)
        let least = bounds.secondGreatestLowerBound
        var leaders = Leaders()
        for index in products.indices where bounds.upper(index) >= least {
          leaders.add(index, product(index, start))
        }
        return match(leaders)
      }
    }
  }

  /// The most similar member by the exact inner products of all; nil in an empty gallery.
  /// - Complexity: O(n), 512 bytes of memory read a member.
  func nearestOfAll(to query: FaceEmbedding) -> GalleryMatch? {
    guard let start = query.values.baseAddress else { return nil }
    var leaders = Leaders()
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.chunk) { products in
      for first in stride(from: 0, to: members.count, by: Self.chunk) {
        let count = min(Self.chunk, members.count - first)
        ff_products_f32(rows.row(first), count, start, products.baseAddress)
        for index in 0..<count { leaders.add(first + index, products[index]) }
      }
    }
    return match(leaders)
  }

  /// Rows whose products fit into the nearest cache.
  private static let chunk = 1024

  private func product(_ index: Int, _ query: UnsafePointer<Float>) -> Float {
    var product: Float = 0
    ff_products_f32(rows.row(index), 1, query, &product)
    return product
  }

  private func match(_ leaders: Leaders) -> GalleryMatch? {
    guard leaders.best >= 0 else { return nil }
    return GalleryMatch(
      member: members[leaders.best], similarity: Double(leaders.bestProduct),
      secondSimilarity: members.count > 1 ? Double(leaders.secondProduct) : nil)
  }
}

/// The two greatest products so far; of equals the first.
private struct Leaders {
  var best = -1
  var bestProduct = -Float.infinity
  var secondProduct = -Float.infinity

  mutating func add(_ index: Int, _ product: Float) {
    if product > bestProduct {
      (secondProduct, bestProduct, best) = (bestProduct, product, index)
    } else if product > secondProduct {
      secondProduct = product
    }
  }
}
