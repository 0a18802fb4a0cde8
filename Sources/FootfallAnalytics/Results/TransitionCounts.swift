/// How often people went from one zone straight to another, with coming into and leaving the view as states.
public struct TransitionCounts: Hashable, Sendable {
  /// The zone ids, in the order of the scene.
  public let zones: [String]
  /// Counts, row by row: row 0 is the entry, row i + 1 zone i; column i is zone i, the last column the exit.
  public private(set) var counts: [[Int]]

  /// Creates an empty table over `zones`.
  public init(zones: [String]) {
    self.zones = zones
    counts = [[Int]](repeating: [Int](repeating: 0, count: zones.count + 1), count: zones.count + 1)
  }

  /// Adds one move; nil stands for the entry (`from`) or the exit (`to`). A stay (from = to) is no move.
  public mutating func add(from: Int?, to: Int?) {
    if let from, let to, from == to { return }
    counts[from.map { $0 + 1 } ?? 0][to ?? zones.count] += 1
  }
}
