internal import FootfallCore

/// One person as the tracker knows them.
struct Track: Sendable {
  /// Nil while the track is faint.
  var id: TrackID?
  var state: TrackSnapshot.State = .tentative
  var filter: BoxFilter
  /// Where the box should be in the frame at hand, before its detections were looked at.
  var predicted: BoundingBox
  /// By which share of their sides boxes are enlarged before they are compared in the frame at hand.
  private var margin = 0.0
  let firstSeen: MediaTime
  var lastSeen: MediaTime
  /// When a strong detection was last made of the person; when they were first seen, if none was.
  var lastStrong: MediaTime
  /// How many detections were made.
  var observations = 1
  /// How many of them were strong.
  var strongObservations = 0
  var score: Double
  /// The box that was detected last.
  var detected: BoundingBox
  /// The box that was detected first.
  let firstDetected: BoundingBox
  /// Whether the person has gone as far as they are tall: things do not.
  var hasWalked = false
  /// The colours that were seen last; nil where somebody stood before them.
  var appearance: Appearance?
  var memory = AppearanceMemory()

  init(detection: Detection, isClear: Bool, time: MediaTime, _ parameters: TrackerParameters) {
    filter = BoxFilter(detection.box, motion: parameters.motion)
    predicted = detection.box
    firstSeen = time
    lastSeen = time
    lastStrong = time
    score = detection.score
    detected = detection.box
    firstDetected = detection.box
    appearance = isClear ? detection.appearance : nil
    noteStrong(detection, at: time, parameters)
  }

  /// Whether there were weak detections alone: nobody new, but perhaps somebody who was lost.
  var isFaint: Bool { strongObservations == 0 }

  /// Takes in a detection of the person.
  /// - Parameter isClear: whether nobody stands before them.
  mutating func observe(
    _ detection: Detection, isClear: Bool, at time: MediaTime, _ parameters: TrackerParameters
  ) {
    filter.update(detection.box, score: detection.score, motion: parameters.motion)
    lastSeen = time
    observations += 1
    score = detection.score
    detected = detection.box
    hasWalked = hasWalked || (detected.footPoint - firstDetected.footPoint).length >= detected.height
    appearance = isClear ? detection.appearance : nil
    noteStrong(detection, at: time, parameters)
  }

  private mutating func noteStrong(
    _ detection: Detection, at time: MediaTime, _ parameters: TrackerParameters
  ) {
    guard detection.score >= parameters.strongScore else { return }
    lastStrong = time
    strongObservations += 1
    if let appearance { memory.learn(appearance) }
  }

  /// Moves on to the frame at `time`, `seconds` after the one before; whoever was not seen in that keeps their size, and
  /// their place if they stood.
  mutating func predict(
    seconds: Double, at time: MediaTime, wasSeen: Bool, _ parameters: TrackerParameters
  ) {
    if !wasSeen { filter.hold(motion: parameters.motion) }
    filter.predict(seconds: seconds, motion: parameters.motion)
    predicted = filter.box
    let unseen = (time - lastSeen).inSeconds
    margin = min(
      parameters.largestMargin, parameters.margin + parameters.marginGrowthPerSecond * unseen)
  }

  /// How well a detection fits the track: the IoU of both boxes, each enlarged on all sides by a margin that grows
  /// while the person is out of sight (Yang et al., C-BIoU, WACV 2023: buffered IoU), more or less as colours agree.
  func similarity(to detection: Detection, isClear: Bool, _ parameters: TrackerParameters) -> Double {
    let own = predicted.enlarged(by: margin)
    let other = detection.box.enlarged(by: margin)
    // Most pairs of a crowd are far from each other, and this is sooner known than the areas.
    if own.maxX <= other.x || other.maxX <= own.x { return 0 }
    let overlap = own.iou(other)
    guard overlap > 0, isClear, let seen = detection.appearance, let known = memory.appearance else {
      return overlap
    }
    let agreement = known.similarity(to: seen) - parameters.chanceAgreement
    return min(
      1, overlap * max(parameters.leastAppearanceFactor, 1 + parameters.appearanceWeight * agreement))
  }
}
