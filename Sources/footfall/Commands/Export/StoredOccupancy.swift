import FootfallCore
import FootfallExport
import FootfallStore

/// The people in a store as its database and its scene file tell.
enum StoredOccupancy {
  /// How long before and after the time wanted counts are looked at: as far as to where the store is empty.
  private static let margin: Int64 = 24 * 3_600_000

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
    guard let hours = scene.hours else {
      throw SceneError(path: path, "has no key 'hours'; occupancy needs it: hours: 09:00-20:00")
    }
    let query = StoreQuery(
      store: source.summary.id,
      milliseconds: milliseconds.lowerBound - margin..<milliseconds.upperBound + margin)
    let minutes = try source.database.minutes(of: query)
    let doors = Dictionary(grouping: minutes.filter { $0.trafficIn != nil }, by: \.camera)
    return StoreOccupancy(
      cameras: doors.values.map { $0.compactMap { StoreFlow(TrafficMinute($0)) } },
      looks: try looks(source, query, minutes, scene), hours: hours, timeZone: source.summary.timeZone)
  }

  /// How many people were seen at once where a zone covers the store, by minute.
  private static func looks(
    _ source: ExportSource, _ query: StoreQuery, _ minutes: [StoredMinute], _ scene: SceneFile
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
    for minute in try source.database.zoneMinutes(of: query)
    where zones.contains(where: { $0 == (minute.camera, minute.zone) }) {
      looks[minute.startMilliseconds] = Int(minute.mean.rounded())
    }
    return looks
  }
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
