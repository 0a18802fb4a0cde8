internal import FootfallCore

/// How often a detector looks at the footage: in seconds and not in frames, so that the camera's rate does not matter.
public struct DetectionRate: Hashable, Sendable {
  /// The longest time between two looks while anything moves.
  public var longestInterval: Duration
  /// The time between two looks while people may be lost or exchanged; frames in between are never
  /// looked at.
  public var shortestInterval: Duration
  /// The longest time for which a picture that does not change is taken to show the same people; nil: every picture
  /// is looked at.
  public var stillInterval: Duration?
  /// The longest time for which looks may be confined to where something moves or people are expected, less while a
  /// recording begins; nil: every look is at everything.
  public var wholeInterval: Duration?

  /// Every frame.
  public static let everyFrame = DetectionRate(
    longestInterval: .zero, shortestInterval: .zero, stillInterval: nil, wholeInterval: nil)

  /// Recorded footage, whose gaps are filled from both sides: 5 Hz (docs/adr/0011).
  public static let recorded = DetectionRate(
    longestInterval: .milliseconds(200), shortestInterval: .milliseconds(100), stillInterval: .seconds(1),
    wholeInterval: .seconds(2))

  /// Footage that is decided when it is seen: 7.5 Hz, since gaps are filled by prediction alone.
  ///
  /// Both intervals are a little more than 4 and 2 frames of a thirtieth of a second.
  public static let live = DetectionRate(
    longestInterval: .milliseconds(134), shortestInterval: .milliseconds(67), stillInterval: .seconds(1),
    wholeInterval: .seconds(2))

  /// Whether frames at `time` may be passed over, given the last one that was not: the next, a `spacing` later, still
  /// comes within `interval`.
  ///
  /// Time stamps jitter by the clock of their container, so that a little more than `interval` is as good.
  static func mayPass(_ time: MediaTime, last: MediaTime, spacing: Duration, interval: Duration) -> Bool {
    time - last + spacing <= interval + spacing / 8
  }
}
