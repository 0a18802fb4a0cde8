/// Which frame of a recording, and when.
public struct FrameStamp: Hashable, Sendable {
  /// The number of the frame in its recording, from 1.
  public var number: Int
  /// When the frame is shown, since the first frame.
  public var time: MediaTime
  /// How long the frame stands for: the time to the next frame, or the last interval known.
  public var duration: Duration

  /// Creates a stamp.
  public init(number: Int, time: MediaTime, duration: Duration) {
    self.number = number
    self.time = time
    self.duration = duration
  }
}
