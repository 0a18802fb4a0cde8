public import FootfallCore

/// Every number with which paths become crossings and visits; what these count as is said by ``CountingThresholds``.
///
/// Lengths are in box heights, so that the camera's distance does not matter; 1 is about 1.7 metres.
public struct AnalyticsParameters: Hashable, Sendable {
  /// Feet this far from a line or an edge, in box heights (about 17 cm), are clear of it: more than the jitter of a box,
  /// less than a step.
  public var settleHeights = 0.1
  /// A crossing settles once the feet are this far beyond the line, in box heights (about 85 cm): more than a box jumps
  /// that somebody else or a post is taken into.
  public var sureHeights = 0.5
  /// Or once they have stayed beyond it for this long, however near.
  public var settleTime: Duration = .milliseconds(1500)
  /// Who passes this near to an end of a line, in box heights (about 5 cm), goes through it: positions are known no
  /// better.
  public var endHeights = 0.03
  /// But no farther beyond it than this many times that, however flat the path meets the line.
  public var endStretch = 5.0
  /// A visit is over once the feet have been seen outside the zone for this long and `settleHeights` away from its
  /// edge, or for `presence.bridgedGap` however near; a shorter look over the edge belongs to the visit but not to its
  /// person-seconds.
  public var exitTime: Duration = .milliseconds(500)
  /// How long somebody unseen is taken to be there, and to be who they were.
  public var presence = PresenceParameters()
  /// How far time stamps may be off: containers round them to whole milliseconds (Matroska's default).
  public var stampPrecision: Duration = .milliseconds(2)
  /// Positions on the floor are averaged over this time before ways are measured.
  public var walkWindow: Duration = .milliseconds(200)
  /// Who has moved no further than this, or than twice the floor that `settleHeights` of their box take where that is more,
  /// may be standing.
  public var walkGateMetres = 0.5
  /// Who takes longer than this for a third of that has been standing.
  public var walkPause: Duration = .seconds(2)
  /// Nobody in a store is faster than this, in metres a second; who is has been taken for somebody else.
  public var fastestWalk = 5.0
  /// Who comes in within this time of each other may belong together (docs/people-and-occupancy.md).
  public var groupTime: Duration = .seconds(3)
  /// Who belongs together walks no farther apart than this on average, in metres
  /// (docs/people-and-occupancy.md).
  public var groupMetres = 1.5
  /// And parts no faster than this, in metres a second: half the pace of somebody who walks away from one who stands.
  public var groupParting = 0.6
  /// And was seen together for at least this long.
  public var groupSeenTime: Duration = .seconds(1)
  /// The side of a heatmap cell as a share of the picture's width; at least 4 pixels.
  public var heatmapCellShare = 1.0 / 64

  /// Creates the default parameters.
  public init() {}

  /// The farthest apart that two of a group may walk when others are between them, in metres.
  var groupReach: Double { 2 * groupMetres }
}
