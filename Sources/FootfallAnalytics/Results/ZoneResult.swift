public import FootfallCore

/// The visits to one zone.
public struct ZoneResult: Hashable, Sendable {
  /// The zone.
  public var zone: Zone
  /// All visits, ordered by entry, then by track.
  public var visits: [Visit]
  /// People in the zone over the whole recording.
  public var occupancy: Occupancy
  /// The people at this camera who work here.
  public var staff: Set<TrackID>
  /// How long a visit lasts at least that counts as engaged; nil for kinds of which that is not asked.
  public var engagedTime: Duration?
  /// A shorter visit is a bounce.
  public var bounceTime: Duration

  /// Creates a zone's result.
  public init(
    zone: Zone, visits: [Visit], occupancy: Occupancy, staff: Set<TrackID> = [],
    thresholds: CountingThresholds = CountingThresholds()
  ) {
    self.zone = zone
    self.visits = visits
    self.occupancy = occupancy
    self.staff = staff
    engagedTime = thresholds.engagedTime(of: zone)
    bounceTime = thresholds.bounceTime
  }

  /// The number of distinct people who were inside.
  public var visitors: Int { Set(visits.lazy.map(\.track)).count }

  /// The time integral of people inside, in person-seconds.
  public var personSeconds: Double { visits.reduce(0) { $0 + $1.inside.inSeconds } }

  /// The visits of people who do not work here.
  public var customerVisits: [Visit] {
    staff.isEmpty ? visits : visits.filter { !staff.contains($0.track) }
  }

  /// The visits of which dwell, engagement and bounces tell: those of customers, and in a zone for staff all.
  var judgedVisits: [Visit] { zone.kind == .staff ? visits : customerVisits }

  /// The number of distinct people inside who work here.
  public var staffVisitors: Int { Set(visits.lazy.map(\.track)).intersection(staff).count }

  /// What of ``personSeconds`` is theirs.
  public var staffPersonSeconds: Double {
    visits.lazy.filter { staff.contains($0.track) }.reduce(0) { $0 + $1.inside.inSeconds }
  }

  /// Dwell in seconds over all visits but those of staff, censored ones included; nil without visits.
  ///
  /// Quantiles interpolate linearly between order statistics (Hyndman and Fan's type 7).
  public var dwell: DwellSummary? {
    DwellSummary(secondsOfVisits: judgedVisits.map(\.dwell.inSeconds))
  }
}

/// People at once in an area, weighted by time.
public struct Occupancy: Hashable, Sendable {
  /// The time-weighted mean; nil when nothing was observed.
  public var mean: Double?
  /// The largest number at once; nil when nothing was observed.
  public var max: Int?

  /// Creates an occupancy.
  public init(mean: Double?, max: Int?) {
    self.mean = mean
    self.max = max
  }
}
