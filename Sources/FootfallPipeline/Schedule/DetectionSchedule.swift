internal import FootfallCore
internal import FootfallTracking
internal import FootfallVision

/// Decides which frames a detector looks at, and at which part of them.
///
/// The rate rises while people are new, move fast for their size or are missed; a picture that has
/// not changed since the last look shows the same people, as long as everybody's whereabouts are known. All decisions
/// depend on the footage alone and never on the timing of threads.
struct DetectionSchedule {
  /// What becomes of a frame.
  enum Decision: Equatable {
    /// The detector looks at what lies in a box, in pixels of its input; nil: at everything.
    case look(BoundingBox?)
    /// It shows the people of the last look.
    case still
    /// It lies between two looks.
    case pass
    /// It shows nothing at all, not even the place.
    case blank
    /// Not known before the answer of a look that is under way.
    case wait
  }

  private let rate: DetectionRate
  private let risk: LookRisk
  private var region: RegionOfInterest
  /// Whether people may be lost or exchanged before the next look.
  private var isUrgent = true
  /// When the scene was first seen.
  private var start = MediaTime.zero
  private var lastFrame: MediaTime?
  /// The last frame that was not passed over.
  private var lastDue = MediaTime.zero
  private var lastLook = MediaTime.zero
  /// The last look at everything.
  private var lastWhole = MediaTime.zero
  /// Looks without an answer so far.
  private var pending = 0
  /// Whether the last answer left nobody new or out of sight.
  private var isSettled = false
  /// The picture of the last look.
  private let seen = MotionCells()

  /// - Parameter fullSize: the size of the full picture.
  init(rate: DetectionRate, fullSize: PixelSize) {
    self.rate = rate
    risk = LookRisk(fullSize: fullSize)
    region = RegionOfInterest(fullSize: fullSize)
  }

  private var interval: Duration { isUrgent ? rate.shortestInterval : rate.longestInterval }

  /// Decides about the next frame; after ``Decision/wait`` it is to be asked again about the same one.
  /// - Parameters:
  ///   - cells: the picture, coarsely.
  ///   - contentSize: the size of the picture in the detector's input.
  mutating func decide(at time: MediaTime, isSeam: Bool, cells: MotionCells, contentSize: PixelSize)
    -> Decision
  {
    let isFirst = lastFrame == nil || isSeam
    if !isFirst, mayPass(time) {
      lastFrame = time
      return .pass
    }
    if cells.isBlank {
      // Whoever comes after it is looked for as at the beginning.
      lastFrame = nil
      return .blank
    }
    let change = cells.change(since: seen)
    if !isFirst, change == nil, let stillInterval = rate.stillInterval, time - lastLook < stillInterval {
      if pending > 0 { return .wait }
      if isSettled {
        lastFrame = time
        lastDue = time
        return .still
      }
    }
    return look(at: time, isFirst: isFirst, change: change, cells, contentSize)
  }

  /// Takes in what the tracker made of the oldest look that had no answer.
  mutating func adapt(to people: [TrackMotion]) {
    pending -= 1
    isSettled = people.allSatisfy { $0.state == .confirmed && $0.isInSight }
    isUrgent =
      rate.shortestInterval < rate.longestInterval && risk.isHigh(people, interval: rate.longestInterval)
    region.adapt(to: people, seconds: LookRisk.horizonIntervals * interval.inSeconds)
  }

  private func mayPass(_ time: MediaTime) -> Bool {
    guard let lastFrame else { return false }
    return DetectionRate.mayPass(time, last: lastDue, spacing: time - lastFrame, interval: interval)
  }

  private mutating func look(
    at time: MediaTime, isFirst: Bool, change: BoundingBox?, _ cells: MotionCells, _ contentSize: PixelSize
  ) -> Decision {
    (lastFrame, lastDue, lastLook) = (time, time, time)
    pending += 1
    seen.copy(cells)
    let part = region.begin(change: change, contentSize: contentSize)
    if isFirst { start = time }
    guard !isFirst, !isUrgent, let part, let wholeInterval = wholeInterval(at: time),
      time - lastWhole < wholeInterval
    else {
      lastWhole = time
      return .look(nil)
    }
    return .look(part)
  }

  /// The first looks at everything follow each other sooner: only they show the background, and a recording may be
  /// short.
  private func wholeInterval(at time: MediaTime) -> Duration? {
    rate.wholeInterval.map { min($0, max(.milliseconds(500), (time - start) / 8)) }
  }
}
