public import FootfallWeb
internal import Foundation

/// A store that is made up: two cameras that see simulated people and one that can't be reached.
///
/// Nothing in it was measured. Pages and tests are driven with it, without a camera and a database. A person comes in
/// every ``secondsBetweenEntries`` seconds of the process.
public actor MadeUpStore: LiveStore {
  /// How long a person takes to follow another one in.
  public static let secondsBetweenEntries = 2.0
  /// That of the variable `FOOTFALL_DEMO_ZONE`, for a look at pages of a store elsewhere, or else of London.
  static let zone =
    TimeZone(identifier: ProcessInfo.processInfo.environment["FOOTFALL_DEMO_ZONE"] ?? "Europe/London") ?? .gmt

  private let now: @Sendable () -> Int64
  private let start: Int64
  private var current: StoreLayout
  /// What every reader of updates is told besides, in order.
  private(set) var told: [LiveUpdate] = []

  /// Creates a store.
  /// - Parameter now: tells the time in milliseconds since 1970 UTC.
  public init(now: @escaping @Sendable () -> Int64 = SystemTime.milliseconds) {
    self.now = now
    start = now()
    current = MadeUpLayout.first
  }

  /// Three cameras, of which one was never reached.
  public func layout() -> StoreLayout { current }

  /// How they are at the time of the clock.
  public func cameras() -> [CameraStatus] {
    let people = MadeUpPeople(milliseconds: now(), since: start)
    return current.cameras.map { camera in
      camera.width == nil ? MadeUpStatus.unreachable(camera, since: start) : people.status(of: camera)
    }
  }

  /// A long queue since the start, and a program that can't be reached.
  public func status() -> StoreStatus {
    StoreStatus(
      occupancy: .init(milliseconds: now(), mean: 23.2, low: 19, high: 27.5, level: 0.8),
      alerts: [
        .init(
          id: "long-queue", kind: .queue, place: "till", isRaised: true, sinceMilliseconds: start, value: 2,
          above: 1)
      ],
      sinks: [
        .init(
          id: "mqtt", kind: .mqtt, waiting: 0, oldestMilliseconds: nil, delivered: 1204, failures: 0,
          givenUp: 0, problem: nil),
        .init(
          id: "planner", kind: .webhook, waiting: 37, oldestMilliseconds: start, delivered: 1167, failures: 9,
          givenUp: 0, problem: "cannot connect to planner.example port 443"),
      ])
  }

  /// Entries by a curve with two peaks, and a gap each afternoon.
  public func traffic(_ query: HistoryQuery) throws -> [UInt8] {
    try MadeUpHistory(now: now(), layout: current).traffic(query)
  }

  /// None.
  public func visits(_ query: HistoryQuery) -> [UInt8] {
    Array(
      """
      {"cameras":[],"schema":"footfall.visits/1","store":"\(current.store)","timeZone":"\(current.timeZone)"}
      """.utf8)
  }

  /// A crossing for each person who came in since the start, a thousand at most.
  public func events(_ query: HistoryQuery) -> [UInt8] {
    let first = MadeUpHistory.number(at: max(query.milliseconds.lowerBound, start)) + 1
    let last = MadeUpHistory.number(at: min(query.milliseconds.upperBound, now()))
    guard first <= last else { return [] }
    return Array((first...last).suffix(1000).map { MadeUpHistory.event(number: $0) + "\n" }.joined().utf8)
  }

  /// Two clouds; nil for the future and the camera that was never reached.
  public func heatmap(camera: String, _ query: HistoryQuery) -> [UInt8]? {
    guard current.cameras.contains(where: { $0.id == camera && $0.width != nil }),
      query.milliseconds.lowerBound < now()
    else { return nil }
    return MadeUpHeat.png(camera: camera, query)
  }

  /// Two clouds; the floor plan has corners that no camera sees.
  public func heatMaps(_ query: HistoryQuery) -> HeatMaps? {
    MadeUpMaps(now: now(), layout: current).maps(query)
  }

  /// A week with too few people each evening.
  public func staffing() -> StaffingBoard? { MadeUpStaffing(now: now()).board }

  /// The report on the shop of `samples/layout`, which is made up too, without crowding and most pairs.
  public func layoutReport() -> [UInt8]? { PackageResources.layout_json }

  /// A drawing without people, whether blurred or not.
  public func still(of camera: String, isEmpty: Bool) -> [UInt8]? {
    switch camera {
    case "door": PackageResources.door_jpg
    case "floor": PackageResources.floor_jpg
    default: nil
    }
  }

  /// Camera by camera, eight updates a second, an event for each person who comes in, and each new layout.
  public func updates(since last: String?) -> (missed: [LiveUpdate]?, updates: AsyncStream<LiveUpdate>) {
    let updates = MadeUpUpdates(of: self, version: current.version, now: now)
    return (nil, AsyncStream { await updates.next() })
  }

  /// Tells every reader of updates, those that come later, too.
  public func tell(_ update: LiveUpdate) { told.append(update) }

  /// Keeps the layout in memory.
  public func save(_ layout: CameraLayout, ofVersion version: String) throws -> StoreLayout {
    guard version == current.version else {
      throw LayoutRefusal(isStale: true, reason: "the version is \(current.version), not \(version)")
    }
    let ids = layout.lines.map(\.id) + layout.zones.map(\.id)
    if let twice = ids.first(where: { id in ids.count { $0 == id } > 1 }) {
      throw LayoutRefusal(place: twice, reason: "the id is there twice; allowed: once")
    }
    guard !ids.contains("") else { throw LayoutRefusal(reason: "an id is empty") }
    guard let index = current.cameras.firstIndex(where: { $0.id == layout.id }) else { return current }
    current.cameras[index].lines = layout.lines
    current.cameras[index].zones = layout.zones
    current.version = "\((Int(current.version) ?? 0) + 1)"
    return current
  }

  /// By length and place alone.
  public func advice(on layout: CameraLayout) -> [PlaceAdvice] { MadeUpLayout.advice(on: layout) }

  /// One member is known, with the code `ABCD`.
  public func checkIn(_ request: CheckIn) async throws {
    guard request.code == "ABCD" || request.member == "00000000000000ff" else {
      throw CheckInRefusal(.unknown, "no member has this pseudonym or code")
    }
  }

  /// No week is over yet.
  public func memberReport(_ query: HistoryQuery) async throws -> [UInt8] {
    [UInt8](
      #"{"schema":"footfall.member-report/1","series":[],"intervalMinutes":\#(query.intervalMinutes)}"#.utf8)
  }

  /// Two of each camera.
  public func measures() -> [Measure] {
    cameras().flatMap { camera in
      [
        Measure(
          name: "footfall_camera_frames_per_second", kind: .gauge, help: "Pictures that came.",
          labels: ["camera": camera.id], value: camera.framesPerSecond),
        Measure(
          name: "footfall_camera_dropped_looks_total", kind: .counter, help: "Looks that were left out.",
          labels: ["camera": camera.id], value: Double(camera.droppedLooks)),
      ]
    }
  }
}
