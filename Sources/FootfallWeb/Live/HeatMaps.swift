/// Where people spent their time, on the squares of one plane, interval by interval.
public struct HeatMaps: Hashable, Sendable, Codable {
  /// The squares.
  public var plane: Plane
  /// The cameras that saw it.
  public var cameras: [String]
  /// The camera to which each square belongs, as an index into ``cameras``, row by row from the least y; null where none
  /// sees it.
  public var owners: [Int?]
  /// The lines on the plane.
  public var lines: [LineLayout]
  /// The zones on the plane.
  public var zones: [ZoneLayout]
  /// The intervals in order.
  public var maps: [Map]

  /// A rectangle divided into squares, `columns * rows` of them.
  public struct Plane: Hashable, Sendable, Codable {
    /// What the plane is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      /// The store's floor, in metres.
      case floor
      /// The picture of one camera, in pixels.
      case picture
    }

    /// What the plane is.
    public var kind: Kind
    /// The side of a square.
    public var side: Double
    /// The least x.
    public var x: Double
    /// The least y.
    public var y: Double
    /// Squares along x.
    public var columns: Int
    /// Squares along y.
    public var rows: Int
    /// Whether y grows downwards as the plane is drawn.
    public var isDownward: Bool

    /// Creates a plane.
    public init(
      kind: Kind, side: Double, x: Double, y: Double, columns: Int, rows: Int, isDownward: Bool
    ) {
      self.kind = kind
      self.side = side
      self.x = x
      self.y = y
      self.columns = columns
      self.rows = rows
      self.isDownward = isDownward
    }
  }

  /// One interval.
  public struct Map: Hashable, Sendable, Codable {
    /// When it begins, in milliseconds since 1970 UTC.
    public var startMilliseconds: Int64
    /// When it ends, in milliseconds since 1970 UTC.
    public var endMilliseconds: Int64
    /// For how long each camera saw, in seconds.
    public var observedSeconds: [Double]
    /// The squares in which somebody was.
    public var squares: [Int]
    /// Person-seconds in each of ``squares``, as its own camera saw them.
    public var personSeconds: [Double]

    /// Creates an interval.
    public init(
      startMilliseconds: Int64, endMilliseconds: Int64, observedSeconds: [Double], squares: [Int],
      personSeconds: [Double]
    ) {
      self.startMilliseconds = startMilliseconds
      self.endMilliseconds = endMilliseconds
      self.observedSeconds = observedSeconds
      self.squares = squares
      self.personSeconds = personSeconds
    }
  }

  /// Creates maps.
  public init(
    plane: Plane, cameras: [String], owners: [Int?], lines: [LineLayout], zones: [ZoneLayout], maps: [Map]
  ) {
    self.plane = plane
    self.cameras = cameras
    self.owners = owners
    self.lines = lines
    self.zones = zones
    self.maps = maps
  }
}
