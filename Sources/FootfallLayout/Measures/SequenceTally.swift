/// How often people went through the same zones in the same order.
///
/// Ways are told apart by their first five zones, so that a year of them has room: 12 bits for each zone, 4 for how many.
struct SequenceTally: Sendable {
  static let longest = 5
  /// What 12 bits hold.
  static let mostZones = 4096

  private var counts: [UInt64: Int] = [:]

  /// Adds the way of one visitor.
  mutating func add(_ zones: [Int]) {
    var key: UInt64 = 0
    for zone in zones.prefix(Self.longest).reversed() { key = key << 12 | UInt64(zone) }
    key = key << 4 | UInt64(min(zones.count, Self.longest + 1))
    counts[key, default: 0] += 1
  }

  /// The most common ways that may be told, the most common first.
  /// - Returns: with the zones and whether more followed.
  func mostCommon(_ most: Int) -> [(zones: [Int], isLonger: Bool, count: Int)] {
    let told = counts.filter { !Disclosure.withholds($0.value) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var list = told.prefix(most).map { key, count in
      let (zones, isLonger) = Self.decoded(key)
      return (zones: zones, isLonger: isLonger, count: count)
    }
    // All others together may be too few to tell of.
    let all = counts.values.reduce(0, +)
    while !list.isEmpty, Disclosure.withholds(all - list.reduce(0) { $0 + $1.count }) { list.removeLast() }
    return list
  }

  private static func decoded(_ key: UInt64) -> (zones: [Int], isLonger: Bool) {
    let length = Int(key & 15)
    let zones = (0..<min(length, longest)).map { Int(key >> (4 + 12 * UInt64($0)) & 0xFFF) }
    return (zones, length > longest)
  }
}
