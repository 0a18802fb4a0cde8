/// How many trips entered each pair of zones, and which of the two first.
struct PairTally: Sendable {
  private let zones: Int
  /// By the zone entered first, then the other.
  private var trips: [Int]

  init(zones: Int) {
    self.zones = zones
    trips = [Int](repeating: 0, count: zones * zones)
  }

  /// Adds a trip that entered these zones, each given once in the order of first entries.
  mutating func add(_ visited: [Int]) {
    for (place, first) in visited.enumerated() {
      for second in visited[(place + 1)...] { trips[first * zones + second] += 1 }
    }
  }

  /// Trips that entered `first` before they entered `second`.
  func trips(first: Int, second: Int) -> Int { trips[first * zones + second] }
}
