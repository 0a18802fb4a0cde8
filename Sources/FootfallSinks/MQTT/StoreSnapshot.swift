/// What a store is and how it is this moment, for retained topics.
public struct StoreSnapshot: Hashable, Sendable {
  /// The id of the store.
  public var store: String
  /// People in the store by its doors; nil where they do not tell.
  public var inside: Int?
  /// In the order of the scene file.
  public var cameras: [Camera]
  /// In the order of the scene file.
  public var alerts: [Alert]

  /// A camera with its lines and zones.
  public struct Camera: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// `connecting`, `streaming`, `stalled` or `backingOff`.
    public var state: String
    /// People in view; nil where it sees nothing.
    public var inView: Int?
    /// In the order of the scene file.
    public var lines: [Line]
    /// In the order of the scene file.
    public var zones: [Zone]

    /// Creates a camera.
    public init(id: String, state: String, inView: Int?, lines: [Line], zones: [Zone]) {
      self.id = id
      self.state = state
      self.inView = inView
      self.lines = lines
      self.zones = zones
    }
  }

  /// A counting line.
  public struct Line: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Crossings inwards since the store's midnight.
    public var entries: Int
    /// Crossings outwards since the store's midnight.
    public var exits: Int

    /// Creates a line.
    public init(id: String, entries: Int, exits: Int) {
      self.id = id
      self.entries = entries
      self.exits = exits
    }
  }

  /// A zone.
  public struct Zone: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// People inside; nil where the camera sees nothing.
    public var inside: Int?
    /// Visits that ended since the store's midnight.
    public var visits: Int
    /// Of those visits; nil where there were none.
    public var medianDwellSeconds: Double?

    /// Creates a zone.
    public init(id: String, inside: Int?, visits: Int, medianDwellSeconds: Double?) {
      self.id = id
      self.inside = inside
      self.visits = visits
      self.medianDwellSeconds = medianDwellSeconds
    }
  }

  /// An alert.
  public struct Alert: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Whether it is on.
    public var isRaised: Bool

    /// Creates an alert.
    public init(id: String, isRaised: Bool) {
      self.id = id
      self.isRaised = isRaised
    }
  }

  /// Creates a snapshot.
  public init(store: String, inside: Int?, cameras: [Camera], alerts: [Alert]) {
    self.store = store
    self.inside = inside
    self.cameras = cameras
    self.alerts = alerts
  }
}
