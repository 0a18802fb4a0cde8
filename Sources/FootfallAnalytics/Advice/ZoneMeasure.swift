internal import FootfallCore

/// How people stood and walked in a zone, in numbers.
public struct ZoneMeasure: Hashable, Sendable {
  /// People whose feet were inside.
  public var visitors = 0
  /// Of these, the ones whose track begins or ends inside: how long they stayed is not known.
  public var ending = 0
  /// Seconds that people spent inside.
  public var secondsInside = 0.0
  /// The share of that time with the feet cut off by the border; 0 without visitors.
  public var cutOffShare = 0.0
  /// The share of that time unseen.
  public var hiddenShare = 0.0
  /// The visible area in square pixels.
  public var areaPixels = 0.0
  /// The mean breadth of the visible part, four areas by the perimeter, in box heights; nil where nothing is visible
  /// or nobody's size is known.
  ///
  /// The side of a square, the diameter of a circle, twice the width of a narrow strip.
  public var breadthHeights: Double?

  init(_ zone: Zone, _ paths: WalkedPaths) {
    measureSize(zone, paths)
    let counted = CameraScene(id: "", zones: [zone]).extendedBeyondBorder(of: paths.size).zones[0].polygon
    var cutOff = 0.0
    var hidden = 0.0
    for path in paths.paths {
      var isVisitor = false
      for (index, knot) in path.knots.enumerated() where counted.contains(knot.foot) {
        isVisitor = true
        let seconds = path.seconds(upTo: index)
        secondsInside += seconds
        if knot.isCutOff { cutOff += seconds }
        if knot.isHidden { hidden += seconds }
      }
      guard isVisitor else { continue }
      visitors += 1
      if path.endsSeen.contains(where: { counted.contains($0.foot) }) { ending += 1 }
    }
    if secondsInside > 0 {
      cutOffShare = cutOff / secondsInside
      hiddenShare = hidden / secondsInside
    }
  }

  private mutating func measureSize(_ zone: Zone, _ paths: WalkedPaths) {
    let visible = PictureArea(size: paths.size).clipped(zone.polygon.vertices)
    guard visible.count >= 3 else { return }
    areaPixels = Polygon(visible).area
    var perimeter = 0.0
    var middle = Point(0, 0)
    for (index, corner) in visible.enumerated() {
      perimeter += (visible[(index + 1) % visible.count] - corner).length
      middle = middle + corner * (1 / Double(visible.count))
    }
    let height = paths.heights.height(at: middle)
    if perimeter > 0, height > 0, areaPixels > 0 { breadthHeights = 4 * areaPixels / perimeter / height }
  }
}
