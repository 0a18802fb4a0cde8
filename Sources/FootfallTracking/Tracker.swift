public import FootfallCore

/// Follows people from frame to frame by where their boxes are (Zhang et al., ByteTrack, ECCV 2022) and, where
/// detections say, by their colours.
///
/// A tracker knows neither detector nor video: boxes in, tracks out. Ids count from 1 and are never used again.
///
///     var tracker = Tracker()
///     var tracks: [TrackSnapshot] = []
///     tracker.update(detections, at: time, into: &tracks)
///
/// It allocates nothing per frame once its buffers have grown to the size of the crowd.
public struct Tracker: Sendable {
  /// The numbers that the tracker works with.
  public let parameters: TrackerParameters
  /// The size of the picture, at whose border people come and go; nil where it is not known.
  let pictureSize: PixelSize?
  var tracks: [Track] = []
  var lastID = 0
  /// How tall people are where in the picture, learned from those who walk.
  var heights = RowHeights(memory: 5000)
  private var lastTime: MediaTime?
  // Scratch, kept to save allocations: the tracks and detections that a pass may pair, and which are paired.
  private var matcher = Matcher()
  private var rows: [Int] = []
  private var columns: [Int] = []
  var isTaken: [Bool] = []
  /// Before which detections nobody stands.
  var isClear: [Bool] = []

  /// Creates a tracker without tracks.
  /// - Parameter pictureSize: who was lost at the border of such a picture has left, and who appears there is new.
  public init(parameters: TrackerParameters = TrackerParameters(), pictureSize: PixelSize? = nil) {
    self.parameters = parameters
    self.pictureSize = pictureSize
  }

  /// Takes in the detections of one frame.
  /// - Parameters:
  ///   - detections: people found in the frame, in any order.
  ///   - time: when the frame is shown; later than the frame before.
  ///   - snapshots: replaced by the tracks seen in this frame, and by those confirmed that were seen a moment ago, as
  ///     predicted; in the order of their numbers.
  /// - Complexity: O(nm) for n tracks and m detections, and O(k³) for each group of k people close together.
  public mutating func update(
    _ detections: [Detection], at time: MediaTime, into snapshots: inout [TrackSnapshot]
  ) {
    precondition(lastTime.map { $0 < time } ?? true, "time moves on")
    let lastTime = lastTime ?? time
    retire(at: time)
    predict(from: lastTime, to: time)
    isTaken.removeAll(keepingCapacity: true)
    for _ in detections { isTaken.append(false) }
    findCovered(detections)
    let strong = parameters.strongScore...
    let weak = parameters.weakScore..<parameters.strongScore

    // 1. Strong detections find the confirmed tracks, those lost from sight included.
    match(detections, scoring: strong, at: time, minimum: parameters.strongSimilarity, weighingScore: true) {
      $0.state == .confirmed
    }
    // 2. Weak detections - people half hidden - keep the tracks alive that were in sight a moment ago.
    match(detections, scoring: weak, at: time, minimum: parameters.weakSimilarity) { [parameters] in
      $0.state == .confirmed && $0.lastSeen < time && time - $0.lastSeen <= parameters.weakPatience
    }
    // 3. They find others who are lost only where these must be.
    match(detections, scoring: weak, at: time, minimum: parameters.weakReturnSimilarity) {
      $0.state == .confirmed && $0.lastSeen < time
    }
    // 4. What is left of the strong ones confirms tentative tracks or begins new ones.
    match(detections, scoring: strong, at: time, minimum: parameters.tentativeSimilarity) {
      $0.state == .tentative
    }
    begin(detections, scoring: parameters.newTrackScore..., at: time)
    // 5. Weak ones show nobody new, but where somebody new is, and in a row perhaps who was lost.
    match(detections, scoring: weak, at: time, minimum: parameters.weakSimilarity) {
      $0.state == .tentative && $0.lastSeen < time
    }
    begin(detections, scoring: parameters.faintScore..<parameters.strongScore, at: time)

    numberNew()
    learnHeights(at: time)
    confirm(at: time)
    dropUnbelievable(at: time)
    report(at: time, into: &snapshots)
    self.lastTime = time
  }

