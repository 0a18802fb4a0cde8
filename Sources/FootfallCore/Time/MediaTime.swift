/// A moment of a stream: nanoseconds since its first frame, from presentation time stamps.
public struct MediaTime: Hashable, Comparable, Sendable {
  /// Nanoseconds since the first frame of the stream.
  public var nanoseconds: Int64

  /// Creates a moment from nanoseconds since the first frame.
  @inlinable
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// Creates the moment nearest to `seconds` since the first frame.
  @inlinable
  public init(seconds: Double) { nanoseconds = Int64((seconds * 1e9).rounded()) }

  /// The first frame.
  public static let zero = MediaTime(nanoseconds: 0)

  /// Seconds since the first frame.
  @inlinable
  public var seconds: Double { Double(nanoseconds) / 1e9 }

  /// Orders by time.
  @inlinable
  public static func < (a: MediaTime, b: MediaTime) -> Bool { a.nanoseconds < b.nanoseconds }

  /// The time from `earlier` to `later`; negative when they are the other way round.
  @inlinable
  public static func - (later: MediaTime, earlier: MediaTime) -> Duration {
    .nanoseconds(later.nanoseconds - earlier.nanoseconds)
  }

  /// The moment `duration` later.
  @inlinable
  public static func + (time: MediaTime, duration: Duration) -> MediaTime {
    MediaTime(nanoseconds: time.nanoseconds + duration.wholeNanoseconds)
  }

  /// The moment `duration` earlier.
  @inlinable
  public static func - (time: MediaTime, duration: Duration) -> MediaTime {
    MediaTime(nanoseconds: time.nanoseconds - duration.wholeNanoseconds)
  }

  /// The moment a `fraction` of the way to `end`.
  @inlinable
  public func interpolated(to end: MediaTime, fraction: Double) -> MediaTime {
    MediaTime(nanoseconds: nanoseconds + Int64((Double(end.nanoseconds - nanoseconds) * fraction).rounded()))
  }
}

extension Duration {
  /// The duration in seconds.
  @inlinable
  public var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

  /// The duration in whole nanoseconds, fractions dropped.
  @inlinable
  public var wholeNanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
