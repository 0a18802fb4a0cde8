internal import FootfallCore

/// A stretch of the track log, encoded; it can be read without its neighbours.
///
/// Format 2. Whole numbers are LEB128 varints, signed ones zigzag-coded first. Positions and heights are in quarter
/// pixels, times in tenths of a millisecond. A path is cut into segments without missing frames, and a segment is
/// the list of its knots; between two knots every value runs straight. Each knot is the difference from the knot
/// before it, the first of a path from the chunk's first frame and zero.
/// ```
/// chunk    = 2 firstFrame lastFrame-firstFrame frames tracks
/// frames   = segments { knots { frame time } lastDuration }      duration of the segment's last frame
/// tracks   = count { number unconfirmed segments { knots { frame x y height } } }
/// ```
/// Tracks are ordered by number, numbers are differences. `unconfirmed` counts the frames from the track's first one in the
/// chunk to that in which the tracker believed in it. Format 1 does not have it: all were confirmed.
public struct TrackLogChunk: Hashable, Sendable {
  /// The bound of the error that encoding adds to a foot's x and y and to a height, in pixels.
  public static let tolerancePixels = 0.5
  /// The bound of the error that encoding adds to a frame's time.
  public static let toleranceOfTime = Duration.milliseconds(1)

  static let format: UInt8 = 2
  /// The format that does not tell when a track was confirmed.
  static let formatOfConfirmedTracks: UInt8 = 1
  static let quantaPerPixel = 4.0
  static let nanosecondsPerQuantum: Int64 = 100_000
  /// A chunk spans at most this many frame numbers, which bounds what a damaged chunk can make its reader allocate.
  static let maximumSpan = 4096

  /// The first frame of the stretch, from 1.
  public var firstFrame: Int
  /// The last frame of the stretch.
  public var lastFrame: Int
  /// The encoded stretch.
  public var bytes: [UInt8]

  /// Creates a chunk from bytes that were stored earlier.
  public init(firstFrame: Int, lastFrame: Int, bytes: [UInt8]) {
    self.firstFrame = firstFrame
    self.lastFrame = lastFrame
    self.bytes = bytes
  }
}
