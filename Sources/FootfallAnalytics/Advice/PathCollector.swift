public import FootfallCore

/// Gathers where people walk in the picture of one camera, for ``CameraAdvice``.
///
/// Frames go in one by one in time order. Memory is bounded by ``AdviceParameters/mostPaths`` and
/// ``AdviceParameters/mostKnots``, however long the footage: of too many people every second one is forgotten.
public struct PathCollector: Sendable {
  private let size: PixelSize
  private let parameters: AdviceParameters
  private var walking: [TrackID: PathBuilder] = [:]
  private var paths: [WalkedPath] = []
  /// Every how many-th person is kept.
  private var stride = 1
  private var people = 0
  private var start: MediaTime?
  private var lastStamp: FrameStamp?
  private var observed = 0.0
  /// Who is not seen for longer is gone, and who was seen this long before the last frame may still be there.
  private var memory: Duration { parameters.analytics.presence.bridgedGap }

  /// Begins with nobody seen.
  /// - Parameter size: the camera's full resolution.
  public init(size: PixelSize, parameters: AdviceParameters = AdviceParameters()) {
    self.size = size
    self.parameters = parameters
  }

  /// Takes in the tracks of one frame.
  ///
  /// After a hole in the footage nobody is who they were.
  public mutating func observe(_ tracks: [TrackSnapshot], in stamp: FrameStamp) {
    if let last = lastStamp, stamp.time - last.time > memory { seam() }
    let start = start ?? stamp.time
    self.start = start
    lastStamp = stamp
    observed += stamp.duration.inSeconds
    release(at: stamp.time)
    let isRunning = stamp.time.seconds - start.seconds > parameters.startSeconds
    for snapshot in tracks {
      if walking[snapshot.track] != nil {
        walking[snapshot.track]?.add(snapshot, at: stamp)
      } else {
        walking[snapshot.track] = PathBuilder(
          snapshot, at: stamp, size: size, beginsInView: isRunning, parameters: parameters)
      }
    }
  }

  /// Ends the recording and gives out all paths.
  public mutating func finish() -> WalkedPaths {
    seam()
    return WalkedPaths(
      paths: paths, people: people, seconds: observed, size: size, parameters: parameters)
  }

  /// Ends everybody's path at the end of a stretch of footage.
  private mutating func seam() {
    end(walking.keys.sorted())
    start = nil
  }

  private mutating func release(at time: MediaTime) {
    let gone = walking.filter { time - $0.value.lastSeen > memory }
    if !gone.isEmpty { end(gone.keys.sorted()) }
  }

  /// In the order of the tracks, so that the same footage leaves the same paths.
  private mutating func end(_ tracks: [TrackID]) {
    for track in tracks {
      guard let builder = walking.removeValue(forKey: track), builder.isConfirmed, let last = lastStamp else {
        continue
      }
      let isOver = last.time - builder.lastSeen > memory
      if people % stride == 0 { paths.append(builder.finished(endsInView: isOver)) }
      people += 1
      guard paths.count >= parameters.mostPaths else { continue }
      paths = paths.indices.filter { $0 % 2 == 0 }.map { paths[$0] }
      stride *= 2
    }
  }
}
