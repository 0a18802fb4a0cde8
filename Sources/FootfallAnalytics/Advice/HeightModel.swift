internal import FootfallCore

/// How tall people's boxes are, by where in the picture they stand.
struct HeightModel: Sendable {
  private var heights = RowHeights()

  /// Fits the boxes that are not cut off; all of them where there are no others.
  init(_ paths: [WalkedPath]) {
    var knots = paths.flatMap { $0.knots.filter { !$0.isCutOff } }
    if knots.isEmpty { knots = paths.flatMap(\.knots) }
    for knot in knots { heights.add(height: knot.height, atRow: knot.foot.y) }
  }

  /// The height of a person whose feet are at `point`, in pixels; 0 where nobody was ever seen.
  func height(at point: Point) -> Double { heights.height(atRow: point.y) ?? 0 }
}
