public import FootfallCore

/// Every number with which paths become counts.
///
/// Lengths are in box heights, so that the camera's distance does not matter; 1 is about 1.7 metres.
public struct AnalyticsParameters: Hashable, Sendable {
  /// A crossing settles once the feet are this far beyond the line, in box heights (about 17 cm): more than the
  /// jitter of a box, less than a step.
  public var settleHeights = 0.1
  /// Or once they have stayed beyond it for this long, however near.
  public var settleTime: Duration = .seconds(1)
  /// A visit is over once the feet have been seen outside the zone for this long and `settleHeights` away from its
  /// edge, or for `bridgedGap` however near; a shorter look over the edge belongs to the visit but not to its
  /// person-seconds.
  public var exitTime: Duration = .milliseconds(500)
  /// The longest time unseen that counts as present (metrics.md, dwell).
  public var bridgedGap: Duration = .seconds(2)
  /// The longest time unseen after which somebody may come back as who they were.
  public var lostPatience: Duration = .seconds(6)
  /// How far time stamps may be off: containers round them to whole milliseconds (Matroska's default).
  public var stampPrecision: Duration = .milliseconds(2)
  /// In and out again by the same person within this time is a U-turn, no traffic.
  public var uturnTime: Duration = .seconds(10)
  /// Who crosses a passers-by line and enters within this time before or after did not pass by (metrics.md).
  public var passerbyTime: Duration = .seconds(60)
  /// A visit to a display of at least this length is engaged (metrics.md), unless the zone says otherwise.
  public var engagedDisplayTime: Duration = .seconds(5)
  /// A visit to a section of at least this length is engaged (metrics.md), unless the zone says otherwise.
  public var engagedSectionTime: Duration = .seconds(30)
  /// A shorter visit is a bounce (metrics.md).
  public var bounceTime: Duration = .seconds(60)
  /// Who has left the queue for longer than this without being served has given up; about the way to the counter.
  public var queuePatience: Duration = .seconds(10)
  /// From this many people on a queue is of middle length; by default every queue that is not empty.
  public var queueMiddlePeople = 1
  /// From this many people on a queue is long; more than `queueMiddlePeople`.
  public var queueLongPeople = 4
  /// Who is in a zone of kind `staff` for longer than this, unless the zone says otherwise, works here: more than a step
  /// over its edge takes.
  public var staffZoneTime: Duration = .seconds(10)
  /// Who comes in within this time of each other may belong together (metrics.md, groups).
  public var groupTime: Duration = .seconds(3)
  /// Who belongs together walks no farther apart than this on average, in metres (metrics.md, groups).
  public var groupMetres = 1.5
  /// And parts no faster than this, in metres a second: half the pace of somebody who walks away from one who stands.
  public var groupParting = 0.6
  /// And was seen together for at least this long.
  public var groupSeenTime: Duration = .seconds(1)
  /// The side of a heatmap cell as a share of the picture's width; at least 4 pixels.
  public var heatmapCellShare = 1.0 / 64

  /// Creates the default parameters.
  public init() {}

  /// How long a visit to `zone` lasts at least that counts as engaged; nil for kinds of which that is not asked.
  public func engagedTime(of zone: Zone) -> Duration? {
    switch zone.kind {
    case .display: zone.engagedTime ?? engagedDisplayTime
    case .section: zone.engagedTime ?? engagedSectionTime
    case .queue, .service, .staff: nil
    }
  }

  /// The farthest apart that two of a group may walk when others are between them, in metres.
  var groupReach: Double { 2 * groupMetres }

  /// Who is inside `zone` for longer than this, all visits together, works here; nil where nothing follows.
  public func staffTime(of zone: Zone) -> Duration? {
    zone.staffTime ?? (zone.kind == .staff ? staffZoneTime : nil)
  }
}
