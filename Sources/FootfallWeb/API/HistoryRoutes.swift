internal import Hummingbird

/// What was counted, as the feeds of `footfall export` tell it.
struct HistoryRoutes: Sendable {
  /// What one answer holds at most: a week of hours.
  private static let mostMaps = 200
  private static let mostDays: Int64 = 8
  private static let day: Int64 = 86_400_000
  /// With the hour that autumn adds.
  private static let longest = mostDays * day + 3_600_000

  let store: any LiveStore
  let now: AccessDesk.Clock

  var all: [Route] {
    [
      route("traffic", .json) { try await store.traffic($0) },
      route("visits", .json) { try await store.visits(try Self.short($0)) },
      route("events", .jsonLines) { try await store.events(try Self.short($0)) },
      Route(.get, Routes.prefix + "/heatmap.png", .role(.viewer)) { exchange in
        let query = try await query(exchange)
        guard let camera = query.camera else { throw Refusal(.badRequest, "camera is missing") }
        guard let picture = try await store.heatmap(camera: camera, query) else {
          throw Refusal(.notFound, "camera \(camera) has seen nothing in this time")
        }
        return Reply.bytes(picture, .png)
      },
      Route(.get, Routes.prefix + "/heatmap", .role(.viewer)) { try await maps($0) },
    ]
  }

  private func maps(_ exchange: Exchange) async throws -> Response {
    let query = try await query(exchange, intervalMinutes: 60)
    let length = query.milliseconds.upperBound - query.milliseconds.lowerBound
    let intervals = length / (Int64(query.intervalMinutes) * 60_000)
    guard intervals <= Self.mostMaps, length <= Self.longest else {
      throw Refusal(
        .badRequest,
        "from and to are \(intervals) maps apart; allowed: \(Self.mostMaps) maps and \(Self.mostDays) days at most"
      )
    }
    guard let maps = try await store.heatMaps(query) else { return Reply.nothing() }
    return try Reply.json(maps)
  }

  /// An answer that names everybody is made in memory, and holds no more days than one with maps.
  private static func short(_ query: HistoryQuery) throws -> HistoryQuery {
    let length = query.milliseconds.upperBound - query.milliseconds.lowerBound
    guard length <= longest else {
      throw Refusal(
        .badRequest,
        "from and to are \((length + day - 1) / day) days apart; allowed: \(mostDays) days at most")
    }
    return query
  }

  private func route(
    _ name: String, _ kind: Reply.Kind, _ read: @escaping @Sendable (HistoryQuery) async throws -> [UInt8]
  ) -> Route {
    Route(.get, "\(Routes.prefix)/\(name)", .role(.viewer)) { exchange in
      Reply.bytes(try await read(try await query(exchange)), kind)
    }
  }

  private func query(_ exchange: Exchange, intervalMinutes: Int = 15) async throws -> HistoryQuery {
    let values = try exchange.query("from", "to", "interval", "camera")
    if let camera = values["camera"] { try await CameraName.check(camera, in: store) }
    return try HistoryParameters.query(values, now: now(), intervalMinutes: intervalMinutes)
  }
}

/// Whether a camera is there.
enum CameraName {
  static func check(_ camera: String, in store: any LiveStore) async throws {
    let known = await store.layout().cameras.map(\.id)
    guard known.contains(camera) else {
      throw Refusal(
        .notFound, "there is no camera '\(camera.prefix(100))'; allowed: \(known.joined(separator: ", "))")
    }
  }
}
