import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallMembers
import FootfallPipeline
import FootfallSinks
import FootfallStore
import FootfallVision
import FootfallWeb
import Foundation
import Logging
import Synchronization

/// Recognition of members in a running store: between its cameras, the members' books, and who is told.
final class MemberStation: MemberDoor {
  private let settings: SceneFile.Members
  private let desk: LiveDesk
  private let news: MemberNews
  /// For check-ins and reports; the watch has its own.
  private let books: Mutex<MemberBooks>
  /// Who asks for the books may have to wait for another program, which no thread of the server may.
  private let queue = DispatchQueue(label: "footfall.check-in")
  /// Nil where members only check in: then no model of faces is opened.
  private let watch: MemberWatch?
  /// The zones of each camera in which faces are looked for, in its pixels.
  private let zones = Mutex<[String: [FootfallCore.Zone]]>([:])

  /// Opens the books, and the models where there are cameras for them.
  /// - Throws: ``SceneError``, ``MembersError`` or ``VisionError``.
  init(_ settings: SceneFile.Members, _ desk: LiveDesk, _ sinks: SinkDesk) throws {
    self.settings = settings
    self.desk = desk
    let scene = desk.state.withLock(\.scene)
    let master = try settings.key(in: scene)
    try MemberBooks(folder: settings.books, master: master).check(now: Date())
    books = Mutex(MemberBooks(folder: settings.books, master: master))
    let news = MemberNews(settings.hooks, scene: scene, sinks, desk.logger)
    self.news = news
    guard !settings.places.isEmpty else {
      watch = nil
      return
    }
    let rule = try settings.rule()
    let reader = try FaceReader(
      catalog: ModelCatalog(folder: ModelCatalog.locate()), engine: .auto, threads: 1)
    let watched = MemberBooks(folder: settings.books, master: master)
    watch = try MemberWatch(watched, reader: reader, rule: rule) { [logger = desk.logger] report in
      switch report {
      case .event(let event): news.tell(event)
      case .problem(let problem?): logger.error("members: nobody is recognised: \(problem)")
      case .problem(nil): logger.notice("members: recognised again")
      }
    }
    desk.logger.notice("members: faces are looked for at \(settings.places.count) cameras")
  }

  func start() { watch?.start() }

  func stop() {
    watch?.stop()
    news.stop()
  }

  func checkIn(_ request: CheckIn) async throws {
    try await waiting(for: { try self.notedCheckIn(request) })
  }

  func report(_ query: HistoryQuery) async throws -> [UInt8] {
    try await waiting(for: { try self.document(query).json() })
  }

  private func waiting<Result: Sendable>(
    for work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result(catching: work)) }
    }
  }

  private func document(_ query: HistoryQuery) throws -> MemberReportDocument {
    let scene = desk.state.withLock(\.scene)
    let weeks = try ReportWeeks(
      touching: query.milliseconds, over: SystemTime.milliseconds(), timeZone: scene.timeZoneName)
    let minutes = try weeks.span.map {
      try desk.database.minutes(of: StoreQuery(store: scene.store, camera: nil, milliseconds: $0))
    }
    let entries: [LedgerEntry]
    do throws(MembersError) {
      entries = try books.withLock { books throws(MembersError) in try books.entries() }
    } catch {
      throw unavailable(error)
    }
    return MemberReportDocument(
      store: scene.store, weeks: weeks, interval: .init(rawValue: query.intervalMinutes) ?? .week,
      entries: entries, minutes: minutes?.map { TrafficMinute($0) } ?? [])
  }

  private func unavailable(_ error: MembersError) -> CheckInRefusal {
    desk.logger.error("members: the books can't be read: \(error)")
    return CheckInRefusal(.unavailable, "members can't be looked up; the log says why")
  }

  private func notedCheckIn(_ request: CheckIn) throws(CheckInRefusal) {
    let now = Date()
    let member: MemberID?
    do throws(MembersError) {
      member = try admitted(request, now: now)
    } catch {
      throw unavailable(error)
    }
    guard let member else {
      throw CheckInRefusal(.unknown, "no member whose consent holds has this pseudonym or code")
    }
    news.tell(
      MemberEvent(.recognised, member, camera: request.place, timeMilliseconds: SystemTime.milliseconds()))
  }

  /// Who it is, noted; nil for nobody whose consent holds.
  private func admitted(_ request: CheckIn, now: Date) throws(MembersError) -> MemberID? {
    try books.withLock { books throws(MembersError) in
      var member = request.member.flatMap { MemberID($0) }
      if let code = request.code { member = try books.member(withCode: code) }
      guard let member, try books.admit(member, .checkIn, now: now) else { return nil }
      return member
    }
  }

  var measures: [Measure] {
    [
      Measure(
        name: "footfall_member_recognition_up", kind: .gauge,
        help: "1 where faces are looked for and the books can be used.",
        value: watch?.isUsable == true ? 1 : 0),
      Measure(
        name: "footfall_member_looks_total", kind: .counter, help: "Faces that were looked for.",
        value: Double(watch?.looks ?? 0)),
      Measure(
        name: "footfall_member_events_dropped_total", kind: .counter,
        help: "Events of members that a slow hook or sink has lost.", value: Double(news.dropped)),
    ]
  }
}

extension MemberStation {
  func watches(_ camera: String) -> Bool {
    watch != nil && settings.places.contains { $0.camera == camera }
  }

  func recordingBegan(of camera: String, size: PixelSize) {
    let wanted = settings.places.first { $0.camera == camera }?.zones ?? []
    let scene = desk.state.withLock(\.scene)
    let all = (try? scene.cameraScene(id: camera, size: size))?.zones ?? []
    zones.withLock { $0[camera] = all.filter { wanted.contains($0.id) } }
    watch?.reset(camera)
  }

  func closerLook(
    at people: [TrackSnapshot], of camera: String
  ) -> (track: TrackID, area: BoundingBox)? {
    guard let place = settings.places.first(where: { $0.camera == camera }) else { return nil }
    let zones = zones.withLock { $0[camera] ?? [] }
    let look = watch?.nextLook(at: people, of: camera) { person in
      place.zones.isEmpty ? "" : zones.first { $0.polygon.contains(person.footPoint) }?.id
    }
    return look.map { ($0.track, $0.area) }
  }

  func camera(_ camera: String, shows track: TrackID, in pixels: UnsafeRawBufferPointer, size: PixelSize) {
    watch?.take(pixels, size, of: track, at: camera)
  }
}

extension SceneFile.Members {
  fileprivate func key(in scene: SceneFile) throws -> MasterKey {
    guard let masterKey else { return try MasterKey(fileAt: masterKeyFile) }
    return try MasterKey(
      text: Secrets(of: scene).resolve(masterKey), place: "\(scene.path):\(masterKey.position)")
  }

  /// What `members threshold --json` prints, as far as it is needed.
  private struct ThresholdFile: Decodable {
    let threshold: Double
  }

  fileprivate func rule() throws -> MatchRule {
    switch threshold {
    case .similarity(let value): return MatchRule(minimumSimilarity: value, minimumMargin: margin)
    case .file(let file):
      guard let bytes = FileManager.default.contents(atPath: file),
        let read = try? JSONDecoder().decode(ThresholdFile.self, from: bytes),
        (-1...1).contains(read.threshold)
      else {
        throw CommandError(
          "\(file): holds no threshold; expected what footfall members threshold --json prints", .badData)
      }
      return MatchRule(minimumSimilarity: read.threshold, minimumMargin: margin)
    }
  }
}
