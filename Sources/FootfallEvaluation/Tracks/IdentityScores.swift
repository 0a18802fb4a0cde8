internal import FootfallCore

/// Identity scores (Ristani et al., "Performance measures and a data set for multi-target, multi-camera tracking",
/// ECCV workshops 2016).
struct IdentityScores {
  /// The least IoU of boxes that count as the same.
  static let threshold = 0.5

  private let truthCounts: [Int]
  private let resultCounts: [Int]
  private var framesOfPair: [IdentityPair: Int] = [:]

  init(truthCounts: [Int], resultCounts: [Int]) {
    self.truthCounts = truthCounts
    self.resultCounts = resultCounts
  }

  /// Takes in the next frame.
  mutating func add(_ overlaps: FrameOverlaps) {
    overlaps.forEachOverlap { truth, result, value, _ in
      if value >= Self.threshold {
        framesOfPair[IdentityPair(truth: truth, result: result), default: 0] += 1
      }
    }
  }

  /// 2·IDTP / (true boxes + result's boxes), where IDTP is the largest number of boxes that a one-to-one map of people
  /// to tracks explains.
  var f1: Double {
    let boxes = truthCounts.reduce(0, +) + resultCounts.reduce(0, +)
    return boxes == 0 ? 0 : Double(2 * explainedBoxes) / Double(boxes)
  }

  private var explainedBoxes: Int {
    // Only ids that share a box with another can be mapped: the matrix stays small for noisy results.
    let rows = Array(Set(framesOfPair.keys.map(\.truth))).sorted()
    let columns = Array(Set(framesOfPair.keys.map(\.result))).sorted()
    let rowOfTruth = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    let columnOfResult = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    var costs = Array(repeating: 0.0, count: rows.count * columns.count)
    for (pair, frames) in framesOfPair {
      guard let row = rowOfTruth[pair.truth], let column = columnOfResult[pair.result] else { continue }
      costs[row * columns.count + column] = -Double(frames)
    }
    var solver = AssignmentSolver()
    var columnOfRow: [Int] = []
    solver.solve(costs: costs, rows: rows.count, columns: columns.count, into: &columnOfRow)
    return columnOfRow.enumerated().reduce(0) { sum, pair in
      pair.element < 0 ? sum : sum - Int(costs[pair.offset * columns.count + pair.element])
    }
  }
}

/// A person of the truth and a track of the result.
struct IdentityPair: Hashable {
  let truth: Int
  let result: Int
}
