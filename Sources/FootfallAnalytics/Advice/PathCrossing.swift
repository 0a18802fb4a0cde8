internal import FootfallCore

/// One crossing of a line, and how well it was seen.
struct PathCrossing: Hashable, Sendable {
  /// Which way.
  var direction: CountingLine.Direction
  /// The sine of the angle between path and line, 0 to 1; nil where the person hardly moved.
  var sine: Double?
  /// Whether the person was seen for some distance on both sides, and never hidden or cut off while crossing.
  var isWellSeen: Bool

  /// Whether the count can be relied on: well seen, and steep.
  func isClean(_ parameters: AdviceParameters) -> Bool {
    isWellSeen && (sine.map { $0 >= parameters.flatSine } ?? false)
  }
}

extension WalkedPath {
  /// Every crossing of a line as it will be counted, with where it met the line.
  func crossings(
    _ counter: inout LineCounter, parameters: AdviceParameters
  ) -> [(crossing: PathCrossing, meeting: Point)] {
    var found: [(crossing: PathCrossing, meeting: Point)] = []
    counter.enter(slot: 0, foot: knots[0].foot)
    var settled: [LineCounter.Settled] = []
    for index in knots.indices.dropFirst() {
      let crossing = counter.step(
        slot: 0, from: (knots[index - 1].foot, stamp(index - 1)), to: knots[index].foot,
        boxHeight: knots[index].height, at: stamp(index))
      if let crossing { settled.append(crossing) }
    }
    let last = knots[knots.count - 1]
    if let crossing = counter.leave(slot: 0, foot: last.foot, boxHeight: last.height) {
      settled.append(crossing)
    }
    for crossing in settled {
      found.append(describe(crossing, of: counter.line.segment, parameters: parameters))
    }
    return found
  }

  /// Frames are counted in places of the path.
  private func stamp(_ index: Int) -> FrameStamp {
    FrameStamp(number: index, time: knots[index].time, duration: .zero)
  }

  private func describe(
    _ settled: LineCounter.Settled, of segment: Segment, parameters: AdviceParameters
  ) -> (crossing: PathCrossing, meeting: Point) {
    let next = min(max(1, settled.frame), knots.count - 1)
    let (start, end) = (knots[next - 1].foot, knots[next].foot)
    let (sideBefore, sideAfter) = (segment.side(of: start), segment.side(of: end))
    let meeting = start.interpolated(
      to: end, fraction: sideBefore == sideAfter ? 1 : sideBefore / (sideBefore - sideAfter))
    let before = walk(from: next - 1, by: -1, meeting: meeting, parameters)
    let after = walk(from: next, by: 1, meeting: meeting, parameters)
    let way = knots[after.step].foot - knots[before.step].foot
    let hasMoved = way.length >= parameters.alongsideHeights * knots[next].height
    let along = segment.to - segment.from
    let crossing = PathCrossing(
      direction: settled.direction,
      sine: hasMoved ? min(1, abs(way.cross(along)) / (way.length * along.length)) : nil,
      isWellSeen: before.isLong && after.isLong && before.isVisible && after.isVisible)
    return (crossing, meeting)
  }

  /// Follows the path away from a meeting: which place is a step away, whether all up to there were seen, and whether
  /// it goes on for a box height.
  private func walk(
    from first: Int, by stride: Int, meeting: Point, _ parameters: AdviceParameters
  ) -> (step: Int, isVisible: Bool, isLong: Bool) {
    var step: Int?
    var isVisible = true
    var index = first
    while knots.indices.contains(index) {
      let distance = (knots[index].foot - meeting).length / knots[index].height
      if step == nil {
        if knots[index].isHidden || knots[index].isCutOff { isVisible = false }
        if distance >= parameters.stepHeights { step = index }
      }
      if distance >= parameters.nearHeights { return (step ?? index, isVisible, true) }
      index += stride
    }
    return (step ?? index - stride, isVisible, false)
  }
}
