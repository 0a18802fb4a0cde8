internal import FootfallAnalytics
internal import FootfallCore
internal import FootfallTracking
internal import FootfallVision

/// How the people of a frame are known.
enum Sight {
  /// They were looked for in this frame, or where something new was to be seen in it.
  case seen(isWhole: Bool)
  /// The frame shows nothing that the one looked at before did not show.
  case still
  /// The frame shows nothing at all: the camera is covered or in the dark.
  case blank
  /// Nobody looked: they are between where they were and where they will be seen.
  case between
  /// Nobody looked, and nobody will soon: they are ahead of where they were.
  case ahead
}

/// Takes the detections of each frame in order and makes tracks, counts, the background and the sink's rows of them.
struct FrameCollector<Sink: AnalysisSink> {
  var stages = FootageSummary.Stages()
  private(set) var tracker: Tracker
  private var lookahead: Lookahead?
  private(set) var analyzer: CameraAnalyzer
  private(set) var sink: Sink
  private(set) var background = BackgroundModel()
  private let fullSize: PixelSize
  private let nominalInterval: Duration
  /// A frame that would last longer is followed by a hole in the footage.
  let longestFrame: Duration
  /// The frame before: its tracks wait until the next frame tells how long it lasts.
  private var held: (stamp: FrameStamp, snapshots: [TrackSnapshot], isBlank: Bool)?
  /// Whether the last picture that was decoded showed nothing.
  private var isBlank = false
  private var people: [Detection] = []
  /// Everybody followed in the last frame that was looked at.
  private(set) var snapshots: [TrackSnapshot] = []
  private var ready: [TrackSnapshot] = []
  private var frames = 0
  var detectorRuns = 0
  /// The sum of the frames' durations, and of those that show anything.
  private var filmed = Duration.zero
  private var observed = Duration.zero
  private var end = MediaTime.zero
  private var lastInterval: Duration
  /// Between parts of the footage, when nothing was filmed.
  private var pauses = Duration.zero

  /// - Parameters:
  ///   - lookahead: holds frames back until their future is known; nil decides each frame at once.
  init(
    tracker: Tracker, lookahead: Lookahead?, analyzer: CameraAnalyzer, sink: Sink, fullSize: PixelSize,
    nominalInterval: Duration
  ) {
    self.tracker = tracker
    self.lookahead = lookahead
    self.analyzer = analyzer
    self.sink = sink
    self.fullSize = fullSize
    self.nominalInterval = nominalInterval
    longestFrame = tracker.parameters.presence.bridgedGap
    lastInterval = nominalInterval
  }

  /// Takes in the people found in one frame that was looked at, as a list of detections would hold them.
  mutating func collect(_ sight: Sight, _ found: [Detection], of slot: FrameSlot) throws {
    let begin = ContinuousClock.now
    if case .seen(let isWhole) = sight {
      describe(found, in: slot.buffers?.picture)
      if isWhole { try sample(slot) }
      try sink.write(detections: people, frame: slot.number)
    }
    switch sight {
    case .blank: isBlank = true
    case .seen, .still: isBlank = false
    case .between, .ahead: break
    }
    try hand(on: slot)
    let tracking = ContinuousClock.now
    let tracks = track(sight, at: slot.time)
    let finish = ContinuousClock.now
    held = (FrameStamp(number: slot.number, time: slot.time, duration: .zero), tracks, isBlank)
    frames += 1
    stages.analyze.add(tracking - begin)
    stages.track.add(finish - tracking)
  }

  /// Notes where people are and what they look like.
  private mutating func describe(_ found: [Detection], in picture: PixelBuffer?) {
    people.removeAll(keepingCapacity: true)
    for person in found {
      var person = person.asWritten(in: fullSize)
      if let picture {
        let scale = (
          x: Double(picture.size.width) / Double(fullSize.width),
          y: Double(picture.size.height) / Double(fullSize.height)
        )
        person.appearance = picture.appearance(of: person.box.scaled(x: scale.x, y: scale.y))
      }
      people.append(person)
    }
  }

  private mutating func sample(_ slot: FrameSlot) throws {
    guard background.wantsSample(at: slot.time), let picture = slot.buffers?.picture else { return }
    // Whoever was there in the frame before may be missed in this one.
    let hidden = people.map(\.box) + snapshots.map(\.box)
    try background.add(picture, fullSize: fullSize, people: hidden, at: slot.time)
  }

  /// The tracks of the frame as far as they are known by now.
  private mutating func track(_ sight: Sight, at time: MediaTime) -> [TrackSnapshot] {
    if isBlank { return [] }
    switch sight {
    case .seen, .still:
      tracker.update(people, at: time, into: &snapshots)
      // The look ahead knows better where people were who were not found.
      if lookahead != nil { snapshots.removeAll { $0.evidence == .predicted } }
    // The look ahead draws what lies between two looks.
    case .between where lookahead != nil: return []
    case .blank: return []
    case .between, .ahead: tracker.predict(at: time, into: &snapshots)
    }
    return snapshots
  }

  /// The events of the frames so far that were not given out before.
  mutating func takeEvents() -> [Event] { analyzer.takeEvents() }

  /// What was told since this was last asked of crossings that have not settled.
  mutating func takeNotices() -> [CrossingNotice] { analyzer.takeNotices() }

  /// Ends the recording.
  /// - Parameters:
  ///   - framesPerSecond: as the footage declares it.
  ///   - duration: as the footage declares it.
  mutating func finish(framesPerSecond: Double?, duration: Duration?) throws -> FootageSummary {
    try release(lasting: lastInterval)
    try drain()
    let (result, series) = analyzer.finish()
    let measured = frames > 1 ? Double(frames) / filmed.inSeconds : 1 / nominalInterval.inSeconds
    return FootageSummary(
      result: result, series: series, frames: frames,
      framesPerSecond: framesPerSecond ?? measured, end: end, observed: observed,
      blank: filmed - observed, mediaDuration: max(end - .zero - pauses, duration ?? .zero),
      background: background,
      detectorRuns: detectorRuns, stages: stages)
  }

  /// Lets the frame before go, now that `next` tells how long it lasted, and resets everybody at a seam.
  private mutating func hand(on next: FrameSlot) throws {
    guard let held else { return }
    let interval = next.time - held.stamp.time
    guard next.isSeam || interval > longestFrame else {
      lastInterval = interval
      return try release(lasting: interval)
    }
    if next.isSeam { pauses += max(.zero, interval - lastInterval) }
    try release(lasting: lastInterval)
    try drain()
    analyzer.seam()
    tracker.reset()
  }

  /// A frame that shows nothing lasts for no time.
  private mutating func release(lasting duration: Duration) throws {
    guard let frame = held else { return }
    var stamp = frame.stamp
    stamp.duration = frame.isBlank ? .zero : duration
    filmed += duration
    observed += stamp.duration
    end = stamp.time + duration
    if lookahead == nil {
      try analyze(frame.snapshots, in: stamp)
    } else {
      lookahead?.append(frame.snapshots, in: stamp)
      while let earlier = lookahead?.next(isEnd: false, into: &ready) { try analyze(ready, in: earlier) }
    }
    held = nil
  }

  /// Lets all frames go whose future will not come.
  private mutating func drain() throws {
    while let stamp = lookahead?.next(isEnd: true, into: &ready) { try analyze(ready, in: stamp) }
  }

  private mutating func analyze(_ tracks: [TrackSnapshot], in stamp: FrameStamp) throws {
    if stamp.duration > .zero { analyzer.observe(tracks, in: stamp) } else { analyzer.pass(stamp) }
    try sink.write(tracks: tracks, in: stamp)
  }
}
