public import FootfallCore

/// What a recording says about itself before its first frame is read.
public struct FootageInfo: Hashable, Sendable {
  /// The full resolution, in which all positions are given; as shown, after the rotation that the file asks for.
  public var size: PixelSize
  /// The size of the pictures that ``FootageReader/read(into:)`` delivers: ``size`` or a reduced scale of it.
  public var decodedSize: PixelSize
  /// Mean frames per second as declared; nil when unknown.
  public var declaredFramesPerSecond: Double?
  /// How many frames there should be; nil when the container does not say.
  ///
  /// For an image sequence these are all files that match the pattern, those behind a hole included. An AVI file
  /// also counts the moments in which nothing was recorded: to find what was lost, compare ``mediaDuration``.
  public var declaredFrames: Int?
  /// How long the recording should be, from the start of its first frame to the end of its last; nil when unknown.
  ///
  /// Containers with an index or a header (mp4, avi, mkv) declare it, so that a file that was cut short shows; for
  /// a stream without one (ts) it is what the last time stamp in the file tells.
  public var mediaDuration: Duration?
  /// When the recording was made, in seconds since 1970, UTC, as the container says; nil when it does not.
  public var creationTime: Double?
  /// Whether the pictures come from a network or a camera, so that there is no end to wait for.
  public var isLive: Bool
  /// What a video is coded with, as FFmpeg names it: `h264`, `hevc`, `mjpeg`; nil for pictures.
  public var codec: String?
}

extension FootageInfo {
  /// The rate of footage that does not say any, in frames per second: that of European television.
  public static let assumedFramesPerSecond = 25.0
}

/// What containers declare, where it can be true; a damaged header says anything.
extension FootageInfo {
  /// Slower is no film and faster no surveillance camera; FFmpeg guesses 90,000 for streams that do not say.
  static func plausible(framesPerSecond: Double) -> Double? {
    (0.01...1000).contains(framesPerSecond) ? framesPerSecond : nil
  }

  /// A number of frames that fits into the longest recording at the greatest rate.
  static func plausible(frames: Int64) -> Int? {
    (1...greatestSeconds * 1000).contains(frames) ? Int(frames) : nil
  }

  /// A duration up to ten years.
  static func plausible(durationNanoseconds: Int64) -> Duration? {
    (1...greatestSeconds * 1_000_000_000).contains(durationNanoseconds)
      ? .nanoseconds(durationNanoseconds) : nil
  }

  /// A time after the beginning of 1970 and before that of 2200, in seconds since 1970.
  static func plausible(creationMicroseconds: Int64) -> Double? {
    (1..<7_258_118_400_000_000).contains(creationMicroseconds) ? Double(creationMicroseconds) / 1e6 : nil
  }

  /// Ten years.
  private static var greatestSeconds: Int64 { 10 * 366 * 86_400 }
}
