internal import FootfallCore
internal import FootfallVision

/// Tells when a film that is played as a camera begins anew.
struct FilmRound {
  /// A still picture is a film of one frame, and opening it is most of the work.
  static let shortest = Duration.seconds(1)

  private var last = MediaTime.zero
  private var interval: Duration

  /// - Parameter framesPerSecond: as the film declares it: how long a frame lasts that is the only one.
  init(framesPerSecond: Double?) {
    interval = .seconds(1 / (framesPerSecond ?? FootageInfo.assumedFramesPerSecond))
  }

  /// Notes that a frame is shown; times increase.
  mutating func show(_ time: MediaTime) {
    if time > last { interval = time - last }
    last = time
  }

  /// When the last frame so far has been shown for as long as the one before it.
  var end: MediaTime { max(last + interval, MediaTime.zero + Self.shortest) }
}
