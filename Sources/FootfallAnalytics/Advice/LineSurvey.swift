internal import FootfallCore

/// Follows the paths of all people at one line, as it will be counted.
struct LineSurvey: Sendable {
  /// What each person did, in the order of the paths.
  private(set) var people: [PathAtLine] = []
  /// All of them together.
  let measure: LineMeasure

  /// Follows all `paths` at `line`.
  /// - Parameter lines: all lines of the view as they count, where they are drawn already.
  init(_ line: CountingLine, _ paths: WalkedPaths, among lines: [CountingLine] = []) {
    var walker = Walker(line, paths, among: lines)
    people = paths.paths.map { walker.follow($0) }
    measure = LineMeasure(
      people, room: paths.roomInHeights(beside: line.segment), parameters: paths.parameters)
  }

  /// Follows one path after another.
  private struct Walker {
    private let segment: Segment
    private let length: Double
    private let parameters: AdviceParameters
    private var counter: LineCounter
    /// The same line, drawn out at both ends.
    private var longCounter: LineCounter
    private let lower: Point
    private let upper: Point

    init(_ line: CountingLine, _ paths: WalkedPaths, among lines: [CountingLine]) {
      parameters = paths.parameters
      var counted = line
      counted.segment = line.segment.extendedBeyondBorder(of: paths.size)
      segment = counted.segment
      length = segment.length
      counter = LineCounter(line: counted, among: lines, parameters: parameters.analytics)
      let step = (segment.to - segment.from) * (1 / length)
      counted.segment = Segment(
        from: segment.from - step * (paths.heights.height(at: segment.from) * parameters.nearHeights),
        to: segment.to + step * (paths.heights.height(at: segment.to) * parameters.nearHeights))
      longCounter = LineCounter(line: counted, parameters: parameters.analytics)
      let ends = [counted.segment.from, counted.segment.to]
      lower = Point(min(ends[0].x, ends[1].x), min(ends[0].y, ends[1].y))
      upper = Point(max(ends[0].x, ends[1].x), max(ends[0].y, ends[1].y))
    }

    mutating func follow(_ path: WalkedPath) -> PathAtLine {
      var found = PathAtLine()
      guard path.mayReach(from: lower, to: upper, within: parameters.nearHeights) else { return found }
      lookAtPlaces(of: path, &found)
      found.crossings = path.crossings(&counter, parameters: parameters).map(\.crossing)
      if !found.crossings.isEmpty { found.isNear = true }
      for (crossing, meeting) in path.crossings(&longCounter, parameters: parameters)
      where !found.crossings.contains(crossing) {
        let along = along(meeting)
        if along < 0 { found.aroundFrom += 1 } else if along > length { found.aroundTo += 1 }
      }
      found.endsNear = path.endsSeen.contains {
        segment.distance(to: $0.foot) <= parameters.nearHeights * $0.height
      }
      return found
    }

    private func lookAtPlaces(of path: WalkedPath, _ found: inout PathAtLine) {
      var alongside: Stretch?
      var unsettled: Stretch?
      for (index, knot) in path.knots.enumerated() {
        let seconds = path.seconds(upTo: index)
        let along = along(knot.foot)
        let isBeside = along >= 0 && along <= length
        let heights = segment.signedDistance(of: knot.foot) / knot.height
        if segment.distance(to: knot.foot) <= parameters.nearHeights * knot.height {
          found.isNear = true
          found.seconds += seconds
          if knot.isCutOff { found.secondsCutOff += seconds }
          if knot.isHidden { found.secondsHidden += seconds }
          if isBeside {
            found.reach.negative = max(found.reach.negative, -heights)
            found.reach.positive = max(found.reach.positive, heights)
          }
        }
        Stretch.go(on: &alongside, isBeside && abs(heights) <= parameters.alongsideHeights, along, knot)
        if let alongside, alongside.heights >= 1 { found.runsAlong = true }
        let isUnsettled = isBeside && abs(heights) < parameters.analytics.settleHeights
        if isUnsettled, unsettled != nil { found.secondsUnsettled += seconds }
        Stretch.go(on: &unsettled, isUnsettled, along, knot)
        if let unsettled, unsettled.seconds > parameters.lingerSeconds, unsettled.heights < 1 {
          found.lingers = true
        }
      }
    }

    /// How far along the line a point lies, in pixels from its beginning.
    private func along(_ point: Point) -> Double {
      (point - segment.from).dot(segment.to - segment.from) / length
    }
  }

  /// A part of a path within a band along the line.
  private struct Stretch {
    private let begin: (along: Double, time: Double)
    private(set) var heights = 0.0
    private(set) var seconds = 0.0

    private init(_ along: Double, _ knot: WalkedPath.Knot) { begin = (along, knot.time.seconds) }

    /// Follows a stretch to the next place, begins one there, or ends it.
    static func go(on stretch: inout Stretch?, _ isInside: Bool, _ along: Double, _ knot: WalkedPath.Knot) {
      guard isInside else {
        stretch = nil
        return
      }
      var next = stretch ?? Stretch(along, knot)
      next.heights = abs(along - next.begin.along) / knot.height
      next.seconds = knot.time.seconds - next.begin.time
      stretch = next
    }
  }
}

extension WalkedPaths {
  /// How far feet can be seen beside the visible part of a segment, in box heights; nil where none of it is visible.
  func roomInHeights(beside segment: Segment) -> LineMeasure.Sides? {
    let area = PictureArea(size: size)
    guard let visible = area.clipped(segment), visible.length > 0 else { return nil }
    let height = heights.height(at: visible.from.interpolated(to: visible.to, fraction: 0.5))
    guard height > 0 else { return nil }
    let room = area.room(beside: visible)
    return LineMeasure.Sides(negative: room.negative / height, positive: room.positive / height)
  }
}