  /// Replaces `snapshots` by where the confirmed people of the last frame should be at `time`.
  ///
  /// For frames that no detector looked at. The tracks stay as they are.
  /// - Parameter time: later than the last update.
  public func predict(at time: MediaTime, into snapshots: inout [TrackSnapshot]) {
    snapshots.removeAll(keepingCapacity: true)
    guard let lastTime else { return }
    let seconds = (time - lastTime).inSeconds
    for track in tracks where track.state == .confirmed && track.lastSeen == lastTime {
      guard let id = track.id else { continue }
      var filter = track.filter
      filter.predict(seconds: seconds, motion: parameters.motion)
      snapshots.append(
        TrackSnapshot(
          track: id, box: filter.box, score: track.score, state: .confirmed, evidence: .predicted,
          hiddenFeetPixels: hiddenFeet(of: filter.box)))
    }
  }

  /// Replaces `motions` by how everybody moves who was seen a short while ago, in the order of their numbers;
  /// without what has turned out to be a thing.
  public func motions(into motions: inout [TrackMotion]) {
    motions.removeAll(keepingCapacity: true)
    guard let lastTime else { return }
    for track in tracks
    where lastTime - track.lastSeen <= parameters.presence.bridgedGap && !track.isFaint && !isThing(track) {
      motions.append(
        TrackMotion(
          box: track.filter.box, velocity: track.filter.footVelocity, state: track.state,
          isInSight: track.lastSeen == lastTime))
    }
  }

  /// Ends all tracks: after a seam nobody is who they were.
  public mutating func reset() {
    tracks.removeAll(keepingCapacity: true)
    lastTime = nil
  }

  private mutating func predict(from lastTime: MediaTime, to time: MediaTime) {
    let seconds = (time - lastTime).inSeconds
    for index in tracks.indices {
      let wasSeen = tracks[index].lastSeen == lastTime
      tracks[index].predict(seconds: seconds, at: time, wasSeen: wasSeen, parameters)
    }
  }

  /// Notes before whom somebody stands, whose feet are lower and whose colours fill a part of the box.
  private mutating func findCovered(_ detections: [Detection]) {
    isClear.removeAll(keepingCapacity: true)
    for detection in detections {
      guard detection.appearance != nil else {
        isClear.append(false)
        continue
      }
      let box = detection.box
      let most = parameters.greatestCover * box.area
      isClear.append(
        !detections.contains {
          $0.box.maxY > box.maxY && $0.score >= parameters.strongScore && $0.box.intersectionArea(box) > most
        })
    }
  }

  /// Pairs the tracks wanted and the detections left over that score so, each at most once, so that the sum of
  /// similarities is largest.
  private mutating func match(
    _ detections: [Detection], scoring scores: some RangeExpression<Double>, at time: MediaTime,
    minimum: Double, weighingScore: Bool = false, where isWanted: (Track) -> Bool
  ) {
    rows.removeAll(keepingCapacity: true)
    for index in tracks.indices where isWanted(tracks[index]) { rows.append(index) }
    columns.removeAll(keepingCapacity: true)
    for index in detections.indices where !isTaken[index] && scores.contains(detections[index].score) {
      columns.append(index)
    }
    matcher.match(rows.count, columns.count, minimum: minimum) {
      [tracks, rows, columns, isClear, parameters] row, column in
      let detection = detections[columns[column]]
      let similarity = tracks[rows[row]].similarity(
        to: detection, isClear: isClear[columns[column]], parameters)
      return weighingScore ? similarity * detection.score : similarity
    }
    for (row, column) in matcher.columnOfRow.enumerated() where column >= 0 {
      let index = columns[column]
      tracks[rows[row]].observe(detections[index], isClear: isClear[index], at: time, parameters)
      isTaken[index] = true
    }
  }

  private func report(at time: MediaTime, into snapshots: inout [TrackSnapshot]) {
    snapshots.removeAll(keepingCapacity: true)
    for track in tracks {
      let isSeen = track.lastSeen == time
      let isCarriedOn = track.state == .confirmed && time - track.lastSeen <= parameters.coastingTime
      guard let id = track.id, isSeen || isCarriedOn else { continue }
      snapshots.append(
        TrackSnapshot(
          track: id, box: track.filter.box, score: track.score, state: track.state,
          evidence: isSeen ? .observed : .predicted, detected: isSeen ? track.detected : nil,
          appearance: isSeen ? track.appearance : nil, hiddenFeetPixels: hiddenFeet(of: track.filter.box)))
    }
  }
}
