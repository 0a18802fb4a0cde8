import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallStore
import FootfallWeb
import Foundation
import Synchronization

extension LiveDesk {
  func heatmap(camera: String, _ query: HistoryQuery) async throws -> [UInt8]? {
    try await on(Self.maps) { [self] in
      guard let source = try source(of: camera, query.milliseconds),
        let heat = try CameraHeat.known(camera: camera, in: source)
      else { return nil }
      let tally = try heat.tally()
      return tally.observedSeconds > 0 ? try HeatDrawing(tally, of: heat).png(maximum: nil) : nil
    }
  }

  func heatMaps(_ query: HistoryQuery) async throws -> HeatMaps? {
    try await on(Self.maps) { [self] in
      let scene = state.withLock(\.scene)
      guard let intervals = LocalIntervals(minutes: query.intervalMinutes, timeZone: scene.timeZoneName),
        let boundaries = intervals.boundaries(covering: query.milliseconds)
      else { throw CommandError.unknownTimeZone(scene.timeZoneName) }
      return try heat(of: query.camera, query.milliseconds, scene)?.maps(between: boundaries)
    }
  }

  private func heat(of camera: String?, _ span: Range<Int64>, _ scene: SceneFile) throws -> StoreHeat? {
    if let camera {
      guard let source = try source(of: camera, span) else { return nil }
      return try CameraHeat.known(camera: camera, in: source, isOnPicture: true)
        .flatMap { StoreHeat(onPictureOf: $0) }
    }
    let cameras = scene.cameras.filter { $0.floor != nil }.map(\.id.value)
    return StoreHeat(
      onFloorOf: try cameras.compactMap { camera in
        guard let source = try source(of: camera, span) else { return nil }
        return try CameraHeat.known(camera: camera, in: source)
      })
  }

  /// What was recorded of a camera in some time; nil where nothing ever was.
  private func source(of camera: String, _ span: Range<Int64>) throws -> ExportSource? {
    let scene = state.withLock(\.scene)
    guard try database.stores().contains(where: { $0.id == scene.store && $0.cameras.contains(camera) })
    else { return nil }
    return try ExportSource(database, store: scene.store, camera: camera, milliseconds: span)
  }
}

extension ZoneLayout {
  init(_ zone: FootfallCore.Zone) {
    self.init(id: zone.id, polygon: zone.polygon.vertices.map { [$0.x, $0.y] }, kind: zone.kind.rawValue)
  }
}
