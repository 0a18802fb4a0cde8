internal import FootfallAnalytics
internal import FootfallCore
internal import FootfallVision

extension LiveStation {
  /// A sum of what was counted is told this often.
  private static let sumInterval = Duration.seconds(2)
  /// A recording that is longer ends as soon as nobody is in view.
  private static let usualLength = Duration.seconds(24 * 3600)
  /// And after this in any case.
  private static let greatestLength = Duration.seconds(26 * 3600)
  /// Clock and stream may part by this much, because a network delays pictures, before a new recording begins.
  private static let greatestSlip = Duration.seconds(5)

  func follow(_ people: [Detection], in picture: CameraPicture, of post: CameraPost) {
    do {
      endStretchIfDue(of: post, at: picture)
      if post.stretch == nil { try beginStretch(of: post, with: picture) }
      guard let frame = post.stretch?.picture(picture) else { return }
      let input = post.inputs[picture.slot]
      input.show(picture.contentSize)
      guard let moment = try post.stretch?.analysis.take(people, in: input, of: frame) else { return }
      let latency = Duration.nanoseconds(MonotonicClock.nanoseconds - picture.arrivalNanoseconds)
      listener.camera(post.place, saw: moment, after: latency)
      if let people = post.stretch?.analysis.people { lookCloser(at: people, in: picture, of: post) }
      tellSum(of: post)
    } catch {
      fail(post, String(describing: error))
    }
  }

  private func beginStretch(of post: CameraPost, with picture: CameraPicture) throws {
    guard let opening = post.opening, let camera = post.camera else { return }
    let recording = LiveRecording(
      camera: camera.id, size: opening.size, framesPerSecond: opening.framesPerSecond,
      startMilliseconds: wallMilliseconds(ofMonotonic: picture.arrivalNanoseconds))
    let analyzer = try listener.analyzer(for: recording, of: post.place)
    post.stretch = LiveStretch(
      recording: recording,
      analysis: LiveAnalysis(
        size: opening.size, lookInterval: settings.lookInterval, framesPerSecond: opening.framesPerSecond,
        tracker: settings.tracker, analyzer: analyzer),
      firstNumber: picture.number, firstNanoseconds: picture.mediaNanoseconds)
    listener.recordingBegan(recording, of: post.place)
    watcher?.recordingBegan(of: camera.id, size: opening.size)
  }

  func endStretch(of post: CameraPost) {
    guard var stretch = post.stretch else { return }
    post.stretch = nil
    guard let (summary, rest) = try? stretch.analysis.finish() else { return }
    listener.recordingEnded(of: post.place, summary, rest)
  }

  /// Where the clock was set, or after a day.
  private func endStretchIfDue(of post: CameraPost, at picture: CameraPicture) {
    guard let stretch = post.stretch else { return }
    let media = Duration.nanoseconds(stretch.picture(picture).mediaNanoseconds)
    let wall = Duration.milliseconds(
      wallMilliseconds(ofMonotonic: picture.arrivalNanoseconds)
        - stretch.recording.startMilliseconds)
    let slip = wall - media
    let isEmpty = stretch.analysis.isEmpty
    if max(slip, .zero - slip) > Self.greatestSlip || media > Self.greatestLength
      || (media > Self.usualLength && isEmpty)
    {
      endStretch(of: post)
    }
  }

  private func tellSum(of post: CameraPost) {
    guard let stretch = post.stretch, ContinuousClock.now - stretch.lastSum >= Self.sumInterval else {
      return
    }
    post.stretch?.lastSum = .now
    let (result, series) = stretch.analysis.interim()
    listener.camera(post.place, counts: result, series)
  }

  private func wallMilliseconds(ofMonotonic nanoseconds: Int64) -> Int64 {
    now() - (MonotonicClock.nanoseconds - nanoseconds) / 1_000_000
  }
}
