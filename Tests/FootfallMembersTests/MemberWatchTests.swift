import Crypto
import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation
import Synchronization
import Testing

@testable import FootfallMembers

/// The real networks on pictures of people who agreed to be in a set of test data.
@Suite(.enabled(if: FaceMaterial.isPresent), .serialized)
struct MemberWatchTests {
  private final class Reports: Sendable {
    private let all = Mutex<[MemberEvent]>([])
    @Sendable func add(_ report: MemberWatch.Report) {
      if case .event(let event) = report { all.withLock { $0.append(event) } }
    }
    var events: [MemberEvent] { all.withLock(\.self) }
  }

  private let folder: TemporaryFolder
  private let master = MasterKey(key: SymmetricKey(size: .bits256))
  private let member: MemberID

  init() throws {
    folder = try TemporaryFolder()
    let now = Date()
    let desk = try MemberDesk(
      folder: folder.url.path, master: master, reader: Self.reader(), isEnrolling: true, now: now)
    member = try desk.enrol(
      picturesAt: [Self.path("s1/1.pgm"), Self.path("s1/2.pgm")],
      consent: Consent(scope: "till", textVersion: "1", given: now, expires: now.addingTimeInterval(3600)),
      id: nil, rule: MatchRule(minimumSimilarity: 0.5, minimumMargin: 0.05), now: now)
  }

  private static func reader() throws -> FaceReader {
    try FaceReader(catalog: ModelCatalog(folder: SharedData.models.path), engine: .auto, threads: 1)
  }

  private static func path(_ name: String) -> String {
    SharedData.root.appendingPathComponent("data/faces-orl/\(name)").path
  }

  /// Shows the watch a person with the face of a picture until there were `looks`, as a camera would.
  private func show(_ name: String, to watch: MemberWatch, looks: Int) throws {
    let face = try FaceReader.picture(at: Self.path(name))
    let person = TrackSnapshot(
      track: TrackID(1), box: BoundingBox(x: 0, y: 0, width: 92, height: 112), score: 0.9, state: .confirmed,
      evidence: .observed)
    let before = watch.looks
    let deadline = ContinuousClock.now + .seconds(60)
    while watch.looks < before + looks, ContinuousClock.now < deadline {
      if let look = watch.nextLook(at: [person], of: "till", zone: { _ in "queue" }) {
        watch.take(UnsafeRawBufferPointer(face.bytes), face.size, of: look.track, at: "till")
      }
      usleep(5000)
    }
  }

  private func watch(_ reports: Reports) throws -> MemberWatch {
    let watch = try MemberWatch(
      MemberBooks(folder: folder.url.path, master: master), reader: Self.reader(),
      rule: MatchRule(minimumSimilarity: 0.5, minimumMargin: 0.05), report: reports.add)
    watch.start()
    return watch
  }

  @Test("a member is recognised once with camera, zone and confidence, and it is noted; a stranger is nobody")
  func recognition() throws {
    let reports = Reports()
    let watch = try watch(reports)
    try show("s11/3.pgm", to: watch, looks: 4)
    #expect(reports.events.isEmpty)
    watch.reset("till")
    try show("s1/5.pgm", to: watch, looks: 3)
    watch.stop()
    #expect(reports.events.map(\.member) == [member])
    let event = try #require(reports.events.first)
    #expect(event.kind == .recognised && event.camera == "till" && event.zone == "queue")
    #expect((0.5...1).contains(event.confidence ?? 0))
    let store = try MemberStore(folder: folder.url.path, master: master, now: Date())
    #expect(store.entries.map(\.event) == [.grant, .match])
  }

  @Test("a member who is forgotten while the store runs is not told of any more")
  func withdrawal() throws {
    let reports = Reports()
    let watch = try watch(reports)
    // Another program: the books are free.
    try MemberStore(folder: folder.url.path, master: master, now: Date()).forget(member, now: Date())
    // Three that agree decide.
    try show("s1/5.pgm", to: watch, looks: 3)
    watch.stop()
    #expect(reports.events.isEmpty)
  }
}
