/// Which zones people go between, and how central each is (Hillier and Hanson, "The Social Logic of Space", 1984).
public struct ZoneGraph: Hashable, Sendable {
  /// How a zone lies in the graph.
  public struct Centrality: Hashable, Sendable {
    /// The zones next to it.
    public let connectivity: Int
    /// The mean number of moves to the other zones; nil where one can't be reached.
    public let meanDepth: Double?
    /// 1 / RA with RA = 2 (MD − 1) / (k − 2) for k zones; nil where one can't be reached, and where all are next to it.
    public let integration: Double?
    /// The share of shortest ways between two other zones that lead through it, 0 to 1; nil for fewer than three zones.
    public let betweenness: Double?
  }

  private let neighbours: [[Int]]

  /// Creates a graph of so many zones.
  /// - Parameter edges: each pair once or twice, in any order.
  public init(zones: Int, edges: [(Int, Int)]) {
    var sets = [Set<Int>](repeating: [], count: zones)
    for (a, b) in edges where a != b {
      sets[a].insert(b)
      sets[b].insert(a)
    }
    neighbours = sets.map { $0.sorted() }
  }

  /// How each zone lies.
  /// - Complexity: O(n m) for n zones and m edges.
  public var centralities: [Centrality] {
    let count = neighbours.count
    var passed = [Double](repeating: 0, count: count)
    var depths = [Double?](repeating: nil, count: count)
    for source in 0..<count { depths[source] = search(from: source, adding: &passed) }
    // Every pair is met from both ends.
    let pairs = Double((count - 1) * (count - 2))
    return (0..<count).map { zone in
      let asymmetry = depths[zone].flatMap { count > 2 ? 2 * ($0 - 1) / Double(count - 2) : nil }
      return Centrality(
        connectivity: neighbours[zone].count, meanDepth: depths[zone],
        integration: asymmetry.flatMap { $0 > 0 ? 1 / $0 : nil },
        betweenness: count > 2 ? passed[zone] / pairs : nil)
    }
  }

  /// One round of Brandes' algorithm (Journal of Mathematical Sociology 25, 2001).
  /// - Returns: the mean depth from `source`; nil where not all can be reached.
  private func search(from source: Int, adding passed: inout [Double]) -> Double? {
    let count = neighbours.count
    var depth = [Int](repeating: -1, count: count)
    var ways = [Double](repeating: 0, count: count)
    (depth[source], ways[source]) = (0, 1)
    var order = [source]
    var place = 0
    while place < order.count {
      let zone = order[place]
      place += 1
      for next in neighbours[zone] {
        if depth[next] < 0 {
          depth[next] = depth[zone] + 1
          order.append(next)
        }
        if depth[next] == depth[zone] + 1 { ways[next] += ways[zone] }
      }
    }
    var share = [Double](repeating: 0, count: count)
    for zone in order.reversed() {
      for before in neighbours[zone] where depth[before] == depth[zone] - 1 {
        share[before] += ways[before] / ways[zone] * (1 + share[zone])
      }
      if zone != source { passed[zone] += share[zone] }
    }
    guard order.count == count, count > 1 else { return nil }
    return Double(depth.reduce(0, +)) / Double(count - 1)
  }
}
