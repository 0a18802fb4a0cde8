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

  static func sort(_ detections: inout [Detection]) { detections.heapSort(by: precedes) }

  private static func precedes(_ first: Detection, _ second: Detection) -> Bool {
    if first.score != second.score { return first.score > second.score }
    if first.box.y != second.box.y { return first.box.y < second.box.y }
    if first.box.x != second.box.x { return first.box.x < second.box.x }
    if first.box.height != second.box.height { return first.box.height < second.box.height }
    return first.box.width < second.box.width
  }
}
