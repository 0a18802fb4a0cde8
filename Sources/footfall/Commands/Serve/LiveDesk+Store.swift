import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallStore
import FootfallWeb
import Foundation
import Synchronization

extension LiveDesk: LiveStore {
  func layout() async -> StoreLayout { state.withLock { StoreLayout($0) } }

  func cameras() async -> [CameraStatus] { state.withLock { $0.cameras.map(\.status) } }

  func traffic(_ query: HistoryQuery) async throws -> [UInt8] {
    let (scene, header) = try feedHeader()
    guard let intervals = LocalIntervals(minutes: query.intervalMinutes, timeZone: scene.timeZoneName),
      let boundaries = intervals.boundaries(covering: query.milliseconds, limit: 100_000)
    else { throw CommandError("interval: allowed are divisors of a day, at most 100,000 of them", .usage) }
    let cameras = query.camera.map { [$0] } ?? scene.cameras.map(\.id.value)
    let span = (boundaries.first ?? 0)..<(boundaries.last ?? 0)
    let minutes = try database.minutes(of: self.query(query, scene, span))
    return TrafficFeed(
      header: header, cameras: cameras, intervals: intervals, boundaries: boundaries,
      counts: minutes.map { TrafficMinute($0) }
    ).json()
  }

  func visits(_ query: HistoryQuery) async throws -> [UInt8] {
    let (scene, header) = try feedHeader()
    let entries = try database.visits(of: self.query(query, scene)).map { VisitFeed.Entry($0) }
    return VisitFeed(header: header, entries: entries).json()
  }

  func events(_ query: HistoryQuery) async throws -> [UInt8] {
    let (scene, header) = try feedHeader()
    let entries = try database.events(of: self.query(query, scene)).map { EventFeed.Entry($0) }
    return EventFeed(header: header, entries: entries).json()
  }

  func heatmap(camera: String, _ query: HistoryQuery) async throws -> [UInt8]? { nil }

  func still(of camera: String, isEmpty: Bool) async -> [UInt8]? {
    let (place, still) = state.withLock { state in
      let place = state.cameras.firstIndex { $0.status.id == camera }
      return (place, place.flatMap { state.cameras[$0].stills[isEmpty] })
    }
    guard let place else { return nil }
    station.withLock { $0?.requestStill(of: place, isEmpty: isEmpty) }
    return still
  }

  func updates() async -> AsyncStream<LiveUpdate> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: LiveUpdate.self, bufferingPolicy: .bufferingNewest(256))
    let id = UUID()
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.readers.removeValue(forKey: id) }
    }
    state.withLock { $0.readers[id] = continuation }
    return stream
  }

  func save(_ layout: CameraLayout, ofVersion version: String) async throws -> StoreLayout {
    throw LayoutRefusal(reason: "lines and zones can't be changed yet")
  }

  func advice(on layout: CameraLayout) async throws -> [PlaceAdvice] { [] }

  func measures() async -> [Measure] { state.withLock { LiveMeasures($0, keeper: keeper).all } }

  private func feedHeader() throws -> (SceneFile, FeedHeader) {
    let scene = state.withLock(\.scene)
    guard let header = FeedHeader(store: scene.store, timeZone: scene.timeZoneName) else {
      throw CommandError("time zone \(scene.timeZoneName): not known to this system", .badData)
    }
    return (scene, header)
  }

  private func query(_ query: HistoryQuery, _ scene: SceneFile, _ span: Range<Int64>? = nil) -> StoreQuery {
    StoreQuery(store: scene.store, camera: query.camera, milliseconds: span ?? query.milliseconds)
  }
}

extension StoreLayout {
  /// The scene in force, with the sizes of pictures as far as they are known.
  init(_ state: LiveDesk.State) {
    let scene = state.scene
    self.init(
      store: scene.store, timeZone: scene.timeZoneName, version: "1",
      cameras: zip(scene.cameras, state.cameras).map { CameraLayout($0, $1.status) })
  }
}

extension CameraLayout {
  init(_ camera: SceneFile.Camera, _ status: CameraStatus) {
    let scale =
      camera.units == .normalized
      ? Point(Double(status.width ?? 1), Double(status.height ?? 1)) : Point(1, 1)
    func pair(_ point: Located<Point>) -> [Double] { [point.value.x * scale.x, point.value.y * scale.y] }
    self.init(
      id: camera.id.value, width: status.width, height: status.height,
      lines: camera.lines.map {
        LineLayout(
          id: $0.id.value, from: pair($0.from), to: pair($0.to), kind: $0.kind.rawValue,
          swap: $0.isSwapped)
      },
      zones: camera.zones.map {
        ZoneLayout(id: $0.id.value, polygon: $0.corners.map(pair), kind: $0.kind.rawValue)
      })
  }
}
