/// What a running store tells its dashboard and API, and what it lets them change.
///
/// `footfall serve` answers from its cameras and its database, tests from made-up values. May be called from any
/// thread; nothing here waits for a camera.
public protocol LiveStore: Sendable {
  /// The store with its cameras, their lines and zones as they count now.
  func layout() async -> StoreLayout
  /// How each camera is, and what it sees this moment, in the order of the scene file.
  func cameras() async -> [CameraStatus]
  /// The alerts, and how the programs fare that are told what happens.
  /// - Throws: ``WebError`` where the database can't be read.
  func status() async throws -> StoreStatus
  /// Traffic by interval and camera, schema `footfall.traffic/1`.
  /// - Throws: ``WebError`` where the database can't be read.
  func traffic(_ query: HistoryQuery) async throws -> [UInt8]
  /// Visits, schema `footfall.visits/1`.
  func visits(_ query: HistoryQuery) async throws -> [UInt8]
  /// Events, one a line, oldest first.
  func events(_ query: HistoryQuery) async throws -> [UInt8]
  /// Person-seconds of one camera over the background of its picture, as PNG; nil where nothing was seen.
  func heatmap(camera: String, _ query: HistoryQuery) async throws -> [UInt8]?
  /// Where people spent their time on the picture of the query's camera, or without one on the floor plan of all cameras,
  /// where overlap counts once; nil where nothing was seen or no camera has a floor.
  func heatMaps(_ query: HistoryQuery) async throws -> HeatMaps?
  /// The published shift plan; nil where the scene file names none.
  /// - Throws: ``WebError`` where it can't be read.
  func staffing() async throws -> StaffingBoard?
  /// The latest layout report, schema `footfall.layout/1`; nil where the scene file names none.
  /// - Throws: ``WebError`` where it can't be read.
  func layoutReport() async throws -> [UInt8]?
  /// What a camera shows, as JPEG: people are blurred, or left out where `isEmpty`. Nil before its first picture.
  func still(of camera: String, isEmpty: Bool) async -> [UInt8]?
  /// What happens from now on; a reader that is too slow loses the oldest updates and is told so.
  /// - Parameter last: the id of the event that a reader who comes back was told last.
  /// - Returns: `missed` holds the events that were told since, up to ten minutes; nil where it is not known what was told
  ///   last.
  func updates(since last: String?) async -> (missed: [LiveUpdate]?, updates: AsyncStream<LiveUpdate>)
  /// Puts other lines and zones into force, as a new version of the scene that is written to the scene file.
  /// - Returns: the layout as it is then.
  /// - Throws: ``LayoutRefusal`` where the scene file would be refused, or was changed since `layout` was read.
  func save(_ layout: CameraLayout, ofVersion version: String) async throws -> StoreLayout
  /// What an advisor says of lines and zones that are not in force yet.
  func advice(on layout: CameraLayout) async throws -> [PlaceAdvice]
  /// Notes that a member is there who was recognised by something else than a face.
  /// - Throws: ``CheckInRefusal``.
  func checkIn(_ request: CheckIn) async throws
  /// Visits of members by hour, day or week, schema `footfall.member-report/1`, as far as they may be told of.
  /// - Parameter query: its interval is 60, 1,440 or 10,080 minutes.
  /// - Throws: ``CheckInRefusal`` where members are not switched on or the books can't be read.
  func memberReport(_ query: HistoryQuery) async throws -> [UInt8]
  /// Counters and gauges for Prometheus.
  func measures() async -> [Measure]
}

/// A stretch of history.
public struct HistoryQuery: Hashable, Sendable {
  /// In milliseconds since 1970 UTC; half-open.
  public var milliseconds: Range<Int64>
  /// In minutes, a divisor of a day.
  public var intervalMinutes: Int
  /// One camera; nil for all.
  public var camera: String?

  /// Creates a query.
  public init(milliseconds: Range<Int64>, intervalMinutes: Int = 15, camera: String? = nil) {
    self.milliseconds = milliseconds
    self.intervalMinutes = intervalMinutes
    self.camera = camera
  }
}

/// Why lines and zones were not saved; `reason` is one line for a person, `place` the line or zone it is about.
public struct LayoutRefusal: Error, Hashable, Sendable {
  /// Whether somebody else changed the scene meanwhile.
  public var isStale: Bool
  /// The line or zone.
  public var place: String?
  /// What is wrong and what is allowed.
  public var reason: String

  /// Creates a refusal.
  public init(isStale: Bool = false, place: String? = nil, reason: String) {
    self.isStale = isStale
    self.place = place
    self.reason = reason
  }
}
