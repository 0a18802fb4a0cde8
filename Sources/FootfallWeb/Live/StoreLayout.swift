/// A store as its scene file describes it.
public struct StoreLayout: Hashable, Sendable, Codable {
  /// The store's id.
  public var store: String
  /// The IANA name of its time zone.
  public var timeZone: String
  /// Tells one state of the scene file from another.
  public var version: String
  /// The cameras in the order of the file.
  public var cameras: [CameraLayout]
  /// The ids of the cameras whose place on the floor plan is known.
  public var floorCameras: [String]
  /// Why the scene file as it is now is not in force; nil where it is.
  public var problem: String?

  /// Creates a layout.
  public init(
    store: String, timeZone: String, version: String, cameras: [CameraLayout], floorCameras: [String] = [],
    problem: String? = nil
  ) {
    self.store = store
    self.timeZone = timeZone
    self.version = version
    self.cameras = cameras
    self.floorCameras = floorCameras
    self.problem = problem
  }
}

/// The lines and zones of a camera, in pixels of its picture.
public struct CameraLayout: Hashable, Sendable, Codable {
  /// The camera's id.
  public var id: String
  /// The width of its picture; nil before the first one.
  public var width: Int?
  /// The height of its picture; nil before the first one.
  public var height: Int?
  /// At which people are counted.
  public var lines: [LineLayout]
  /// In which their stay is timed.
  public var zones: [ZoneLayout]

  /// Creates a layout.
  public init(id: String, width: Int?, height: Int?, lines: [LineLayout], zones: [ZoneLayout]) {
    self.id = id
    self.width = width
    self.height = height
    self.lines = lines
    self.zones = zones
  }
}

/// A counting line from a to b; `in` is towards side > 0, unless swapped.
public struct LineLayout: Hashable, Sendable, Codable {
  /// Its name among the camera's lines and zones.
  public var id: String
  /// [x, y].
  public var from: [Double]
  /// [x, y].
  public var to: [Double]
  /// `entrance`, `passersby` or `internal`.
  public var kind: String
  /// Whether in and out are exchanged.
  public var swap: Bool

  /// Creates a line.
  public init(id: String, from: [Double], to: [Double], kind: String, swap: Bool) {
    self.id = id
    self.from = from
    self.to = to
    self.kind = kind
    self.swap = swap
  }
}

/// A zone with its corners in order.
public struct ZoneLayout: Hashable, Sendable, Codable {
  /// Its name among the camera's lines and zones.
  public var id: String
  /// [[x, y], …].
  public var polygon: [[Double]]
  /// `display`, `section`, `queue`, `service` or `staff`.
  public var kind: String

  /// Creates a zone.
  public init(id: String, polygon: [[Double]], kind: String) {
    self.id = id
    self.polygon = polygon
    self.kind = kind
  }
}

/// What is wrong with a line or zone, or that nothing is.
public struct PlaceAdvice: Hashable, Sendable, Codable {
  /// The line or zone.
  public var place: String
  /// `good`, `doubtful` or `bad`.
  public var verdict: String
  /// One sentence for a person each.
  public var findings: [String]
  /// A better line; nil where there is none to propose.
  public var proposal: LineLayout?

  /// Creates an advice.
  public init(place: String, verdict: String, findings: [String], proposal: LineLayout? = nil) {
    self.place = place
    self.verdict = verdict
    self.findings = findings
    self.proposal = proposal
  }
}
