internal import FootfallCore

/// How tall people's boxes are, by where in the picture they stand.
///
/// On a level floor the height in pixels grows in proportion to the foot's distance from the horizon (Hoiem, Efros and
/// Hebert, CVPR 2006), so that a straight line through height against y is fitted; x does not matter unless the camera
/// is tilted.
struct HeightModel: Sendable {
  private var base = 0.0
  private var slope = 0.0
  private var centre = 0.0
  private var range = 0.0...0.0

  /// Fits the boxes that are not cut off; all of them where there are no others.
  init(_ paths: [WalkedPath]) {
    var knots = paths.flatMap { $0.knots.filter { !$0.isCutOff } }
    if knots.isEmpty { knots = paths.flatMap(\.knots) }
    guard !knots.isEmpty else { return }
    let count = Double(knots.count)
    var sums = (y: 0.0, height: 0.0)
    var smallest = knots[0].height
    var largest = knots[0].height
    for knot in knots {
      sums.y += knot.foot.y
      sums.height += knot.height
      smallest = min(smallest, knot.height)
      largest = max(largest, knot.height)
    }
    centre = sums.y / count
    base = sums.height / count
    // Further away than people were seen the line is trusted to half and twice their sizes.
    range = smallest / 2...largest * 2
    var spread = 0.0
    var product = 0.0
    for knot in knots {
      spread += (knot.foot.y - centre) * (knot.foot.y - centre)
      product += (knot.foot.y - centre) * (knot.height - base)
    }
    // All on one level: nothing can be said of the others.
    let isWide = (spread / count).squareRoot() >= 0.2 * base
    slope = isWide ? max(0, product / spread) : 0
  }

  /// The height of a person whose feet are at `point`, in pixels; 0 where nobody was ever seen.
  func height(at point: Point) -> Double {
    min(max(base + slope * (point.y - centre), range.lowerBound), range.upperBound)
  }
}
