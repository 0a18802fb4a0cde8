internal import FootfallCore
internal import FootfallTracking

/// Whether to look again sooner than usual, judged by what may happen to people before the next look.
///
/// Times are reckoned in usual intervals, lengths in box heights (1 is about 1.7 metres), so that neither the camera's
/// rate nor its distance matters.
struct LookRisk {
  /// Who moves further than this between two looks, about half a metre, may be taken for somebody else.
  private static let greatestStepHeights = 0.3
  /// How many intervals to look ahead: the next look is under way when the answer of the last one is known.
  private static let horizonIntervals = 2.0
  /// Who is as near to a line as this, the distance at which a crossing settles, is crossing it.
  private static let lineHeights = 0.1
  /// People whose feet come as near to each other as this, about a shoulder's breadth, may be exchanged.
  private static let meetingHeights = 0.3
  /// The lines at which people are counted.
  let lines: [Segment]

  /// Whether anybody may be lost, exchanged or miscounted if the next look comes after `interval`.
  /// - Complexity: O(n²) for n people.
  func isHigh(_ people: [TrackMotion], interval: Duration) -> Bool {
    let horizon = interval.inSeconds * Self.horizonIntervals
    for (index, person) in people.enumerated() where person.isInSight {
      // Nobody knows yet where somebody new is heading.
      if person.state == .tentative { return true }
      let height = person.heightPixels
      if person.velocity.length * interval.inSeconds > Self.greatestStepHeights * height { return true }
      if reachesLine(person, within: horizon) { return true }
      for other in people[..<index] where other.isInSight {
        if Self.meet(person, other, within: horizon) { return true }
      }
    }
    return false
  }

  private func reachesLine(_ person: TrackMotion, within seconds: Double) -> Bool {
    let end = person.foot + person.velocity * seconds
    return lines.contains { line in
      line.distance(to: person.foot) < Self.lineHeights * person.heightPixels
        || line.crossingFraction(from: person.foot, to: end) != nil
    }
  }

  /// Whether two people who are apart come close to each other: those who walk side by side do not.
  private static func meet(_ one: TrackMotion, _ other: TrackMotion, within seconds: Double) -> Bool {
    let distance = other.foot - one.foot
    let approach = other.velocity - one.velocity
    let near = meetingHeights * max(one.heightPixels, other.heightPixels)
    let closing = distance.dot(approach)
    guard closing < 0, distance.length < near + approach.length * seconds else { return false }
    // The moment at which they are nearest, or the horizon.
    let moment = min(seconds, -closing / approach.dot(approach))
    let nearest = distance + approach * moment
    return nearest.length < near && distance.length - nearest.length > 0.1 * near
  }
}
