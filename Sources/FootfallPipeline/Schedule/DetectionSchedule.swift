internal import FootfallCore
internal import FootfallTracking
internal import FootfallVision

/// Decides which frames a detector looks at.
///
/// The rate rises while people are new, move fast for their size, meet each other or reach a line; a picture that has
/// not changed since the last look shows the same people, as long as everybody's whereabouts are known. All decisions
/// depend on the footage alone and never on the timing of threads.
struct DetectionSchedule {
  /// What becomes of a frame.
  enum Decision {
    /// The detector looks at it.
    case look
    /// It shows the people of the last look.
    case still
    /// It lies between two looks.
    case pass
    /// Not known before the answer of a look that is under way.
    case wait
  }

  private let rate: DetectionRate
  private let risk: LookRisk
  private var interval: Duration
  private var lastFrame: MediaTime?
  /// The last frame that was not passed over.
  private var lastDue = MediaTime.zero
  private var lastLook = MediaTime.zero
  /// Looks without an answer so far.
  private var pending = 0
  /// Whether the last answer left nobody new or out of sight.
  private var isSettled = false
  /// The picture of the last look.
  private let seen = MotionCells()

  /// - Parameter lines: where people are counted, in pixels.
  init(rate: DetectionRate, lines: [Segment]) {
    self.rate = rate
    risk = LookRisk(lines: lines)
    interval = rate.shortestInterval
  }

  /// Decides about the next frame; after ``Decision/wait`` it is to be asked again about the same one.
  /// - Parameter cells: the picture, coarsely.
  mutating func decide(at time: MediaTime, isSeam: Bool, cells: MotionCells) -> Decision {
    let decision = decision(at: time, isSeam: isSeam, cells)
    if decision == .wait { return decision }
    lastFrame = time
    if decision == .pass { return decision }
    lastDue = time
    if decision == .look {
      lastLook = time
      seen.copy(cells)
      pending += 1
    }
    return decision
  }

  /// Takes in what the tracker made of the oldest look that had no answer.
  mutating func adapt(to people: [TrackMotion]) {
    pending -= 1
    isSettled = people.allSatisfy { $0.state == .confirmed && $0.isInSight }
    interval =
      risk.isHigh(people, interval: rate.longestInterval) ? rate.shortestInterval : rate.longestInterval
  }

  private func decision(at time: MediaTime, isSeam: Bool, _ cells: MotionCells) -> Decision {
    guard let lastFrame, !isSeam else { return .look }
    if DetectionRate.mayPass(time, last: lastDue, spacing: time - lastFrame, interval: interval) {
      return .pass
    }
    guard let stillInterval = rate.stillInterval, time - lastLook < stillInterval, cells.isLike(seen) else {
      return .look
    }
    if pending > 0 { return .wait }
    return isSettled ? .still : .look
  }
}
