internal import FootfallCore

/// Matches detections with true boxes, greedily by score in each frame, as pycocotools does.
struct DetectionMatcher {
  private let pairs: PairedFrames
  /// All detections, the best score first, in file order among equal ones.
  private let ranking: [Int]
  /// For each frame, its detections in the order of the ranking.
  private var rankedInFrame: [[Int]]

  init(_ pairs: PairedFrames) {
    self.pairs = pairs
    let rows = pairs.result.rows
    ranking = rows.indices.sorted { a, b in
      rows[a].score != rows[b].score ? rows[a].score > rows[b].score : a < b
    }
    var frameOfRow = Array(repeating: 0, count: rows.count)
    for (index, frame) in pairs.frames.enumerated() {
      for row in frame.result { frameOfRow[row] = index }
    }
    rankedInFrame = Array(repeating: [], count: pairs.frames.count)
    for row in ranking { rankedInFrame[frameOfRow[row]].append(row) }
  }

  /// Which detections are right at an IoU of `threshold`, the best score first.
  func curve(threshold: Double) -> PrecisionRecallCurve {
    var isMatch = Array(repeating: false, count: pairs.result.rows.count)
    var isTaken: [Bool] = []
    for (index, frame) in pairs.frames.enumerated() {
      isTaken.removeAll(keepingCapacity: true)
      isTaken.append(contentsOf: repeatElement(false, count: frame.truth.count))
      for row in rankedInFrame[index] {
        guard let match = bestFree(frame.truth, for: row, isTaken, threshold: threshold) else { continue }
        isTaken[match] = true
        isMatch[row] = true
      }
    }
    return PrecisionRecallCurve(
      ranking: ranking.map { (pairs.result.rows[$0].score, isMatch[$0]) },
      truthCount: pairs.truth.rows.count)
  }

  /// The free true box that overlaps the detection most, the later one of two that overlap alike.
  private func bestFree(
    _ truth: Range<Int>, for row: Int, _ isTaken: [Bool], threshold: Double
  ) -> Int? {
    var best: Int?
    var bestOverlap = min(threshold, 1 - 1e-10)
    for (offset, index) in truth.enumerated() where !isTaken[offset] {
      let overlap = pairs.truth.rows[index].box.iou(pairs.result.rows[row].box)
      if overlap >= bestOverlap {
        bestOverlap = overlap
        best = offset
      }
    }
    return best
  }
}
