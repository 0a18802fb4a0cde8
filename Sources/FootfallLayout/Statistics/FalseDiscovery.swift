/// Many tests at once.
public enum FalseDiscovery {
  /// P values adjusted so that of those below q no more than the share q is expected to be chance (Benjamini and
  /// Hochberg, JRSS B 57, 1995).
  /// - Parameter pValues: each from 0 to 1.
  /// - Returns: in the same order.
  /// - Complexity: O(n log n).
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var least = 1.0
    let order = pValues.indices.sorted { pValues[$0] > pValues[$1] }
    for (place, index) in order.enumerated() {
      let rank = pValues.count - place
      least = min(least, pValues[index] * Double(pValues.count) / Double(rank))
      adjusted[index] = least
    }
    return adjusted
  }
}
