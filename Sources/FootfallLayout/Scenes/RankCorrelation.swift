/// Whether two numbers rise together.
enum RankCorrelation {
  /// Spearman's ρ: the correlation of ranks, equal numbers sharing the mean of theirs; nil for fewer than three cases, and
  /// where all numbers are equal.
  static func spearman(_ a: [Double], _ b: [Double]) -> Double? {
    precondition(a.count == b.count, "cases have both numbers")
    guard a.count >= 3 else { return nil }
    let (x, y) = (ranks(a), ranks(b))
    let mean = Double(a.count + 1) / 2
    var (both, first, second) = (0.0, 0.0, 0.0)
    for (p, q) in zip(x, y) {
      both += (p - mean) * (q - mean)
      first += (p - mean) * (p - mean)
      second += (q - mean) * (q - mean)
    }
    return first > 0 && second > 0 ? both / (first * second).squareRoot() : nil
  }

  private static func ranks(_ numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in first..<end { ranks[order[place]] = Double(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
}
