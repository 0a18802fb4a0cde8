internal import FootfallCore

/// Counts crossings of one line by the foot path of each person, with hysteresis.
///
/// A person is settled on one side. The path may meet the segment any number of times; only when the feet settle on
/// the other side, by going far beyond or by staying, and the path went through the segment rather than round its ends,
/// that is one crossing, dated where the path last met the segment in that direction.
struct LineCounter: Sendable {
  private struct Trace: Sendable {
    /// The side on which the person is settled: −1 or 1; 0 before the first sight.
    var settledSide = 0.0
    /// How often the path met the segment towards the positive side less towards the negative one, since settled.
    var balance = 0
    /// The last meeting towards the positive and the negative side.
    var lastPositive: Passing?
    var lastNegative: Passing?
    /// Since when the feet have been on the side opposite to the settled one.
    var oppositeSince: MediaTime?
    /// What may become a crossing: the first passing since settled that would be one.
    var provisional: Settled?
  }

  /// A step from one side to the other.
  private struct Passing: Sendable {
    var frame: Int
    var time: MediaTime
    /// Whether it goes through the line rather than round its ends.
    var isThrough: Bool
    var isTowardsNegative: Bool
  }

  /// A crossing as the line sees it.
  struct Settled: Equatable, Sendable {
    var frame: Int
    var time: MediaTime
    var direction: CountingLine.Direction
  }

  let line: CountingLine
  private let parameters: AnalyticsParameters
  /// How far the ends are from the nearest other line, in pixels.
  private let room: (from: Double, to: Double)
  private var traces: [Trace] = []

  /// - Parameter lines: all lines of the view.
  init(line: CountingLine, among lines: [CountingLine] = [], parameters: AnalyticsParameters) {
    self.line = line
    self.parameters = parameters
    let others = lines.filter { $0.id != line.id }.map(\.segment)
    room = (
      others.map { $0.distance(to: line.segment.from) }.min() ?? .infinity,
      others.map { $0.distance(to: line.segment.to) }.min() ?? .infinity
    )
  }

  /// Begins the path of a new person.
  mutating func enter(slot: Int, foot: Point) {
    while traces.count <= slot { traces.append(Trace()) }
    traces[slot] = Trace(settledSide: sign(line.segment.side(of: foot)))
  }

  /// A passing of the line that may become a crossing; nil once it has settled, or the person is clear of the line where
  /// they were.
  func provisional(slot: Int) -> Settled? { traces[slot].provisional }

  /// Follows a person from one sighting to the next.
  /// - Returns: the crossing that settled with this step, if one did.
  mutating func step(
    slot: Int, from previous: (foot: Point, stamp: FrameStamp), to foot: Point, boxHeight: Double,
    at stamp: FrameStamp
  ) -> Settled? {
    let passing = passing(from: previous, to: foot, boxHeight: boxHeight, at: stamp)
    // Who goes back may have been beyond for long enough between two sightings.
    let returned = passing.flatMap { sideOfStay(slot: slot, until: $0.time) }
    let settled = returned.flatMap { settle(slot: slot, on: $0) }
    if let passing, passing.isThrough { note(passing, slot: slot) }
    let distance = line.segment.signedDistance(of: foot)
    let side = sign(distance)
    if side == 0 || side == traces[slot].settledSide {
      traces[slot].oppositeSince = nil
      // Back where they were, by whatever way: what happened at the line is undone.
      if abs(distance) >= parameters.settleHeights * boxHeight { traces[slot] = Trace(settledSide: side) }
      return settled
    }
    traces[slot].oppositeSince = traces[slot].oppositeSince ?? passing?.time ?? stamp.time
    let isSure = abs(distance) >= parameters.sureHeights * boxHeight
    guard settled == nil, isSure || sideOfStay(slot: slot, until: stamp.time) != nil else {
      traces[slot].provisional = traces[slot].provisional ?? crossing(slot: slot, to: side)
      return settled
    }
    return settle(slot: slot, on: side)
  }

  /// Ends a person's path: who was last seen beyond the line, at least half as far as it takes to be clear of it, has
  /// crossed it.
  mutating func leave(slot: Int, foot: Point, boxHeight: Double) -> Settled? {
    let distance = line.segment.signedDistance(of: foot)
    let side = sign(distance)
    guard side != 0, side != traces[slot].settledSide,
      abs(distance) >= parameters.settleHeights * boxHeight / 2
    else { return nil }
    return settle(slot: slot, on: side)
  }

  /// The side beyond the line on which the person has been for long enough at `time`; nil where they have not.
  private func sideOfStay(slot: Int, until time: MediaTime) -> Double? {
    guard let since = traces[slot].oppositeSince, time - since >= parameters.settleTime else { return nil }
    return -traces[slot].settledSide
  }

  /// Where a step changes the side of the line, or of what it would be if it had no ends.
  private func passing(
    from previous: (foot: Point, stamp: FrameStamp), to foot: Point, boxHeight: Double, at stamp: FrameStamp
  ) -> Passing? {
    let sideBefore = line.segment.side(of: previous.foot)
    let sideNow = line.segment.side(of: foot)
    guard (sideBefore < 0) != (sideNow < 0) else { return nil }
    let fraction = sideBefore / (sideBefore - sideNow)
    let frames = Double(stamp.number - previous.stamp.number) * fraction
    return Passing(
      frame: previous.stamp.number + Int(frames.rounded(.up)),
      time: previous.stamp.time.interpolated(to: stamp.time, fraction: fraction),
      isThrough: goesThrough(
        at: previous.foot.interpolated(to: foot, fraction: fraction), by: foot - previous.foot,
        boxHeight: boxHeight),
      isTowardsNegative: sideNow < 0)
  }

  /// Whether a step that meets the line, or what it would be without ends, at `meeting` goes through it: no farther beyond
  /// an end than positions are off, and less than half way to another line, so that nobody goes through both.
  private func goesThrough(at meeting: Point, by step: Point, boxHeight: Double) -> Bool {
    let way = line.segment.to - line.segment.from
    let along = (meeting - line.segment.from).dot(way)
    if along >= 0, along <= way.dot(way) { return true }
    let length = way.length
    let beyond = max(-along / length, along / length - length)
    guard beyond < (along < 0 ? room.from : room.to) / 2 else { return false }
    // The flatter a path meets the line's continuation, the nearer it has passed the end.
    let sine = abs(way.cross(step)) / (length * step.length)
    return beyond * max(sine, 1 / parameters.endStretch) <= parameters.endHeights * boxHeight
  }

  private mutating func note(_ passing: Passing, slot: Int) {
    if passing.isTowardsNegative {
      traces[slot].balance -= 1
      traces[slot].lastNegative = passing
    } else {
      traces[slot].balance += 1
      traces[slot].lastPositive = passing
    }
  }

  private mutating func settle(slot: Int, on side: Double) -> Settled? {
    let settled = crossing(slot: slot, to: side)
    traces[slot] = Trace(settledSide: side)
    return settled
  }

  /// What it would be if the person settled on `side` now; nil where the path did not go through the segment.
  private func crossing(slot: Int, to side: Double) -> Settled? {
    let trace = traces[slot]
    let wentThrough = side > 0 ? trace.balance > 0 : trace.balance < 0
    guard trace.settledSide != 0, wentThrough,
      let meeting = side > 0 ? trace.lastPositive : trace.lastNegative
    else { return nil }
    return Settled(
      frame: meeting.frame, time: meeting.time, direction: line.direction(towardsSide: side))
  }

  private func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : 0 }
}
