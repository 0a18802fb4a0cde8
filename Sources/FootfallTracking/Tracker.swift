public import FootfallCore

/// Follows people from frame to frame by where their boxes are (Zhang et al., ByteTrack, ECCV 2022).
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
  private var tracks: [Track] = []
  private var lastID = 0
  private var lastTime: MediaTime?
  private var matcher = Matcher()
  private var strong: [Int] = []
  private var weak: [Int] = []
  private var candidates: [Int] = []

  /// Creates a tracker without tracks.
  public init(parameters: TrackerParameters = TrackerParameters()) {
    self.parameters = parameters
  }

  /// Takes in the detections of one frame.
  /// - Parameters:
  ///   - detections: people found in the frame, in any order.
  ///   - time: when the frame is shown; later than the frame before.
  ///   - snapshots: replaced by the tracks seen in this frame, in the order in which they began.
  /// - Complexity: O(n²m) for n tracks and m detections that overlap.
  public mutating func update(
    _ detections: [Detection], at time: MediaTime, into snapshots: inout [TrackSnapshot]
  ) {
    predict(to: time)
    sortByScore(detections)

    // 1. Strong detections find the confirmed tracks, those lost from sight included.
    selectTracks { $0.state == .confirmed }
    match(&strong, detections, at: time, minimum: parameters.strongSimilarity, weighsScore: true)

    // 2. Weak detections - people half hidden - keep the tracks alive that were in sight a moment ago.
    keepUnmatched(at: time) { $0.lastSeen == previousTime }
    match(&weak, detections, at: time, minimum: parameters.weakSimilarity, weighsScore: false)

    // 3. What is left of the strong ones confirms tentative tracks or begins new ones.
    selectTracks { $0.state == .tentative }
    match(&strong, detections, at: time, minimum: parameters.tentativeSimilarity, weighsScore: false)
    begin(detections, at: time)

    confirm(at: time)
    retire(at: time)
    report(at: time, into: &snapshots)
    lastTime = time
  }

  /// Ends all tracks: after a seam nobody is who they were.
  public mutating func reset() {
    tracks.removeAll(keepingCapacity: true)
    lastTime = nil
  }

  private var previousTime: MediaTime = .zero

  private mutating func predict(to time: MediaTime) {
    guard let lastTime else { return }
    previousTime = lastTime
    let seconds = (time - lastTime).inSeconds
    for index in tracks.indices {
      if tracks[index].lastSeen != lastTime { tracks[index].filter.holdSize() }
      tracks[index].filter.predict(seconds: seconds, motion: parameters.motion)
      tracks[index].predicted = tracks[index].filter.box
    }
  }

  private mutating func sortByScore(_ detections: [Detection]) {
    strong.removeAll(keepingCapacity: true)
    weak.removeAll(keepingCapacity: true)
    for (index, detection) in detections.enumerated() {
      if detection.score >= parameters.strongScore {
        strong.append(index)
      } else if detection.score >= parameters.weakScore {
        weak.append(index)
      }
    }
  }

  private mutating func selectTracks(where isWanted: (Track) -> Bool) {
    candidates.removeAll(keepingCapacity: true)
    for index in tracks.indices where isWanted(tracks[index]) { candidates.append(index) }
  }

  private mutating func keepUnmatched(at time: MediaTime, where isWanted: (Track) -> Bool) {
    candidates.removeAll { tracks[$0].lastSeen == time || !isWanted(tracks[$0]) }
  }

  /// Gives each candidate track at most one of the `available` detections so that the sum of similarities is
  /// largest, and takes the given ones off the list.
  private mutating func match(
    _ available: inout [Int], _ detections: [Detection], at time: MediaTime, minimum: Double, weighsScore: Bool
  ) {
    matcher.match(candidates.count, available.count, minimum: minimum) { row, column in
      let detection = detections[available[column]]
      let overlap = tracks[candidates[row]].predicted.iou(detection.box)
      return weighsScore ? overlap * detection.score : overlap
    }
    for (row, column) in matcher.columnOfRow.enumerated() where column >= 0 {
      tracks[candidates[row]].observe(detections[available[column]], at: time, motion: parameters.motion)
      available[column] = -1
    }
    available.removeAll { $0 < 0 }
  }

  private mutating func begin(_ detections: [Detection], at time: MediaTime) {
    for index in strong where detections[index].score >= parameters.newTrackScore {
      lastID += 1
      tracks.append(
        Track(id: TrackID(lastID), detection: detections[index], time: time, motion: parameters.motion))
    }
  }

  private mutating func confirm(at time: MediaTime) {
    for index in tracks.indices where tracks[index].state == .tentative {
      if tracks[index].observations >= parameters.confirmationObservations,
        time - tracks[index].firstSeen >= parameters.confirmationTime
      {
        tracks[index].state = .confirmed
      }
    }
  }

  private mutating func retire(at time: MediaTime) {
    tracks.removeAll { track in
      let patience = track.state == .confirmed ? parameters.lostPatience : parameters.tentativePatience
      return time - track.lastSeen > patience
    }
  }

  private func report(at time: MediaTime, into snapshots: inout [TrackSnapshot]) {
    snapshots.removeAll(keepingCapacity: true)
    for track in tracks where track.lastSeen == time {
      snapshots.append(
        TrackSnapshot(
          track: track.id, box: track.filter.box, score: track.score, state: track.state, evidence: .observed))
    }
  }
}
