public import FootfallAnalytics

/// Where people went from where: moves of whole trips from zone to zone, with the entry and the exit.
public struct MoveMeasures: Hashable, Sendable {
  /// Counts by row and column as ``FootfallAnalytics/TransitionCounts`` has them; nil for those withheld.
  public let counts: [[Int?]]
  /// The share of each move among all from the same zone, where it is told.
  public let shares: [[MeasuredShare?]]
  /// How often somebody who is in a zone enters each before leaving, the present time included, where the next zone
  /// depends on this one alone; nil where a count is withheld, since it could be computed from this, or nobody moved.
  public let expectedVisits: [[Double]]?
  /// How each zone lies in the graph of moves that are told, in either direction.
  public let centralities: [ZoneGraph.Centrality]

  init(_ zones: Int, _ days: [DayTally]) {
    let side = zones + 1
    let byDay = days.map { day in
      (0..<side).map { row in day.moves[(row * side)..<(row * side + side)].map(Int.init) }
    }
    var sums = [[Int]](repeating: [Int](repeating: 0, count: side), count: side)
    for day in byDay {
      for row in 0..<side { for column in 0..<side { sums[row][column] += day[row][column] } }
    }
    let hidden = TableDisclosure(sums) { row, column in
      // Nobody goes from a zone to itself, or through the store without a zone.
      row != column + 1 && !(row == 0 && column == zones)
    }.isWithheld
    counts = (0..<side).map { row in (0..<side).map { hidden[row][$0] ? nil : sums[row][$0] } }
    shares = (0..<side).map { row in
      let totals = byDay.map { $0[row].reduce(0, +) }
      let isTold = !Disclosure.withholds(totals.reduce(0, +))
      return (0..<side).map { column in
        guard isTold, !hidden[row][column], sums[row][column] > 0 else { return nil }
        return MeasuredShare(byDay.map { $0[row][column] }, of: totals, isWithheld: false)
      }
    }
    expectedVisits = MoveMeasures.expectedVisits(sums, isAllTold: !hidden.joined().contains(true))
    var edges: [(Int, Int)] = []
    for (row, cells) in counts.enumerated().dropFirst() {
      for (column, count) in cells.dropLast().enumerated() where (count ?? 0) > 0 {
        edges.append((row - 1, column))
      }
    }
    centralities = ZoneGraph(zones: zones, edges: edges).centralities
  }

  private static func expectedVisits(_ sums: [[Int]], isAllTold: Bool) -> [[Double]]? {
    guard isAllTold, sums.count > 1, sums[0].contains(where: { $0 > 0 }) else { return nil }
    let shares = sums.dropFirst().map { row in
      let total = Double(max(1, row.reduce(0, +)))
      return row.dropLast().map { Double($0) / total }
    }
    return AbsorbingChain.expectedVisits(shares)
  }

  /// The counts that are told as moves to draw; those withheld are left out.
  public func transitions(zones: [String]) -> TransitionCounts {
    var table = TransitionCounts(zones: zones)
    for (row, cells) in counts.enumerated() {
      for (column, count) in cells.enumerated() {
        table.add(
          from: row == 0 ? nil : row - 1, to: column == zones.count ? nil : column, count: count ?? 0)
      }
    }
    return table
  }
}
