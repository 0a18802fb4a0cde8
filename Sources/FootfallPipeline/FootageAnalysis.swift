public import FootfallAnalytics
internal import FootfallCore
public import FootfallTracking
internal import FootfallVision

/// Analyses a recording from the first to the last frame.
///
/// Decoding and scaling run on a thread of their own; detection, with as many frames in flight as the detector has
/// requests, tracking and analysis run on the calling thread, in frame order. No frame is lost, and the same
/// recording gives the same result whatever the timing of the threads.
public struct FootageAnalysis<Sink: AnalysisSink> {
  private let footage: Footage
  private let detections: DetectionSource
  private let schedule: DetectionSchedule
  private let rate: DetectionRate
  private var collector: FrameCollector<Sink>

  /// Prepares an analysis.
  /// - Parameters:
  ///   - rate: how often a detector looks; people detected before are known for every frame.
  ///   - analyzer: the lines, zones and series.
  ///   - sink: takes the tracks and detections of each frame.
  public init(
    _ footage: Footage, detections: DetectionSource, rate: DetectionRate, tracking: TrackingMode,
    tracker: TrackerParameters, analyzer: CameraAnalyzer, sink: Sink
  ) {
    self.footage = footage
    self.detections = detections
    self.rate = rate
    schedule = DetectionSchedule(rate: rate, fullSize: footage.size)
    collector = FrameCollector(
      tracker: Tracker(parameters: tracker, pictureSize: footage.size),
      lookahead: tracking == .twoPass ? Lookahead(lag: tracker.presence.bridgedGap) : nil, analyzer: analyzer,
      sink: sink, fullSize: footage.size,
      nominalInterval: .seconds(1 / (footage.declaredFramesPerSecond ?? FootageInfo.assumedFramesPerSecond)))
  }

  /// Runs the analysis.
  /// - Parameters:
  ///   - cancellation: looked at once a frame.
  ///   - progress: called with the number of frames analysed, once a frame.
  /// - Throws: ``VisionError`` from decoding and detection, what the sink throws, and ``AnalysisCancelled``.
  public mutating func run(
    cancellation: CancellationFlag, progress: (_ frames: Int) -> Void
  ) throws -> FootageSummary {
    let feed = makeFeed()
    feed.start()
    do {
      try collect(from: feed.ring) { frames throws in
        progress(frames)
        if cancellation.isCancelled { throw AnalysisCancelled() }
      }
    } catch {
      _ = feed.join()
      throw error
    }
    collector.stages.decode = feed.join()
    var summary = try collector.finish(
      framesPerSecond: footage.declaredFramesPerSecond, duration: footage.declaredDuration)
    summary.damages = feed.damages
    return summary
  }

  private func makeFeed() -> FootageFeed {
    switch detections {
    case .detector(let detector):
      // The ones in flight, one waiting for the schedule's decision and one being decoded.
      let buffers = (0..<detector.requestCount + 2).map { _ in FrameBuffers(input: detector.makeInput()) }
      return FootageFeed(
        footage, minimumSize: detector.profile.inputSize, interval: rate.shortestInterval, buffers: buffers)
    case .known:
      return FootageFeed(
        footage, minimumSize: nil, interval: .zero, buffers: (0..<3).map { _ in FrameBuffers(input: nil) })
    }
  }

  private mutating func collect(from ring: FrameRing, _ step: (_ frames: Int) throws -> Void) throws {
    switch detections {
    case .detector(let detector):
      var looks = DetectorQueue(detector: detector, schedule: schedule, fullSize: footage.size, ring: ring)
      defer { looks.drain() }
      while let slot = try ring.next() { try looks.append(slot, collector: &collector, step) }
      while try looks.collectOldest(into: &collector, step) {}
    case .known(let rows):
      while let slot = try ring.next() {
        try collector.collect(.seen(isWhole: true), rows[slot.number] ?? [], of: slot)
        ring.release(slot)
        try step(slot.number)
      }
    }
  }
}
