internal import FootfallAnalytics

extension ReportDocument {
  /// How people queued in one zone of kind `queue`.
  public struct Queue: Codable, Hashable, Sendable {
    /// How many people waited at once, weighted by time; null when nothing was observed.
    public struct Length: Codable, Hashable, Sendable {
      /// The mean.
      @Nullable public var mean: Double?
      /// The largest number.
      @Nullable public var max: Int?
      /// For half of the time the queue is no longer.
      @Nullable public var p50: Int?
      /// For nine tenths of the time the queue is no longer.
      @Nullable public var p90: Int?
      /// Shares of time by length.
      public var share: Shares
    }

    /// Shares of time by length, 0 to 1; null when nothing was observed.
    public struct Shares: Codable, Hashable, Sendable {
      /// Fewer than `middleFrom` people.
      @Nullable public var low: Double?
      /// From `middleFrom` people on, fewer than `highFrom`.
      @Nullable public var middle: Double?
      /// From `highFrom` people on.
      @Nullable public var high: Double?
      /// The fewest people of a queue of middle length.
      public var middleFrom: Int
      /// The fewest people of a long queue.
      public var highFrom: Int
    }

    /// From queue entry to service entry, in seconds; null without a wait seen whole.
    public struct Wait: Codable, Hashable, Sendable {
      /// The waits seen whole, of which the next two are; null where nothing of the recording could be seen.
      @Nullable public var served: Int?
      /// Half of them are no longer.
      @Nullable public var p50: Double?
      /// Nine of ten are no longer.
      @Nullable public var p90: Double?
      /// The wait until service, with those who gave up or were lost as censored.
      public var kaplanMeier: KaplanMeier
    }

    /// Those who left without service.
    public struct Abandoned: Codable, Hashable, Sendable {
      /// Over those whose outcome was seen; undecided are the others, who are left out.
      public var rate: Rate
      /// After how long outside a queue somebody who was not served has given up.
      public var patienceSeconds: Double
    }

    /// The dwell of those served, in the service zone, in seconds; null without any.
    public struct Service: Codable, Hashable, Sendable {
      /// The ids of the service zones, in the order of the scene.
      public var zones: [String]
      /// Half of the visits are no longer.
      @Nullable public var p50: Double?
      /// Nine of ten are no longer.
      @Nullable public var p90: Double?
      /// The same with censored visits taken for what they are.
      public var kaplanMeier: KaplanMeier
    }

    /// The zone's id.
    public var id: String
    /// How many people waited.
    public var length: Length
    /// How long they waited.
    public var wait: Wait
    /// Who gave up.
    public var abandoned: Abandoned
    /// How long serving them took.
    public var service: Service

    init(_ result: QueueResult, isSeen: Bool) {
      id = result.id
      length = Length(result)
      wait = Wait(
        served: isSeen ? result.wholeWaits : nil, p50: ReportDocument.seconds(result.wait?.median),
        p90: ReportDocument.seconds(result.wait?.p90), kaplanMeier: KaplanMeier(result.waits, isSeen: isSeen))
      abandoned = Abandoned(
        rate: Rate(result.abandonment, isSeen: isSeen),
        patienceSeconds: Fixed.rounded(result.patienceSeconds, decimals: 3))
      service = Service(
        zones: result.serviceZones, p50: ReportDocument.seconds(result.service?.median),
        p90: ReportDocument.seconds(result.service?.p90),
        kaplanMeier: KaplanMeier(result.services, isSeen: isSeen))
    }
  }
}

extension ReportDocument.Queue.Length {
  fileprivate init(_ result: QueueResult) {
    let length = result.length
    mean = ReportDocument.share(length?.mean)
    max = length?.max
    p50 = length?.p50
    p90 = length?.p90
    share = ReportDocument.Queue.Shares(
      low: ReportDocument.share(length?.low), middle: ReportDocument.share(length?.middle),
      high: ReportDocument.share(length?.high), middleFrom: result.middlePeople, highFrom: result.longPeople)
  }
}
