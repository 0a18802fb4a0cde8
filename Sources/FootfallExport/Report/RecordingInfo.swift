public import FootfallCore

/// What a recording is, as opposed to what was counted in it.
public struct RecordingInfo: Sendable {
  /// The id of the camera.
  public var camera: String
  /// Where the pictures came from, as the user gave it; shown only without credentials.
  public var source: String
  /// The source's full resolution.
  public var size: PixelSize
  /// The number of frames decoded.
  public var frames: Int
  /// The source's frame rate, in frames a second.
  public var framesPerSecond: Double
  /// When the first frame was taken, and the store's time zone.
  public var clock: WallClock
  /// The end of the last frame, since the first one.
  public var end: MediaTime
  /// Seconds decoded / seconds of media, 0 to 1.
  public var coverage: Double

  /// Creates a description.
  public init(
    camera: String, source: String, size: PixelSize, frames: Int, framesPerSecond: Double, clock: WallClock,
    end: MediaTime, coverage: Double
  ) {
    self.camera = camera
    self.source = source
    self.size = size
    self.frames = frames
    self.framesPerSecond = framesPerSecond
    self.clock = clock
    self.end = end
    self.coverage = coverage
  }
}
