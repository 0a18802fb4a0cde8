internal import FootfallCore
internal import FootfallTracking
internal import FootfallVision

/// The frames between the ring and the collector: those that the detector looks at, as many at a time as it has
/// requests, and those between them, which wait so that all leave in order.
struct DetectorQueue {
  private struct Entry {
    var slot: FrameSlot
    var kind: Kind
  }

  private enum Kind: Equatable {
    case look(isWhole: Bool)
    case still
    case blank
    case pass
  }

  private let detector: PersonDetector
  private let fullSize: PixelSize
  private let ring: FrameRing
  private var schedule: DetectionSchedule
  private var entries: [Entry] = []
  private var looking = 0
  /// The request of the oldest look under way.
  private var oldestRequest = 0
  /// The people of the last look that was finished.
  private var people: [Detection] = []
  private var motions: [TrackMotion] = []

  init(detector: PersonDetector, schedule: DetectionSchedule, fullSize: PixelSize, ring: FrameRing) {
    self.detector = detector
    self.schedule = schedule
    self.fullSize = fullSize
    self.ring = ring
  }

  /// Takes in the next frame of the ring, and hands on what has to make room for it.
  ///
  /// How far the collector is when a frame is decided upon depends on the number of requests and frames alone.
  mutating func append<Sink: AnalysisSink>(
    _ slot: FrameSlot, collector: inout FrameCollector<Sink>, _ step: (_ frames: Int) throws -> Void
  ) throws {
    while looking == detector.requestCount || entries.count == ring.capacity - 1 {
      _ = try collectOldest(into: &collector, step)
    }
    var decision = decide(slot)
    while decision == .wait {
      _ = try collectOldest(into: &collector, step)
      decision = decide(slot)
    }
    let kind = try begin(decision, slot)
    entries.append(Entry(slot: slot, kind: kind))
  }

  /// Hands the oldest frame on to the collector, once the detector has looked at it.
  /// - Returns: false when there is none.
  mutating func collectOldest<Sink: AnalysisSink>(
    into collector: inout FrameCollector<Sink>, _ step: (_ frames: Int) throws -> Void
  ) throws -> Bool {
    guard let entry = entries.first else { return false }
    entries.removeFirst()
    switch entry.kind {
    case .look(let isWhole):
      let begin = ContinuousClock.now
      try finishLook()
      collector.stages.detect.add(ContinuousClock.now - begin)
      collector.detectorRuns += 1
      try collector.collect(.seen(isWhole: isWhole), people, of: entry.slot)
      collector.tracker.motions(into: &motions)
      schedule.adapt(to: motions)
    case .still: try collector.collect(.still, [], of: entry.slot)
    case .blank: try collector.collect(.blank, [], of: entry.slot)
    case .pass:
      let next = entries.first { $0.kind != .pass }
      let isFollowed =
        next.map { !$0.slot.isSeam && $0.slot.time - entry.slot.time <= collector.longestFrame } ?? false
      try collector.collect(isFollowed ? .between : .ahead, [], of: entry.slot)
    }
    let number = entry.slot.number
    ring.release(entry.slot)
    try step(number)
    return true
  }

  /// Waits for the looks under way: the engine reads the frames' memory until then.
  mutating func drain() {
    while looking > 0 { try? finishLook() }
  }

  private mutating func decide(_ slot: FrameSlot) -> DetectionSchedule.Decision {
    guard let buffers = slot.buffers, let input = buffers.input else { return .pass }
    return schedule.decide(
      at: slot.time, isSeam: slot.isSeam, cells: buffers.cells, contentSize: input.contentSize)
  }

  /// Starts a look, or gives the memory of a picture back that nobody looks at.
  private mutating func begin(
    _ decision: DetectionSchedule.Decision, _ slot: FrameSlot
  ) throws(VisionError) -> Kind {
    guard case .look(let region) = decision, let input = slot.buffers?.input else {
      ring.reclaimBuffers(of: slot)
      return decision == .still ? .still : decision == .blank ? .blank : .pass
    }
    let window = region.map(detector.window(covering:)) ?? detector.wholeWindow
    try detector.start(
      input, window: window, request: (oldestRequest + looking) % detector.requestCount)
    looking += 1
    return .look(isWhole: window == detector.wholeWindow)
  }

  private mutating func finishLook() throws(VisionError) {
    let request = oldestRequest
    oldestRequest = (oldestRequest + 1) % detector.requestCount
    looking -= 1
    try detector.finish(request: request, fullSize: fullSize, into: &people)
  }
}
