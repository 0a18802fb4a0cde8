public import FootfallAnalytics
internal import FootfallCore
public import FootfallTracking
internal import FootfallVision

/// Analyses a recording from the first to the last frame.
///
/// Decoding and scaling run on a thread of their own; detection, with as many frames in flight as the detector has
/// requests, tracking and analysis run on the calling thread, in frame order. Every frame is used, and the same
/// recording gives the same result whatever the timing of the threads.
public struct FootageAnalysis<Sink: AnalysisSink> {
  private let footage: Footage
  private let detections: DetectionSource
  private var collector: FrameCollector<Sink>

  /// Prepares an analysis.
  /// - Parameters:
  ///   - analyzer: the lines, zones and series.
  ///   - sink: takes the tracks and detections of each frame.
  public init(
    _ footage: Footage, detections: DetectionSource, tracking: TrackingMode, tracker: TrackerParameters,
    analyzer: CameraAnalyzer, sink: Sink
  ) {
    self.footage = footage
    self.detections = detections
    collector = FrameCollector(
      tracker: Tracker(parameters: tracker),
      lookahead: tracking == .twoPass ? Lookahead(lag: tracker.lostPatience) : nil, analyzer: analyzer,
      sink: sink, fullSize: footage.size,
      nominalInterval: .seconds(1 / (footage.declaredFramesPerSecond ?? 25)))
  }

  /// Runs the analysis.
  /// - Parameters:
  ///   - cancellation: looked at once a frame.
  ///   - progress: called with the number of frames analysed, once a frame.
  /// - Throws: ``VisionError`` from decoding and detection, what the sink throws, and ``AnalysisCancelled``.
  public mutating func run(
    cancellation: CancellationFlag, progress: (_ frames: Int) -> Void
  ) throws -> FootageSummary {
    let feed: FootageFeed
    switch detections {
    case .detector(let detector):
      // A slot being decoded, one ready, and the ones in flight.
      let inputs = (0..<detector.requestCount + 2).map { _ in detector.makeInput() }
      feed = FootageFeed(footage, minimumSize: detector.profile.inputSize, inputs: inputs)
    case .known:
      feed = FootageFeed(footage, minimumSize: nil, inputs: [nil, nil, nil])
    }
    feed.start()
    do {
      try collect(from: feed, cancellation, progress)
    } catch {
      _ = feed.join()
      throw error
    }
    collector.stages.decode = feed.join()
    var summary = try collector.finish(footage)
    summary.damages = feed.damages
    return summary
  }

  private mutating func collect(
    from feed: FootageFeed, _ cancellation: CancellationFlag, _ progress: (Int) -> Void
  ) throws {
    switch detections {
    case .detector(let detector): try detect(with: detector, feed.ring, cancellation, progress)
    case .known(let rows):
      while let slot = try feed.ring.next() {
        try collector.collect(rows[slot.number] ?? [], of: slot)
        feed.ring.release()
        progress(slot.number)
        if cancellation.isCancelled { throw AnalysisCancelled() }
      }
    }
  }

  /// Keeps all of the detector's requests busy and takes their results in frame order.
  private mutating func detect(
    with detector: PersonDetector, _ ring: FrameRing, _ cancellation: CancellationFlag,
    _ progress: (Int) -> Void
  ) throws {
    var people: [Detection] = []
    var started: [FrameSlot] = []
    var oldest = 0
    // The engine reads the slots' memory until a request is finished, so none may be left running.
    defer {
      for offset in started.indices {
        try? detector.finish(
          request: (oldest + offset) % detector.requestCount, fullSize: footage.size, into: &people)
      }
    }
    var next = try ring.next()
    while next != nil || !started.isEmpty {
      let begin = ContinuousClock.now
      if let slot = next, let input = slot.input {
        try detector.start(input, request: (oldest + started.count) % detector.requestCount)
        started.append(slot)
      }
      if started.count == detector.requestCount || next == nil {
        let slot = started.removeFirst()
        let request = oldest % detector.requestCount
        oldest += 1
        try detector.finish(request: request, fullSize: footage.size, into: &people)
        collector.stages.detect.add(ContinuousClock.now - begin)
        collector.detectorRuns += 1
        try collector.collect(people, of: slot)
        ring.release()
        progress(slot.number)
        if cancellation.isCancelled { throw AnalysisCancelled() }
      }
      if next != nil { next = try ring.next() }
    }
  }
}
