/// A time that a visitor spent in one zone, without leaving it for longer than a gap is bridged.
public struct Stay: Hashable, Sendable {
  /// The zone, as an index into the zones of the plan.
  public var zone: Int
  /// When it began, in seconds since the start of the day's first recording or file.
  public var enterSeconds: Double
  /// When it ended.
  public var exitSeconds: Double
  /// Whether its beginning or its end was not seen: the true dwell is at least the one given.
  public var isCensored: Bool

  /// The length of the stay.
  public var seconds: Double { exitSeconds - enterSeconds }

  /// Creates a stay; it does not end before it begins.
  public init(zone: Int, enterSeconds: Double, exitSeconds: Double, isCensored: Bool = false) {
    precondition(exitSeconds >= enterSeconds, "a stay ends after it began")
    self.zone = zone
    self.enterSeconds = enterSeconds
    self.exitSeconds = exitSeconds
    self.isCensored = isCensored
  }
}
