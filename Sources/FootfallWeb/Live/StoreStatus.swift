/// What is up in a store besides its cameras: people inside, alerts, and how the programs fare that are told what happens.
public struct StoreStatus: Hashable, Sendable, Codable {
  /// People in the store by its doors; nil where they do not tell.
  public var occupancy: Occupancy?
  /// In the order of the scene file.
  public var alerts: [AlertStatus]
  /// In the order of the scene file.
  public var sinks: [SinkStatus]

  /// How many people are in the store, estimated from the counts at all doors and the opening hours.
  public struct Occupancy: Hashable, Sendable, Codable {
    /// When that was, in milliseconds since 1970 UTC.
    public var milliseconds: Int64
    /// The expected number of people.
    public var mean: Double
    /// The lower end of the interval in which the true number lies with the probability `level`.
    public var low: Double
    /// The upper end.
    public var high: Double
    /// The probability of the interval.
    public var level: Double

    /// Creates an estimate.
    public init(milliseconds: Int64, mean: Double, low: Double, high: Double, level: Double) {
      self.milliseconds = milliseconds
      self.mean = mean
      self.low = low
      self.high = high
      self.level = level
    }
  }

  /// Something that somebody should look at.
  public struct AlertStatus: Hashable, Sendable, Codable {
    /// What is watched.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      case queue
      case zone
      case store
      case camera
    }

    /// The alert's id.
    public var id: String
    /// What is watched.
    public var kind: Kind
    /// The zone, the camera or the store.
    public var place: String
    /// Whether it is on.
    public var isRaised: Bool
    /// When it was last raised or cleared, in milliseconds since 1970 UTC; nil where it never was.
    public var sinceMilliseconds: Int64?
    /// People there now, and of a camera 1 where it does not stream; nil where nobody knows.
    public var value: Int?
    /// More than this raises it.
    public var above: Int

    /// Creates a status.
    public init(
      id: String, kind: Kind, place: String, isRaised: Bool, sinceMilliseconds: Int64?, value: Int?,
      above: Int
    ) {
      self.id = id
      self.kind = kind
      self.place = place
      self.isRaised = isRaised
      self.sinceMilliseconds = sinceMilliseconds
      self.value = value
      self.above = above
    }
  }

  /// A program that is told what happens.
  public struct SinkStatus: Hashable, Sendable, Codable {
    /// How it is told.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      case webhook
      case mqtt
    }

    /// The sink's id.
    public var id: String
    /// How it is told.
    public var kind: Kind
    /// What it has not taken yet.
    public var waiting: Int
    /// Since when the oldest of that waits, in milliseconds since 1970 UTC; nil where nothing does.
    public var oldestMilliseconds: Int64?
    /// What it has taken since the start.
    public var delivered: Int
    /// Attempts that failed since the start.
    public var failures: Int
    /// What was given up since the start, because it refused or did not take it within a week.
    public var givenUp: Int
    /// Why the last attempt failed; nil where it did not.
    public var problem: String?

    /// Creates a status.
    public init(
      id: String, kind: Kind, waiting: Int, oldestMilliseconds: Int64?, delivered: Int, failures: Int,
      givenUp: Int, problem: String?
    ) {
      self.id = id
      self.kind = kind
      self.waiting = waiting
      self.oldestMilliseconds = oldestMilliseconds
      self.delivered = delivered
      self.failures = failures
      self.givenUp = givenUp
      self.problem = problem
    }
  }

  /// Creates a status.
  public init(occupancy: Occupancy?, alerts: [AlertStatus], sinks: [SinkStatus]) {
    self.occupancy = occupancy
    self.alerts = alerts
    self.sinks = sinks
  }
}
