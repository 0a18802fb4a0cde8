internal import FootfallCore

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

  /// Adds one move, or several; nil stands for the entry (`from`) or the exit (`to`).
  ///
  /// A stay (from = to) is no move.
  public mutating func add(from: Int?, to: Int?, count: Int = 1) {
    if let from, let to, from == to { return }
    counts[from.map { $0 + 1 } ?? 0][to ?? zones.count] += count
  }
}

extension TransitionCounts {
  /// Counts the moves of every person from visit to visit, from the entry to the exit.
  /// - Parameter visits: the visits to each zone, in the order of `zones`.
  init(zones: [String], visits: [[Visit]]) {
    self.init(zones: zones)
    var stays: [(track: Int, enter: Int64, zone: Int)] = []
    for (zone, zoneVisits) in visits.enumerated() {
      for visit in zoneVisits { stays.append((visit.track.number, visit.enter.nanoseconds, zone)) }
    }
    stays.sort { ($0.track, $0.enter, $0.zone) < ($1.track, $1.enter, $1.zone) }
    for (index, stay) in stays.enumerated() {
      let isFirst = index == 0 || stays[index - 1].track != stay.track
      let isLast = index + 1 == stays.count || stays[index + 1].track != stay.track
      add(from: isFirst ? nil : stays[index - 1].zone, to: stay.zone)
      if isLast { add(from: stay.zone, to: nil) }
    }
  }
}
