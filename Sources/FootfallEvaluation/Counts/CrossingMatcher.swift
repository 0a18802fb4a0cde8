internal import FootfallCore

/// Matches counted crossings with true ones, one to one.
struct CrossingMatcher {
  /// How far apart in time two crossings may be to be the same.
  let tolerance: Duration

  /// The largest number of pairs of the same place within the tolerance.
  func matches(_ truth: [CrossingRecord], _ counted: [CrossingRecord]) -> Int {
    let countedAt = Dictionary(grouping: counted, by: \.place)
    return Dictionary(grouping: truth, by: \.place).reduce(0) { sum, entry in
      sum + matches(entry.value.map(\.time).sorted(), (countedAt[entry.key] ?? []).map(\.time).sorted())
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
