internal import FootfallCore

/// The rows of a truth and of a result, brought together frame by frame.
struct PairedFrames {
  /// One of the two: rows in the order of frames, in file order within a frame.
  struct Side {
    let rows: [MOTRow]
    /// For each row, the number of its id: 0, 1, … in the order in which ids first occur.
    let identities: [Int]
    /// For each identity, how many rows it has.
    let rowCounts: [Int]

    init(_ all: [MOTRow], frames: ClosedRange<Int>) {
      let inRange = all.indices.filter { frames.contains(all[$0].frame) }
      rows = inRange.sorted { (all[$0].frame, $0) < (all[$1].frame, $1) }.map { all[$0] }
      var identityOfID: [Int: Int] = [:]
      var counts: [Int] = []
      identities = rows.map { row in
        let identity = identityOfID[row.id, default: counts.count]
        if identity == counts.count {
          identityOfID[row.id] = identity
          counts.append(0)
        }
        counts[identity] += 1
        return identity
      }
      rowCounts = counts
    }
  }

  let truth: Side
  let result: Side
  /// For each frame in which either side has a row, in order: its rows on both sides.
  private(set) var frames: [(truth: Range<Int>, result: Range<Int>)] = []

  /// Pairs the rows within `frames`, whose end is moved to the last frame of the truth: nobody has looked at what
  /// comes after.
  init(truth: [MOTRow], result: [MOTRow], frames wanted: ClosedRange<Int>?) {
    let wanted = wanted ?? 1...Int.max
    self.truth = Side(truth, frames: wanted)
    let last = self.truth.rows.last?.frame ?? wanted.upperBound
    self.result = Side(result, frames: wanted.lowerBound...last)
    var truthStart = 0
    var resultStart = 0
    while truthStart < self.truth.rows.count || resultStart < self.result.rows.count {
      let frame = min(
        Self.frame(of: self.truth, at: truthStart), Self.frame(of: self.result, at: resultStart))
      let truthEnd = Self.end(of: frame, in: self.truth, from: truthStart)
      let resultEnd = Self.end(of: frame, in: self.result, from: resultStart)
      frames.append((truthStart..<truthEnd, resultStart..<resultEnd))
      (truthStart, resultStart) = (truthEnd, resultEnd)
    }
  }

  private static func frame(of side: Side, at index: Int) -> Int {
    index < side.rows.count ? side.rows[index].frame : .max
  }

  private static func end(of frame: Int, in side: Side, from start: Int) -> Int {
    var end = start
    while end < side.rows.count, side.rows[end].frame == frame { end += 1 }
    return end
  }
}

/// How well the boxes of one frame agree: IoU for each pair of a true box (row) and a result's (column).
struct FrameOverlaps {
  /// The identities of the true boxes.
  private(set) var truth: ArraySlice<Int> = []
  /// The identities of the result's boxes.
  private(set) var result: ArraySlice<Int> = []
  /// IoU, row by row.
  private(set) var values: [Double] = []

  /// Replaces the content by that of the frame at `index`; keeps the buffer.
  mutating func load(_ index: Int, of pairs: PairedFrames) {
    let frame = pairs.frames[index]
    truth = pairs.truth.identities[frame.truth]
    result = pairs.result.identities[frame.result]
    values.removeAll(keepingCapacity: true)
    for row in frame.truth {
      for column in frame.result {
        values.append(pairs.truth.rows[row].box.iou(pairs.result.rows[column].box))
      }
    }
  }

  /// Calls `body` with the identities and the IoU of each pair that overlaps.
  func forEachOverlap(_ body: (_ truth: Int, _ result: Int, _ value: Double, _ index: Int) -> Void) {
    var index = 0
    for truth in truth {
      for result in result {
        if values[index] > 0 { body(truth, result, values[index], index) }
        index += 1
      }
    }
  }
}
