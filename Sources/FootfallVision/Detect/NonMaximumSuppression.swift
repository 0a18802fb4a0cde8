public import FootfallCore

/// Greedy suppression of boxes that show the same person.
public enum NonMaximumSuppression {
  /// Sorts detections by score, best first, and removes each that overlaps a better one by more than `threshold`.
  ///
  /// The result does not depend on the order of the input: equal scores are ordered by y, x, height and width.
  /// Allocates nothing.
  /// - Parameter threshold: the intersection over union, 0 to 1, up to which both are kept.
  /// - Complexity: O(n·k) with k detections kept.
  public static func suppress(_ detections: inout [Detection], threshold: Double) {
    sort(&detections)
    var kept = 0
    for index in detections.indices {
      let candidate = detections[index]
      var isNew = true
      for better in 0..<kept where detections[better].box.iou(candidate.box) > threshold {
        isNew = false
        break
      }
      if isNew {
        detections[kept] = candidate
        kept += 1
      }
    }
    detections.removeLast(detections.count - kept)
  }

  /// Heap sort: unlike `Array.sort` it takes no memory of its own, and the order is total, so that stability does
  /// not matter.
  static func sort(_ detections: inout [Detection]) {
    var root = detections.count / 2
    while root > 0 {
      root -= 1
      sink(root, in: &detections, count: detections.count)
    }
    var count = detections.count
    while count > 1 {
      count -= 1
      detections.swapAt(0, count)
      sink(0, in: &detections, count: count)
    }
  }

  /// Restores the heap, worst on top, below `root`.
  private static func sink(_ root: Int, in detections: inout [Detection], count: Int) {
    var parent = root
    while true {
      var worst = parent
      let left = 2 * parent + 1
      if left < count, precedes(detections[worst], detections[left]) { worst = left }
      if left + 1 < count, precedes(detections[worst], detections[left + 1]) { worst = left + 1 }
      if worst == parent { return }
      detections.swapAt(parent, worst)
      parent = worst
    }
  }

  private static func precedes(_ first: Detection, _ second: Detection) -> Bool {
    if first.score != second.score { return first.score > second.score }
    if first.box.y != second.box.y { return first.box.y < second.box.y }
    if first.box.x != second.box.x { return first.box.x < second.box.x }
    if first.box.height != second.box.height { return first.box.height < second.box.height }
    return first.box.width < second.box.width
  }
}
