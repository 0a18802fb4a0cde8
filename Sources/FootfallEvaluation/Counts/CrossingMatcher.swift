internal import FootfallCore

/// Matches counted crossings with true ones, one to one.
struct CrossingMatcher {
  /// How far apart in time two crossings may be to be the same.
  let tolerance: Duration

  /// Place by place: how many crossings, and the largest number of pairs within the tolerance.
  ///
  /// Ordered by camera, line and direction.
  func tallies(_ truth: [CrossingRecord], _ counted: [CrossingRecord]) -> [CountTally] {
    let trueTimes = Dictionary(grouping: truth, by: \.place).mapValues { $0.map(\.time).sorted() }
    let countedTimes = Dictionary(grouping: counted, by: \.place).mapValues { $0.map(\.time).sorted() }
    return Set(trueTimes.keys).union(countedTimes.keys).sorted().map { place in
      let (trueHere, countedHere) = (trueTimes[place] ?? [], countedTimes[place] ?? [])
      return CountTally(
        place: place, truth: trueHere.count, counted: countedHere.count,
        matches: matches(trueHere, countedHere))
    }
  }

  /// For times in order it is best to pair the two earliest where they may be paired: whoever else could take one of
  /// them can take it from a later partner just as well.
  private func matches(_ truth: [MediaTime], _ counted: [MediaTime]) -> Int {
    var (row, column, found) = (0, 0, 0)
    while row < truth.count && column < counted.count {
      let delay = counted[column] - truth[row]
      if delay > tolerance {
        row += 1
      } else if delay < .zero - tolerance {
        column += 1
      } else {
        found += 1
        row += 1
        column += 1
      }
    }
    return found
  }
}
