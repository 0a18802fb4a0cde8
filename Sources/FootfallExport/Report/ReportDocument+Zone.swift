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
    }

    /// How long stays last, in seconds; null without visits.
    public struct Dwell: Codable, Hashable, Sendable {
      /// Half of the visits are no longer.
      @Nullable public var median: Double?
      /// The arithmetic mean.
      @Nullable public var mean: Double?
      /// Nine of ten visits are no longer.
      @Nullable public var p90: Double?
    }

    /// The zone's id.
    public var id: String
    /// Distinct people.
    public var visitors: Int
    /// All visits, ordered by entry.
    public var visits: [Visit]
    /// The time integral of people inside.
    public var personSeconds: Double
    /// How long visits last.
    public var dwell: Dwell
    /// People at once, over the whole recording.
    public var occupancy: Occupancy

    init(_ result: ZoneResult) {
      id = result.zone.id
      visitors = result.visitors
      visits = result.visits.map {
        Visit(
          track: $0.track.number, enterSeconds: $0.enter.secondsToMillisecond,
          exitSeconds: $0.exit.secondsToMillisecond, dwellSeconds: Double($0.dwellMilliseconds) / 1000,
          end: $0.end.rawValue)
      }
      personSeconds = Fixed.rounded(result.personSeconds, decimals: 3)
      let summary = result.dwell
      dwell = Dwell(
        median: summary.map { Fixed.rounded($0.median, decimals: 3) },
        mean: summary.map { Fixed.rounded($0.mean, decimals: 3) },
        p90: summary.map { Fixed.rounded($0.p90, decimals: 3) })
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
