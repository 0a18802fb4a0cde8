internal import FootfallCore
internal import FootfallTracking

/// Whether to look again sooner than usual, judged by what may happen to people before the next look.
///
/// Times are reckoned in usual intervals, lengths in box heights (1 is about 1.7 metres), so that neither the camera's
/// rate nor its distance matters.
struct LookRisk {
  /// Who moves further than this between two looks, about half a metre, may be taken for somebody else.
  private static let greatestStepHeights = 0.3
  /// People whose feet come as near to each other as this hide each other.
  private static let meetingHeights = 0.2
  /// How many intervals to look ahead: two looks are under way when the answer of one arrives.
  static let horizonIntervals = 3.0
  /// The lines at which people are counted.
  let lines: [Segment]

  /// Whether anybody may be lost, exchanged or miscounted if the next look comes after `interval`.
  /// - Complexity: O(n²) for n people.
  func isHigh(_ people: [TrackMotion], interval: Duration) -> Bool {
    let horizon = interval.inSeconds * Self.horizonIntervals
    for (index, person) in people.enumerated() {
      // Nobody knows yet where somebody new is heading; if the last look missed them, they are soon forgotten.
      if person.state == .tentative { return true }
      guard person.isInSight else { continue }
      let step = person.velocity.length * interval.inSeconds
      if step > Self.greatestStepHeights * person.box.height { return true }
      if reachesLine(person, within: horizon) { return true }
      for other in people[..<index] where other.isInSight {
        if Self.meet(person, other, within: horizon) { return true }
      }
    }
    return false
  }

  private func reachesLine(_ person: TrackMotion, within seconds: Double) -> Bool {
    let foot = person.box.footPoint
    return lines.contains { $0.crossingFraction(from: foot, to: foot + person.velocity * seconds) != nil }
  }

  /// Whether two people who are apart come close to each other: those who walk side by side do not.
  private static func meet(_ one: TrackMotion, _ other: TrackMotion, within seconds: Double) -> Bool {
    let distance = other.box.footPoint - one.box.footPoint
    let approach = other.velocity - one.velocity
    let near = meetingHeights * max(one.box.height, other.box.height)
    let closing = distance.dot(approach)
    guard closing < 0, distance.length < near + approach.length * seconds else { return false }
    // The moment at which they are nearest, or the horizon.
    let moment = min(seconds, -closing / approach.dot(approach))
    let nearest = distance + approach * moment
    return nearest.length < near && distance.length - nearest.length > 0.1 * near
  }
}
