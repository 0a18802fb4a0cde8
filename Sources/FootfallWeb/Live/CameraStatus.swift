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

  public var id: String
  /// The source without user name, password and query.
  public var source: String
  public var state: State
  /// Since when, in milliseconds since 1970 UTC.
  public var sinceMilliseconds: Int64
  /// Why it is not streaming; nil where it is.
  public var problem: String?
  public var retryMilliseconds: Int64?
  public var width: Int?
  public var height: Int?
  /// What the camera says, and what came in the last ten seconds.
  public var declaredFramesPerSecond: Double?
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
  /// Since the store's midnight; nil without such a line.
  public var trafficIn: Int?
  public var trafficOut: Int?
  public var passersby: Int?
  public var zones: [ZoneStatus]
  /// The people in view, for boxes over the picture.
  public var people: [PersonBox]

  public struct ZoneStatus: Hashable, Sendable, Codable {
    public var id: String
    public var kind: String
    /// People inside; nil where the camera sees nothing.
    public var inside: Int?
    /// Of visits that ended since the store's midnight, in seconds; nil where there were none.
    public var medianDwellSeconds: Double?
    public var visits: Int

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
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

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
