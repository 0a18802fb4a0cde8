/// How a camera is and what it sees this moment.
public struct CameraStatus: Hashable, Sendable, Codable {
  /// What a camera is about.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case connecting
    case streaming
    /// It is connected, and no picture has come for a while.
    case stalled
    /// It failed; the next attempt is at ``CameraStatus/retryMilliseconds``.
    case backingOff
  }

  /// The camera's id.
  public var id: String
  /// The source without user name, password and query.
  public var source: String
  /// What it is about now.
  public var state: State
  /// Since when, in milliseconds since 1970 UTC.
  public var sinceMilliseconds: Int64
  /// Why it is not streaming; nil where it is.
  public var problem: String?
  /// When it is tried again, in milliseconds since 1970 UTC; nil where it is not waiting.
  public var retryMilliseconds: Int64?
  /// The width of its picture in pixels; nil before the first one.
  public var width: Int?
  /// The height of its picture in pixels; nil before the first one.
  public var height: Int?
  /// What the camera says; nil where it says nothing.
  public var declaredFramesPerSecond: Double?
  /// What came in the last ten seconds.
  public var framesPerSecond: Double
  /// Looks of the detector in the last ten seconds.
  public var looksPerSecond: Double
  /// Pictures that were due for a look and got none, since the start.
  public var droppedLooks: Int
  /// Restarts of its worker since the start.
  public var restarts: Int
  /// When the last picture was taken, in milliseconds since 1970 UTC.
  public var lastPictureMilliseconds: Int64?
  /// From a picture's arrival to what is known of the people in it, the median of the last minute.
  public var latencyMilliseconds: Double?
  /// People in view; nil where the camera sees nothing.
  public var inView: Int?
  /// Who came in since the store's midnight; nil without an entrance.
  public var trafficIn: Int?
  /// Who went out since the store's midnight; nil without an entrance.
  public var trafficOut: Int?
  /// Who passed by since the store's midnight; nil without a line for them.
  public var passersby: Int?
  /// Its zones in the order of the scene file.
  public var zones: [ZoneStatus]
  /// The people in view, for boxes over the picture.
  public var people: [PersonBox]

  /// What is in a zone.
  public struct ZoneStatus: Hashable, Sendable, Codable {
    /// The zone's id.
    public var id: String
    /// `display`, `section`, `queue`, `service` or `staff`.
    public var kind: String
    /// People inside; nil where the camera sees nothing.
    public var inside: Int?
    /// Of visits that ended since the store's midnight, in seconds; nil where there were none.
    public var medianDwellSeconds: Double?
    /// Visits that ended since the store's midnight.
    public var visits: Int

    /// Creates a status.
    public init(id: String, kind: String, inside: Int?, medianDwellSeconds: Double?, visits: Int) {
      self.id = id
      self.kind = kind
      self.inside = inside
      self.medianDwellSeconds = medianDwellSeconds
      self.visits = visits
    }
  }

  /// In pixels of the camera's picture.
  public struct PersonBox: Hashable, Sendable, Codable {
    /// The left edge.
    public var x: Double
    /// The upper edge.
    public var y: Double
    /// From the left edge to the right.
    public var width: Double
    /// From the upper edge to the lower.
    public var height: Double

    /// Creates a box.
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// Creates the status of a camera that has not been reached yet.
  public init(id: String, source: String, state: State, sinceMilliseconds: Int64) {
    self.id = id
    self.source = source
    self.state = state
    self.sinceMilliseconds = sinceMilliseconds
    framesPerSecond = 0
    looksPerSecond = 0
    droppedLooks = 0
    restarts = 0
    zones = []
    people = []
  }
}
