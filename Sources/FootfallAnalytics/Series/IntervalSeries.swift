internal import FootfallCore

/// Cuts the recording into intervals of the store's clock and adds up what happens in each.
struct IntervalSeries: Sendable {
  private struct Bin: Sendable {
    var observed = 0.0
    var zones: [OccupancyMeter]
    var view = OccupancyMeter()
  }

  private let interval: Duration
  private let firstBoundary: MediaTime
  private let zoneCount: Int
  private var bins: [Bin] = []

  /// - Parameters:
  ///   - interval: the length of an interval, positive.
  ///   - firstBoundary: where the first interval begins, at or before the first frame.
  init(interval: Duration, firstBoundary: MediaTime, zoneCount: Int) {
    precondition(interval > .zero, "an interval has a length")
    self.interval = interval
    self.firstBoundary = firstBoundary
    self.zoneCount = zoneCount
  }

  /// Takes in one frame: people in view and in each zone.
  ///
  /// A frame belongs to the interval in which it begins.
  mutating func observe(_ stamp: FrameStamp, inView: Int, inZones: [Int]) {
    let index = index(of: stamp.time)
    while bins.count <= index {
      bins.append(Bin(zones: [OccupancyMeter](repeating: OccupancyMeter(), count: zoneCount)))
    }
    let seconds = stamp.duration.inSeconds
    bins[index].observed += seconds
    bins[index].view.add(inView, seconds: seconds)
    for zone in 0..<zoneCount { bins[index].zones[zone].add(inZones[zone], seconds: seconds) }
  }

  /// The series with the crossings sorted into it.
  func results(_ crossings: CrossingTable) -> [IntervalResult] {
    var results = bins.enumerated().map { number, bin in
      empty(number, bin, crossings)
    }
    for (line, lineCrossings) in crossings.byLine.enumerated() {
      for crossing in lineCrossings { results[clamped(crossing.time)].tally(crossing, line: line) }
    }
    for verdict in crossings.traffic where verdict.exclusion == nil {
      results[clamped(verdict.crossing.time)].tallyTraffic(verdict.crossing.direction)
    }
    for crossing in crossings.passersby { results[clamped(crossing.time)].tallyPasserby() }
    return results
  }

  private func empty(_ number: Int, _ bin: Bin, _ crossings: CrossingTable) -> IntervalResult {
    let start = firstBoundary + interval * number
    let isObserved = bin.observed > 0
    return IntervalResult(
      start: start, end: start + interval, observed: .seconds(bin.observed),
      lines: isObserved ? .init(repeating: .init(), count: crossings.byLine.count) : nil,
      zones: bin.zones.map(\.occupancy),
      trafficIn: isObserved && crossings.hasEntrance ? 0 : nil,
      trafficOut: isObserved && crossings.hasEntrance ? 0 : nil,
      passersby: isObserved && crossings.hasPassersbyLine ? 0 : nil, occupancy: bin.view.occupancy)
  }

  private func index(of time: MediaTime) -> Int {
    Int((time - firstBoundary).wholeNanoseconds / interval.wholeNanoseconds)
  }

  /// The bin of a crossing; one that falls into a gap between two frames belongs to the frame before it.
  private func clamped(_ time: MediaTime) -> Int {
    var index = min(max(index(of: time), 0), bins.count - 1)
    while index > 0, bins[index].observed == 0 { index -= 1 }
    return index
  }
}

extension IntervalResult {
  fileprivate mutating func tally(_ crossing: Crossing, line: Int) {
    switch crossing.direction {
    case .in: lines?[line].entries += 1
    case .out: lines?[line].exits += 1
    }
  }

  fileprivate mutating func tallyTraffic(_ direction: CountingLine.Direction) {
    switch direction {
    case .in: trafficIn = trafficIn.map { $0 + 1 }
    case .out: trafficOut = trafficOut.map { $0 + 1 }
    }
  }

  fileprivate mutating func tallyPasserby() {
    passersby = passersby.map { $0 + 1 }
  }
}
