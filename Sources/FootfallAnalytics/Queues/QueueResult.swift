/// How people queued in one zone of kind `queue`.
public struct QueueResult: Hashable, Sendable {
  /// The id of the zone.
  public var id: String
  /// How many people waited at once; nil when nothing was observed.
  public var length: QueueLength?
  /// From queue entry to the entry of a service zone, in seconds, of waits that were seen whole; nil without any.
  public var wait: DwellSummary?
  /// The number of waits that `wait` sums up.
  public var wholeWaits: Int
  /// The distribution of the wait until service, with those who gave up or were lost as censored.
  public var waits: KaplanMeier
  /// Those who left without service, over those whose outcome was seen; undecided are the others, who are left out.
  public var abandonment: Proportion
  /// After how long outside a queue somebody who was not served has given up, in seconds.
  public var patienceSeconds: Double
  /// The fewest people of a queue of middle length.
  public var middlePeople: Int
  /// The fewest people of a long queue.
  public var longPeople: Int
  /// The ids of the service zones that served this queue, in the order of the scene.
  public var serviceZones: [String]
  /// The dwell of those served in the service zone, in seconds, censored visits included; nil without any.
  public var service: DwellSummary?
  /// The distribution of the true service time.
  public var services: KaplanMeier
}
