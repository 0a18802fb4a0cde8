public import FootfallCore

/// Where a visitor stood at a moment.
public struct TripPosition: Hashable, Sendable {
  /// Seconds since the start of the recording.
  public var seconds: Double
  /// The position on the floor, in metres.
  public var place: Point

  /// Creates a position.
  public init(seconds: Double, place: Point) {
    self.seconds = seconds
    self.place = place
  }
}
