internal import FootfallCore

/// Lines near a given one, and lines across the ways that people take.
struct LineCandidates: Sendable {
  /// Shifts along the normal, in box heights.
  private static let shifts: [Double] = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3].flatMap {
    $0 == 0 ? [0] : [$0, -$0]
  }
  /// 15 degrees, as cosine and sine.
  private static let turn = Point(
    (6.0.squareRoot() + 2.0.squareRoot()) / 4, (6.0.squareRoot() - 2.0.squareRoot()) / 4)

  let paths: WalkedPaths
  private let area: PictureArea

  init(_ paths: WalkedPaths) {
    self.paths = paths
    area = PictureArea(size: paths.size)
  }

  /// The segment moved along its normal, turned in steps of 15 degrees and across `flow`, the way that people take.
  func moved(_ segment: Segment, flow: Point?) -> [Segment] {
    guard let visible = area.clipped(segment), visible.length > 0 else { return [] }
    let middle = visible.from.interpolated(to: visible.to, fraction: 0.5)
    let height = paths.heights.height(at: middle)
    let direction = (visible.to - visible.from) * (1 / visible.length)
    let half = max(visible.length, height) / 2
    var found: [Segment] = []
    for turned in turned(direction, across: flow) {
      for shift in Self.shifts {
        let centre = middle + Point(-direction.y, direction.x) * (shift * height)
        if let line = visibleLine(through: centre, along: turned, back: half, forth: half) {
          found.append(line)
        }
      }
    }
    return found
  }

  /// The segment with each end drawn out, or in, by up to two box heights.
  func lengthened(_ segment: Segment) -> [Segment] {
    let length = segment.length
    let direction = (segment.to - segment.from) * (1 / length)
    let middle = segment.from.interpolated(to: segment.to, fraction: 0.5)
    let steps = [-0.5, 0, 0.5, 1, 2].map { $0 * paths.heights.height(at: middle) }
    return steps.flatMap { back in
      steps.compactMap { forth in
        visibleLine(through: middle, along: direction, back: length / 2 + back, forth: length / 2 + forth)
      }
    }
  }

  /// Lines across the way that people take at each place where some walk.
  func acrossTheFlow() -> [Segment] {
    FlowField(paths).places.flatMap { place in
      let across = Point(-place.flow.y, place.flow.x)
      // From left to right, or from the top down: the same in every run.
      let isBackwards = across.x < 0 || (across.x == 0 && across.y < 0)
      let direction = across * (isBackwards ? -1 : 1)
      return [1.0, 2, 3].compactMap { heights in
        let half = heights * paths.heights.height(at: place.centre)
        return visibleLine(through: place.centre, along: direction, back: half, forth: half)
      }
    }
  }

  /// Every direction within 90 degrees; flow decides on one more.
  private func turned(_ direction: Point, across flow: Point?) -> [Point] {
    var found = [direction]
    var (left, right) = (direction, direction)
    for _ in 1...6 {
      left = Point(left.x * Self.turn.x - left.y * Self.turn.y, left.x * Self.turn.y + left.y * Self.turn.x)
      right = Point(
        right.x * Self.turn.x + right.y * Self.turn.y, right.y * Self.turn.x - right.x * Self.turn.y)
      found += [left, right]
    }
    // A quarter turn to the left and one to the right are the same line; who walks there tells its direction.
    found.removeLast()
    if let flow {
      let across = Point(-flow.y, flow.x)
      found.append(across.dot(direction) < 0 ? across * -1 : across)
    }
    return found
  }

  /// The part in the picture of a line through `centre`, in whole pixels; nil where it is too short or its middle too
  /// near the edge.
  private func visibleLine(
    through centre: Point, along direction: Point, back: Double, forth: Double
  ) -> Segment? {
    let whole = Segment(from: centre - direction * back, to: centre + direction * forth)
    guard back + forth > 0, let part = area.clipped(whole) else { return nil }
    let line = Segment(
      from: Point(part.from.x.rounded(), part.from.y.rounded()),
      to: Point(part.to.x.rounded(), part.to.y.rounded()))
    let height = paths.heights.height(at: centre)
    guard line.length >= height * 0.75, let room = paths.roomInHeights(beside: line), room.smaller >= 0.5
    else {
      return nil
    }
    return line
  }
}
