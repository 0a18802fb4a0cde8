internal import FootfallCore
internal import FootfallTracking
internal import FootfallVision

/// The frames between the ring and the collector: those that the detector looks at, as many at a time as it has
/// requests, and those between them, which wait so that all leave in order.
struct DetectorQueue {
  private struct Entry {
    var slot: FrameSlot
    var decision: DetectionSchedule.Decision
  }

  private let detector: PersonDetector
  private let fullSize: PixelSize
  private let ring: FrameRing
  private var schedule: DetectionSchedule
  private var entries: [Entry] = []
  private var looking = 0
  /// The request of the oldest look under way.
  private var oldestRequest = 0
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
    if decision == .look, let input = slot.buffers?.input {
      try detector.start(input, request: (oldestRequest + looking) % detector.requestCount)
      looking += 1
    } else {
      ring.reclaimBuffers(of: slot)
    }
    entries.append(Entry(slot: slot, decision: decision))
  }

  /// Hands the oldest frame on to the collector, once the detector has looked at it.
  /// - Returns: false when there is none.
  mutating func collectOldest<Sink: AnalysisSink>(
    into collector: inout FrameCollector<Sink>, _ step: (_ frames: Int) throws -> Void
  ) throws -> Bool {
    guard let entry = entries.first else { return false }
    entries.removeFirst()
    switch entry.decision {
    case .look:
      let begin = ContinuousClock.now
      try finishLook()
      collector.stages.detect.add(ContinuousClock.now - begin)
      collector.detectorRuns += 1
      try collector.collect(.seen, people, of: entry.slot)
      collector.tracker.motions(into: &motions)
      schedule.adapt(to: motions)
    case .still: try collector.collect(.still, people, of: entry.slot)
    case .pass, .wait: try collector.collect(sightOfPassed, [], of: entry.slot)
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

  /// How the people of a frame are known that was passed over, and is no longer in the queue.
  private var sightOfPassed: Sight {
    let next = entries.first { $0.decision != .pass }
    return next.map { $0.slot.isSeam } ?? true ? .ahead : .between
  }

  private mutating func decide(_ slot: FrameSlot) -> DetectionSchedule.Decision {
    guard let buffers = slot.buffers else { return .pass }
    return schedule.decide(at: slot.time, isSeam: slot.isSeam, cells: buffers.cells)
  }

  private mutating func finishLook() throws(VisionError) {
    let request = oldestRequest
    oldestRequest = (oldestRequest + 1) % detector.requestCount
    looking -= 1
    try detector.finish(request: request, fullSize: fullSize, into: &people)
  }
}
