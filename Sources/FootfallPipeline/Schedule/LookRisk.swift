internal import FootfallCore
internal import FootfallTracking

/// Whether to look again sooner than usual, judged by what may happen to people before the next look.
///
/// Times are reckoned in usual intervals, lengths in box heights (1 is about 1.7 metres), so that neither the camera's
/// rate nor its distance matters.
struct LookRisk {
  /// Who moves further than this between two looks, about half a metre, may be taken for somebody else.
  private static let greatestStepHeights = 0.3
  /// How many intervals to look ahead: two looks are under way when the answer of one arrives.
  static let horizonIntervals = 3.0
  /// The size of the picture, over whose border people leave.
  let fullSize: PixelSize

  /// Whether anybody may be lost or exchanged if the next look comes after `interval`.
  /// - Parameter people: those seen a short while ago.
  /// - Complexity: O(n) for n people.
  func isHigh(_ people: [TrackMotion], interval: Duration) -> Bool {
    people.contains { person in
      // Nobody knows yet where somebody new is heading; if the last look missed them, they are soon forgotten.
      if person.state == .tentative { return true }
      // Who is half hidden shows in some frames and not in others; who has left the picture in none.
      guard person.isInSight else { return !fullSize.hasAtBorder(person.box) }
      return person.velocity.length * interval.inSeconds > Self.greatestStepHeights * person.box.height
    }
  }
}
