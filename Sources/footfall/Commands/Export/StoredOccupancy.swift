import FootfallCore
import FootfallExport
import FootfallStore

/// The people in a store as its database and its scene file tell.
enum StoredOccupancy {
  /// How long before the time wanted counts are looked at: what in and out differ by is learned from the days before.
  private static let before: Int64 = 7 * 24 * 3_600_000
  /// How long after it: as far as to where the store is empty.
  private static let after: Int64 = 24 * 3_600_000
  /// What is older than this is not now.
  private static let patience: Int64 = 3 * 60_000

  /// Estimates the people in the store.
  /// - Parameters:
  ///   - source: the database; all its cameras count, whichever are exported.
  ///   - milliseconds: the time wanted.
  ///   - path: of the scene file, which says when the store is open.
  /// - Returns: nil where nothing says how many people were inside.
  /// - Throws: ``SceneError``, ``CommandError`` where the scene is of another store, or an error of the store.
  static func estimate(
    _ source: ExportSource, _ milliseconds: Range<Int64>, scene path: String
  ) throws -> StoreOccupancy? {
    let scene = try SceneFile(contentsOfFile: path)
    guard scene.store == source.summary.id else {
      throw CommandError("\(path): store is '\(scene.store)'; exported is \(source.summary.id)", .badData)
    }
    guard scene.timeZoneName == source.summary.timeZone else {
      throw CommandError(
        "\(path): timezone is \(scene.timeZoneName); the store is on \(source.summary.timeZone)", .badData)
    }
    guard let hours = scene.hours else {
      throw SceneError(path: path, "has no key 'hours'; occupancy needs it: hours: 09:00-20:00")
    }
    return try estimate(source.database, scene, hours, milliseconds) { _ in true }
  }

  /// Estimates the people in the store this minute.
  /// - Returns: nil where the scene has no hours or no entrance, or nothing says how many people are inside.
  /// - Throws: An error of the store.
  static func now(
    _ database: EventStore, _ scene: SceneFile, atMilliseconds now: Int64
  ) throws -> StoreOccupancy.Moment? {
    let doors = Set(scene.cameras.filter(\.hasEntrance).map(\.id.value))
    guard let hours = scene.hours, !doors.isEmpty else { return nil }
    let latest = now - patience..<now
    let occupancy = try estimate(database, scene, hours, latest, at: doors.contains)
    guard var moment = occupancy?.latest, latest.contains(min(moment.endMilliseconds, now) - 1)
    else { return nil }
    // The minute under way is written, too.
    moment.endMilliseconds = min(moment.endMilliseconds, now)
    return moment
  }

  private static func estimate(
    _ database: EventStore, _ scene: SceneFile, _ hours: OpeningHours, _ milliseconds: Range<Int64>,
    at isDoor: (String) -> Bool
  ) throws -> StoreOccupancy? {
    let query = StoreQuery(
      store: scene.store, milliseconds: milliseconds.lowerBound - before..<milliseconds.upperBound + after)
    let minutes = try database.minutes(of: query)
    let doors = Dictionary(
      grouping: minutes.filter { $0.trafficIn != nil && isDoor($0.camera) }, by: \.camera)
    return StoreOccupancy(
      cameras: doors.values.map { $0.compactMap { StoreFlow(TrafficMinute($0)) } },
      looks: try looks(database, query, minutes, scene), hours: hours, timeZone: scene.timeZoneName,
      wanted: milliseconds)
  }

  /// How many people were seen at once where a zone covers the store, by minute.
  private static func looks(
    _ database: EventStore, _ query: StoreQuery, _ minutes: [StoredMinute], _ scene: SceneFile
  ) throws -> [Int64: Int] {
    let zones = scene.cameras.flatMap { camera in
      camera.zones.filter(\.coversStore).map { (camera: camera.id.value, zone: $0.id.value) }
    }
    guard !zones.isEmpty else { return [:] }
    // A minute in which nobody was in a zone has no row of its own.
    var looks: [Int64: Int] = [:]
    for minute in minutes where zones.contains(where: { $0.camera == minute.camera }) {
      looks[minute.startMilliseconds] = 0
    }
    for minute in try database.zoneMinutes(of: query)
    where zones.contains(where: { $0 == (minute.camera, minute.zone) }) {
      looks[minute.startMilliseconds] = Int(minute.mean.rounded())
    }
    return looks
  }
}

extension SceneFile.Camera {
  fileprivate var hasEntrance: Bool { lines.contains { $0.kind == .entrance } }
}

extension TrafficMinute {
  /// The minute as the feed takes it.
  init(_ minute: StoredMinute) {
    self.init(
      camera: minute.camera, startMilliseconds: minute.startMilliseconds, observed: minute.observed,
      trafficIn: minute.trafficIn, trafficOut: minute.trafficOut, passersby: minute.passersby,
      occupancy: minute.occupancy)
  }
}
