internal import FootfallCore

/// HOTA (Luiten et al., "HOTA: a higher order metric for evaluating multi-object tracking", IJCV 129, 2021).
///
/// Frames are needed twice: first ``align(_:)`` all, then ``match(_:)`` all.
struct HigherOrderScores {
  /// The thresholds α, computed as numpy's `arange(0.05, 0.99, 0.05)` does.
  static let thresholds = (0..<19).map { 0.05 + Double($0) * 0.05 }

  private let truthCounts: [Int]
  private let resultCounts: [Int]
  /// Where a pair that has ever overlapped stands in the two arrays below.
  private var indexOfPair: [IdentityPair: Int] = [:]
  /// For each pair, the sum over frames of how exclusively it overlaps (section 4, "finding a global optimum").
  private var alignment: [Double] = []
  /// For each pair, the number of its matches at each threshold: pairs x thresholds.
  private var matchCounts: [Int] = []

  private var matches = Array(repeating: 0, count: thresholds.count)
  private var rowSums: [Double] = []
  private var columnSums: [Double] = []
  private var costs: [Double] = []
  private var pairIndices: [Int] = []
  private var columnOfRow: [Int] = []
  private var solver = AssignmentSolver()

  init(truthCounts: [Int], resultCounts: [Int]) {
    self.truthCounts = truthCounts
    self.resultCounts = resultCounts
  }

  /// Takes in a frame for the first time: which pairs overlap, and how exclusively.
  mutating func align(_ overlaps: FrameOverlaps) {
    let columns = overlaps.result.count
    rowSums = Array(repeating: 0, count: overlaps.truth.count)
    columnSums = Array(repeating: 0, count: columns)
    for (index, value) in overlaps.values.enumerated() {
      rowSums[index / columns] += value
      columnSums[index % columns] += value
    }
    overlaps.forEachOverlap { truth, result, value, index in
      let total = rowSums[index / columns] + columnSums[index % columns] - value
      if total <= .ulpOfOne { return }
      let pair = IdentityPair(truth: truth, result: result)
      let position = indexOfPair[pair, default: alignment.count]
      if position == alignment.count {
        indexOfPair[pair] = position
        alignment.append(0)
      }
      alignment[position] += value / total
    }
  }

  /// Takes in a frame for the second time: pairs boxes so that aligned identities meet, and counts the matches.
  mutating func match(_ overlaps: FrameOverlaps) {
    let columns = overlaps.result.count
    if overlaps.truth.isEmpty || columns == 0 { return }
    if matchCounts.isEmpty {
      matchCounts = Array(repeating: 0, count: alignment.count * Self.thresholds.count)
    }
    fillCosts(overlaps)
    solver.solve(costs: costs, rows: overlaps.truth.count, columns: columns, into: &columnOfRow)
    for (row, column) in columnOfRow.enumerated() where column >= 0 {
      let index = row * columns + column
      if pairIndices[index] < 0 { continue }
      for (step, threshold) in Self.thresholds.enumerated() {
        if overlaps.values[index] < threshold - .ulpOfOne { break }
        matches[step] += 1
        matchCounts[pairIndices[index] * Self.thresholds.count + step] += 1
      }
    }
  }

  private mutating func fillCosts(_ overlaps: FrameOverlaps) {
    costs.removeAll(keepingCapacity: true)
    pairIndices.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(0, count: overlaps.values.count))
    pairIndices.append(contentsOf: repeatElement(-1, count: overlaps.values.count))
    overlaps.forEachOverlap { truth, result, value, index in
      guard let pair = indexOfPair[IdentityPair(truth: truth, result: result)] else { return }
      let boxes = Double(truthCounts[truth] + resultCounts[result])
      costs[index] = -(alignment[pair] / (boxes - alignment[pair]) * value)
      pairIndices[index] = pair
    }
  }

  /// HOTA, DetA and AssA, each its mean over the thresholds.
  var means: (hota: Double, detA: Double, assA: Double) {
    let boxes = truthCounts.reduce(0, +) + resultCounts.reduce(0, +)
    let associations = associationSums
    var sums = (hota: 0.0, detA: 0.0, assA: 0.0)
    for step in Self.thresholds.indices {
      let detA = Double(matches[step]) / Double(max(1, boxes - matches[step]))
      let assA = associations[step] / Double(max(1, matches[step]))
      sums.hota += (detA * assA).squareRoot()
      sums.detA += detA
      sums.assA += assA
    }
    let count = Double(Self.thresholds.count)
    return (sums.hota / count, sums.detA / count, sums.assA / count)
  }

  /// For each threshold, the sum over matches of how much of both identities the match's pair covers.
  private var associationSums: [Double] {
    var sums = Array(repeating: 0.0, count: Self.thresholds.count)
    if matchCounts.isEmpty { return sums }
    // In the order of first overlap, so that rounding is the same in every run.
    for (pair, index) in indexOfPair.sorted(by: { $0.value < $1.value }) {
      let boxes = truthCounts[pair.truth] + resultCounts[pair.result]
      for step in Self.thresholds.indices {
        let count = matchCounts[index * Self.thresholds.count + step]
        sums[step] += Double(count * count) / Double(max(1, boxes - count))
      }
    }
    return sums
  }
}
