internal import FootfallCore

/// The people who came in over the entrances of a camera, and how they belong together.
public struct EntrySummary: Hashable, Sendable {
  /// Entries that are traffic: who comes in twice counts twice.
  public var persons: Int
  /// Distinct people among them: only somebody whom the tracker never lost is known to be the same.
  public var uniqueVisitors: Int
  /// Groups and people alone: those who came in together are one.
  public var units: Int

  /// Persons in a unit; nil where nobody came.
  public var meanUnitSize: Double? { units > 0 ? Double(persons) / Double(units) : nil }

  /// Creates a summary.
  public init(persons: Int, uniqueVisitors: Int, units: Int) {
    self.persons = persons
    self.uniqueVisitors = uniqueVisitors
    self.units = units
  }

  /// Sums entries up.
  ///
  /// Groups are made from the closest pair on (agglomerative clustering with average linkage: Ge, Collins and Ruback,
  /// IEEE TPAMI 34, 2012, who cluster by distance and velocity as well): two are joined as long as their members are,
  /// on average, no farther apart than the members of a pair may be; those without a link count as ``groupReach``.
  /// - Parameters:
  ///   - entries: those that are traffic.
  ///   - links: pairs that walked together, of any entries.
  init(_ entries: [Crossing], links: [EntryRecorder.Link], parameters: AnalyticsParameters) {
    persons = entries.count
    uniqueVisitors = Set(entries.map(\.track)).count
    let numbers = Dictionary(entries.enumerated().map { ($1, $0) }) { first, _ in first }
    var distances: [[Int]: Double] = [:]
    for link in links {
      guard let a = numbers[link.first], let b = numbers[link.second] else { continue }
      distances[[min(a, b), max(a, b)]] = link.metres
    }
    var groups = entries.indices.map { [$0] }
    var group = Array(entries.indices)
    for (pair, _) in distances.sorted(by: {
      ($0.value, $0.key[0], $0.key[1]) < ($1.value, $1.key[0], $1.key[1])
    }) {
      let (a, b) = (group[pair[0]], group[pair[1]])
      guard a != b else { continue }
      var sum = 0.0
      for one in groups[a] {
        for other in groups[b] {
          sum += distances[[min(one, other), max(one, other)]] ?? parameters.groupReach
        }
      }
      guard sum <= parameters.groupMetres * Double(groups[a].count * groups[b].count) else { continue }
      for member in groups[b] { group[member] = a }
      groups[a] += groups[b]
      groups[b] = []
    }
    units = groups.count { !$0.isEmpty }
  }
}
