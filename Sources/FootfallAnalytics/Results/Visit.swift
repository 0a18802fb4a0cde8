public import FootfallCore

/// One stay of a confirmed person in a zone, from entry to exit.
public struct Visit: Hashable, Sendable {
  /// Why a visit is over.
  public enum End: String, Hashable, Sendable, CaseIterable {
    /// The person was seen outside.
    case exited
    /// The person was lost from sight inside: the true dwell is at least the one given.
    case lost
    /// The recording ended with the person inside: the true dwell is at least the one given.
    case endOfMedia
  }

  /// Who stayed.
  public var track: TrackID
  /// The id of the zone.
  public var zone: String
  /// The first frame inside, from 1.
  public var enterFrame: Int
  /// The last frame inside.
  public var exitFrame: Int
  /// When the feet were first inside.
  public var enter: MediaTime
  /// When the feet were last inside, plus that frame's duration.
  public var exit: MediaTime
  /// The time the feet were inside: `exit − enter` less what was seen outside.
  public var inside: Duration
  /// How the visit ended.
  public var end: End
  /// Whether the person was already inside when the recording, or what follows a seam of it, began: the true entry
  /// was earlier.
  public var wasUnderWay: Bool

  /// The length of the stay, from entry to exit, as far as it was seen.
  public var dwell: Duration { exit - enter }

  /// Whether the entry or the exit was not seen: the true dwell is at least the one given.
  public var isCensored: Bool { wasUnderWay || end != .exited }

  /// Creates a visit.
  public init(
    track: TrackID, zone: String, enterFrame: Int, exitFrame: Int, enter: MediaTime, exit: MediaTime,
    inside: Duration, end: End, wasUnderWay: Bool = false
  ) {
    self.track = track
    self.zone = zone
    self.enterFrame = enterFrame
    self.exitFrame = exitFrame
    self.enter = enter
    self.exit = exit
    self.inside = inside
    self.end = end
    self.wasUnderWay = wasUnderWay
  }
}
