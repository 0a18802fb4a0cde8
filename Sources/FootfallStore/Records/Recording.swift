internal import FootfallAnalytics
public import FootfallCore

/// A stretch of footage of one camera: what was recorded, whoever analyses it and how.
///
/// Two recordings are the same when store, camera, start and media are; analysing one again replaces its results.
public struct Recording: Hashable, Sendable {
  /// The id of the store.
  public var store: String
  /// The store's IANA time zone, for the reader of the database; all times in it are UTC.
  public var timeZone: String
  /// The id of the camera.
  public var camera: String
  /// Where the footage came from: a path or a URL.
  ///
  /// Credentials and queries are cut off when it is written.
  public var source: String
  /// What the footage is, wherever it lies: see ``MediaFingerprint``.
  public var media: MediaFingerprint
  /// When the first frame was taken, in milliseconds since 1970 UTC.
  public var startMilliseconds: Int64
  /// From the first frame to the end of the last.
  public var duration: Duration
  /// The number of frames.
  public var frames: Int
  /// The source's frame rate.
  public var framesPerSecond: Double
  /// The size of the picture.
  public var size: PixelSize

  /// Creates a recording.
  public init(
    store: String, timeZone: String, camera: String, source: String, media: MediaFingerprint,
    startMilliseconds: Int64, duration: Duration, frames: Int, framesPerSecond: Double, size: PixelSize
  ) {
    self.store = store
    self.timeZone = timeZone
    self.camera = camera
    self.source = source
    self.media = media
    self.startMilliseconds = startMilliseconds
    self.duration = duration
    self.frames = frames
    self.framesPerSecond = framesPerSecond
    self.size = size
  }

  /// The name of the recording, from what makes it the same: 32 hexadecimal digits.
  public var id: String {
    var hash = ContentHash()
    hash.add("footfall.recording/1")
    hash.add(store)
    hash.add(camera)
    hash.add(startMilliseconds)
    hash.add(media.text)
    return hash.description
  }

  /// The end of the last frame, in milliseconds since 1970 UTC.
  public var endMilliseconds: Int64 { milliseconds(of: .zero + duration) }

  /// The wall-clock time of a moment of the recording, in milliseconds since 1970 UTC, to the nearest and
  /// halves up, as in reports.
  public func milliseconds(of time: MediaTime) -> Int64 {
    let shifted = time.nanoseconds + 500_000
    let (quotient, remainder) = shifted.quotientAndRemainder(dividingBy: 1_000_000)
    return startMilliseconds + (remainder < 0 ? quotient - 1 : quotient)
  }
}
