public import FootfallAnalytics
public import FootfallCore

/// What a look at a camera has made known.
public struct LiveMoment: Sendable {
  /// The tracks of a frame, which is known to be over.
  public struct Row: Sendable {
    /// Its number and time, and how long it lasted.
    public var stamp: FrameStamp
    /// Everybody followed in it.
    public var tracks: [TrackSnapshot]
  }

  /// In the order of time.
  public var rows: [Row]
  /// In stream order.
  public var events: [Event]
  /// Of crossings that have not settled, after ``events``.
  public var notices: [CrossingNotice]
  /// People in each zone, in the order of the scene.
  public var inZones: [Int]
}

/// What a camera is about.
public struct CameraCondition: Hashable, Sendable {
  /// How far the connection is.
  public enum State: String, Hashable, Sendable {
    /// It is being opened.
    case connecting
    /// Pictures come.
    case streaming
    /// It is connected, and no picture comes.
    case stalled
    /// It failed, and is tried again after a while.
    case backingOff
  }

  /// How far the connection is.
  public var state: State
  /// Why it is not streaming; nil where it is or nothing is wrong.
  public var problem: String?
  /// How long until the next attempt.
  public var retry: Duration?
}

/// How a camera's stream goes, since the last time this was told.
public struct CameraPulse: Hashable, Sendable {
  /// Frames decoded.
  public var frames = 0
  /// Looks of the detector.
  public var looks = 0
  /// Pictures that were due for a look and got none.
  public var droppedLooks = 0
}

/// A stretch of a camera's stream that is analysed as one recording: from an opening to a seam.
public struct LiveRecording: Hashable, Sendable {
  /// The camera's id.
  public var camera: String
  /// The camera's full resolution.
  public var size: PixelSize
  /// As declared.
  public var framesPerSecond: Double?
  /// When the first frame arrived, in milliseconds since 1970.
  public var startMilliseconds: Int64
}
