internal import FootfallCore

/// The shortest way from a start through places in any order to an end, along straight lines.
enum ShortestTour {
  /// With more places the order is not searched: the time doubles with each.
  static let mostPlaces = 8

  /// The length of the way through the places in their order.
  static func length(from start: Point, through places: [Point], to end: Point) -> Double {
    zip([start] + places, places + [end]).reduce(0) { $0 + ($1.1 - $1.0).length }
  }

  /// The length of the shortest way (Held and Karp, SIAM Journal 10, 1962); nil for more than ``mostPlaces``.
  /// - Complexity: O(2ⁿ n²).
  static func shortest(from start: Point, through places: [Point], to end: Point) -> Double? {
    guard places.count <= mostPlaces else { return nil }
    guard !places.isEmpty else { return (end - start).length }
    let count = places.count
    // By the set of places visited and the last of them.
    var least = [Double](repeating: .infinity, count: (1 << count) * count)
    for place in 0..<count { least[(1 << place) * count + place] = (places[place] - start).length }
    for set in 1..<(1 << count) {
      for last in 0..<count where least[set * count + last] < .infinity {
        for next in 0..<count where set & (1 << next) == 0 {
          let index = (set | 1 << next) * count + next
          least[index] = min(least[index], least[set * count + last] + (places[next] - places[last]).length)
        }
      }
    }
    let all = ((1 << count) - 1) * count
    return (0..<count).map { least[all + $0] + (end - places[$0]).length }.min()
  }
}
