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
    try await on(Self.counts) { [self] in try trafficFeed(query) }
  }

  private func trafficFeed(_ query: HistoryQuery) throws -> [UInt8] {
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
    try await on(Self.rows) { [self] in
      let (scene, header) = try feedHeader()
      let entries = try database.visits(of: self.query(query, scene)).map { VisitFeed.Entry($0) }
      return VisitFeed(header: header, entries: entries).json()
    }
  }

  func events(_ query: HistoryQuery) async throws -> [UInt8] {
    try await on(Self.rows) { [self] in
      let (scene, header) = try feedHeader()
      let entries = try database.events(of: self.query(query, scene)).map { EventFeed.Entry($0) }
      return EventFeed(header: header, entries: entries).lines()
    }
  }

  func still(of camera: String, isEmpty: Bool) async -> [UInt8]? {
    let (place, still) = state.withLock { state in
      (state.places[camera], state.board(of: camera)?.stills[CameraBoard.Still(isEmpty: isEmpty)])
    }
    guard let place else { return nil }
    station.withLock { $0?.requestStill(of: place, isEmpty: isEmpty) }
    return still
  }

  func updates(since last: String?) async -> (missed: [LiveUpdate]?, updates: AsyncStream<LiveUpdate>) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: LiveUpdate.self, bufferingPolicy: .bufferingNewest(256))
    let id = UUID()
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.readers.removeValue(forKey: id) }
    }
    let missed = state.withLock { state in
      state.readers[id] = LiveReader(continuation)
      return last.flatMap { state.told.after($0) }
    }
    return (missed, stream)
  }

  func save(_ layout: CameraLayout, ofVersion version: String) async throws -> StoreLayout {
    try await on(Self.sceneFile) { [self] in
      let (present, path) = state.withLock { ($0.version, $0.scene.path) }
      let edit = try SceneEdit(contentsOfFile: path)
      guard version == present, edit.version == version else {
        throw LayoutRefusal(
          isStale: true, reason: "the lines and zones were changed meanwhile; look at them again")
      }
      let (camera, size) = try state.withLock { try subject(layout, $0) }
      let (text, scene) = try edit.replacing(layout, units: camera.units, size: size)
      try ResultFile.write([UInt8](text.utf8), to: path)
      let (saved, place) = state.withLock { state in
        (state.scene, state.version) = (scene, SceneEdit.version(of: text))
        publish(.layout(version: state.version), in: &state)
        return (StoreLayout(state), state.places[layout.id])
      }
      station.withLock { $0?.changeScene(of: place.map { [$0] }) }
      return saved
    }
  }

  func advice(on layout: CameraLayout) async throws -> [PlaceAdvice] {
    let (scene, walked) = try await on(Self.sceneFile) { [self] in
      let (path, walked, camera, size) = try state.withLock { state in
        let (camera, size) = try subject(layout, state)
        return (state.scene.path, state.board(of: layout.id)?.paths, camera, size)
      }
      let edited = try SceneEdit(contentsOfFile: path).replacing(layout, units: camera.units, size: size)
      return (try edited.scene.cameraScene(id: layout.id, size: size), walked)
    }
    guard var paths = walked else { return [] }
    return PlaceAdvice.all(CameraAdvice(scene: scene, paths: paths.finish()))
  }

  private func subject(
    _ layout: CameraLayout, _ state: State
  ) throws -> (camera: SceneFile.Camera, size: PixelSize) {
    guard let camera = state.scene.cameras.first(where: { $0.id.value == layout.id }) else {
      throw LayoutRefusal(reason: "there is no camera '\(layout.id)'")
    }
    guard let status = state.board(of: layout.id)?.status,
      let width = status.width, let height = status.height
    else {
      throw LayoutRefusal(
        reason: "camera '\(layout.id)' has shown no picture yet, whose size has to be known")
    }
    return (camera, PixelSize(width: width, height: height))
  }

  func measures() async -> [Measure] {
    // Where the database can't be read, the other numbers are still worth knowing.
    let sinks = (try? sinks.withLock(\.self)?.statuses()) ?? []
    let ofMembers = members.withLock(\.self).door?.measures ?? []
    return state.withLock { LiveMeasures($0, keeper: keeper, sinks: sinks).all } + ofMembers
  }

  func feedHeader() throws -> (SceneFile, FeedHeader) {
    let scene = state.withLock(\.scene)
    guard let header = FeedHeader(store: scene.store, timeZone: scene.timeZoneName) else {
      throw CommandError.unknownTimeZone(scene.timeZoneName)
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
      store: scene.store, timeZone: scene.timeZoneName, version: state.version,
      cameras: scene.cameras.map { CameraLayout($0, state.board(of: $0.id.value)?.status) },
      floorCameras: scene.cameras.filter { $0.floor != nil }.map(\.id.value), problem: state.problem)
  }
}

extension CameraLayout {
  init(_ camera: SceneFile.Camera, _ status: CameraStatus?) {
    let scale =
      camera.units == .normalized
      ? Point(Double(status?.width ?? 1), Double(status?.height ?? 1)) : Point(1, 1)
    func pair(_ point: Located<Point>) -> [Double] { [point.value.x * scale.x, point.value.y * scale.y] }
    self.init(
      id: camera.id.value, width: status?.width, height: status?.height,
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

extension PlaceAdvice {
  /// The worst first within each place.
  static func all(_ advice: CameraAdvice) -> [PlaceAdvice] {
    advice.lines.map {
      PlaceAdvice(
        place: $0.line.id, verdict: verdict($0.findings), findings: $0.findings.map(sentences),
        proposal: $0.proposal.map { LineLayout($0.line) })
    }
      + advice.zones.map {
        PlaceAdvice(place: $0.zone.id, verdict: verdict($0.findings), findings: $0.findings.map(sentences))
      }
  }

  private static func verdict(_ findings: [Finding]) -> String {
    switch findings.verdict {
    case .ok, nil: "good"
    case .warning: "doubtful"
    case .error: "bad"
    }
  }

  private static func sentences(_ finding: Finding) -> String {
    finding.action.isEmpty ? finding.sentence : "\(finding.sentence) \(finding.action)"
  }
}

extension LineLayout {
  init(_ line: CountingLine) {
    self.init(
      id: line.id, from: [line.segment.from.x, line.segment.from.y],
      to: [line.segment.to.x, line.segment.to.y], kind: line.kind.rawValue, swap: line.isSwapped)
  }
}
