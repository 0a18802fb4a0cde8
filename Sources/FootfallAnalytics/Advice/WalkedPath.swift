internal import FootfallCore

/// Where one person walked, thinned out.
struct WalkedPath: Sendable {
  /// One place of a path.
  struct Knot: Hashable, Sendable {
    /// Where the feet were, in pixels.
    var foot: Point
    /// The height of the box, in pixels.
    var height: Double
    /// When.
    var time: MediaTime
    /// Whether the box reached the border, so that the feet may be elsewhere.
    var isCutOff: Bool
    /// Whether nobody saw the person on the way here.
    var isHidden: Bool
  }

  /// In time order, at least one.
  let knots: [Knot]
  /// Whether the person was first seen while the recording ran, and not at its beginning.
  let beginsInView: Bool
  /// Whether the person was last seen while the recording ran, and not at its end.
  let endsInView: Bool
  /// The corners of the upright rectangle around all feet.
  let lower: Point
  let upper: Point
  /// The height of the tallest box.
  let tallest: Double

  init(knots: [Knot], beginsInView: Bool, endsInView: Bool) {
    precondition(!knots.isEmpty, "a path has a place")
    self.knots = knots
    self.beginsInView = beginsInView
    self.endsInView = endsInView
    var lower = knots[0].foot
    var upper = knots[0].foot
    var tallest = 0.0
    for knot in knots {
      lower = Point(min(lower.x, knot.foot.x), min(lower.y, knot.foot.y))
      upper = Point(max(upper.x, knot.foot.x), max(upper.y, knot.foot.y))
      tallest = max(tallest, knot.height)
    }
    self.lower = lower
    self.upper = upper
    self.tallest = tallest
  }

  /// The places where the person appeared or vanished while the recording ran.
  var endsSeen: [Knot] {
    (beginsInView ? [knots[0]] : []) + (endsInView ? [knots[knots.count - 1]] : [])
  }

  /// Seconds from the place before to the one at `index`; 0 for the first.
  func seconds(upTo index: Int) -> Double {
    index > 0 ? knots[index].time.seconds - knots[index - 1].time.seconds : 0
  }

  /// Whether any place may lie within `heights` box heights of the rectangle from `low` to `high`.
  func mayReach(from low: Point, to high: Point, within heights: Double) -> Bool {
    let margin = tallest * heights
    return lower.x <= high.x + margin && upper.x >= low.x - margin && lower.y <= high.y + margin
      && upper.y >= low.y - margin
  }
}
