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
}
