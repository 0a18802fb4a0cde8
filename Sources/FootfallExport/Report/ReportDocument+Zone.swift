internal import FootfallAnalytics
internal import FootfallCore

extension ReportDocument {
  /// The visits to one zone.
  public struct Zone: Codable, Hashable, Sendable {
    /// One stay of one person.
    public struct Visit: Codable, Hashable, Sendable {
      /// Who stayed.
      public var track: Int
      /// First seen inside, in seconds since the first frame.
      public var enterSeconds: Double
      /// Last seen inside plus one frame interval, in seconds since the first frame.
      public var exitSeconds: Double
      /// The length of the stay.
      public var dwellSeconds: Double
      /// `exited`, or `lost` or `endOfMedia`, when the true stay is at least as long as the one given.
      public var end: String
      /// Whether the entry or the exit was not seen, so that the true stay is at least as long as the one given.
      public var censored: Bool
      /// Whether it is somebody who works here.
      public var staff: Bool
    }

    /// What of the visits is that of people who work here.
    public struct Staff: Codable, Hashable, Sendable {
      /// Distinct people.
      public var visitors: Int
      /// Their time inside.
      public var personSeconds: Double
    }

    /// The zone's id.
    public var id: String
    /// Distinct people, staff among them; null where nothing of the recording could be seen, as all counts.
    @Nullable public var visitors: Int?
    /// How many of them work here, and what of the time is theirs.
    @Nullable public var staff: Staff?
    /// All visits, ordered by entry.
    public var visits: [Visit]
    /// The time integral of people inside, staff among them.
    @Nullable public var personSeconds: Double?
    /// How long visits last, without those of staff but in a zone for staff; so are all rates.
    public var dwell: Dwell
    /// Visits known to have lasted `engagedSeconds` or longer; null but for displays and sections.
    @Nullable public var engaged: Int?
    /// How long a visit lasts at least that counts as engaged; null as `engaged`.
    @Nullable public var engagedSeconds: Double?
    /// The same over all visits; undecided ones were cut short before, and are in the denominator.
    @Nullable public var engagementRate: Rate?
    /// Visits known to have been shorter than a minute, over all visits; null as `engaged`.
    @Nullable public var bounceRate: Rate?
    /// People at once, over the whole recording.
    public var occupancy: Occupancy

    init(_ result: ZoneResult, isSeen: Bool) {
      id = result.zone.id
      visitors = isSeen ? result.visitors : nil
      staff =
        isSeen
        ? Staff(
          visitors: result.staffVisitors,
          personSeconds: Fixed.rounded(result.staffPersonSeconds, decimals: 3)) : nil
      visits = result.visits.map {
        Visit(
          track: $0.track.number, enterSeconds: $0.enter.secondsToMillisecond,
          exitSeconds: $0.exit.secondsToMillisecond, dwellSeconds: Double($0.dwellMilliseconds) / 1000,
          end: $0.end.rawValue, censored: $0.isCensored,
          staff: result.staff.contains($0.track))
      }
      personSeconds = isSeen ? Fixed.rounded(result.personSeconds, decimals: 3) : nil
      dwell = Dwell(result.dwell, result.kaplanMeier, isSeen: isSeen)
      let engagement = result.engagement
      engaged = isSeen ? engagement?.numerator : nil
      engagedSeconds = ReportDocument.seconds(result.engagedTime?.inSeconds)
      engagementRate = engagement.map { Rate($0, isSeen: isSeen) }
      bounceRate = result.bounces.map { Rate($0, isSeen: isSeen) }
      occupancy = Occupancy(result.occupancy)
    }
  }

  /// People at once in an area, weighted by time; null when nothing was observed.
  public struct Occupancy: Codable, Hashable, Sendable {
    /// The time-weighted mean.
    @Nullable public var mean: Double?
    /// The largest number.
    @Nullable public var max: Int?

    init(_ occupancy: FootfallAnalytics.Occupancy) {
      mean = occupancy.mean.map { Fixed.rounded($0, decimals: 6) }
      max = occupancy.max
    }
  }
}
