/// From when on something counts as something: what a store may want otherwise than usual.
///
/// A scene file gives them by the names of ``times`` and ``numbers``.
public struct CountingThresholds: Hashable, Sendable {
  /// In and out again by the same person within this time is a U-turn, no traffic.
  public var uturnTime: Duration = .seconds(10)
  /// Who crosses a passers-by line and enters within this time before or after did not pass by
  /// (docs/scene-file.md).
  public var passerbyTime: Duration = .seconds(60)
  /// A visit to a display of at least this length is engaged, unless the zone says otherwise
  /// (docs/dwell-and-queues.md).
  public var engagedDisplayTime: Duration = .seconds(5)
  /// A visit to a section of at least this length is engaged, unless the zone says otherwise
  /// (docs/dwell-and-queues.md).
  public var engagedSectionTime: Duration = .seconds(30)
  /// A shorter visit is a bounce (docs/dwell-and-queues.md).
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

  /// The usual ones.
  public init() {}

  /// The times by the names under which a scene file gives them, in seconds.
  public static var times: [(name: String, path: WritableKeyPath<Self, Duration>)] {
    [
      ("uturnSeconds", \.uturnTime), ("passerbySeconds", \.passerbyTime),
      ("engagedDisplaySeconds", \.engagedDisplayTime), ("engagedSectionSeconds", \.engagedSectionTime),
      ("bounceSeconds", \.bounceTime), ("queuePatienceSeconds", \.queuePatience),
      ("staffZoneSeconds", \.staffZoneTime),
    ]
  }

  /// The whole numbers by the names under which a scene file gives them.
  public static var numbers: [(name: String, path: WritableKeyPath<Self, Int>)] {
    [("queueMiddlePeople", \.queueMiddlePeople), ("queueLongPeople", \.queueLongPeople)]
  }

  /// How long a visit to `zone` lasts at least that counts as engaged; nil for kinds of which that is not asked.
  public func engagedTime(of zone: Zone) -> Duration? {
    switch zone.kind {
    case .display: zone.engagedTime ?? engagedDisplayTime
    case .section: zone.engagedTime ?? engagedSectionTime
    case .queue, .service, .staff: nil
    }
  }

  /// Who is inside `zone` for longer than this, all visits together, works here; nil where nothing follows.
  public func staffTime(of zone: Zone) -> Duration? {
    zone.staffTime ?? (zone.kind == .staff ? staffZoneTime : nil)
  }
}
