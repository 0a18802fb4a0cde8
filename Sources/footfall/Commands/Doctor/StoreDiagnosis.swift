import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallStore
import FootfallTracking
import FootfallVision
import FootfallWeb
import Foundation

/// Whether `footfall serve` would find what a store needs.
struct StoreDiagnosis: Encodable {
  /// One thing that was looked at.
  struct Check: Encodable {
    /// How it was found.
    enum Verdict: String, Encodable {
      case ok
      /// It works, and somebody should look at it.
      case warning
      /// `footfall serve`, or a camera, would not work.
      case problem
    }

    let name: String
    let verdict: Verdict
    let detail: String

    init(_ name: String, _ verdict: Verdict, _ detail: String) {
      (self.name, self.verdict, self.detail) = (name, verdict, detail)
    }

    /// What a check that throws finds.
    init(_ name: String, _ look: () throws -> String) {
      do {
        self.init(name, .ok, try look())
      } catch {
        self.init(name, .problem, String(describing: error))
      }
    }
  }

  let store: String
  let checks: [Check]
  let cameras: [CameraFinding]

  /// Looks at everything; takes up to 20 s.
  /// - Throws: ``SceneError`` where a camera has no source.
  init(of scene: SceneFile, state: String, profile: ModelProfile) throws {
    store = scene.store
    cameras = try Self.findings(scene.liveCameras(), profile)
    checks =
      [
        Self.clock(scene, state: state), Self.disk(state), Self.database(scene, state: state),
        Self.address(scene, state: state),
      ] + (scene.staffUniforms == nil ? [] : [Self.uniforms(scene)])
      + (scene.server.certificate.map { [Self.certificate($0)] } ?? [])
      + cameras.map { Self.check($0, scene) }
  }

  /// The first problem, as one line; nil where there is none.
  var problem: String? {
    checks.first { $0.verdict == .problem }.map { "\($0.name): \($0.detail)" }
  }

  var table: [(name: String, value: String, meaning: String)] {
    checks.map { ($0.name, $0.verdict.rawValue, $0.detail) }
  }

  private static func findings(_ cameras: [LiveCamera], _ profile: ModelProfile) throws -> [CameraFinding] {
    let settings = LiveSettings(
      model: profile.name, engine: "auto", precision: nil, threads: 1, looksPerSecond: 5, tracker: .init(),
      program: WorkerProgram.path, cameraArguments: CameraWorkerCommand.arguments,
      detectorArguments: DetectorWorkerCommand.arguments)
    return try WorkerThreads.map(count: cameras.count, threads: cameras.count, onFailure: {}) { item, _ in
      CameraProbe(cameras[item], settings, profile).run()
    }
  }
}

extension StoreDiagnosis {
  /// Below this a disk is as good as full: a busy day takes some tens of megabytes.
  private static let leastBytes: Int64 = 200_000_000
  private static let fewBytes: Int64 = 2_000_000_000

  private static func clock(_ scene: SceneFile, state: String) -> Check {
    let now = SystemTime.milliseconds()
    guard let clock = WallClock(startMilliseconds: now, timeZone: scene.timeZoneName) else {
      return Check("clock", .problem, CommandError.unknownTimeZone(scene.timeZoneName).message)
    }
    let time = clock.iso8601(atMilliseconds: now)
    let changed = (try? FileManager.default.attributesOfItem(atPath: scene.path))?[.modificationDate] as? Date
    let last = (try? EventStore(path: StateFolder.database(in: state), access: .readOnly).stores())?
      .compactMap(\.milliseconds?.upperBound).max()
    let known = max(changed.map { Int64($0.timeIntervalSince1970 * 1000) } ?? 0, last ?? 0)
    guard now > known - 60_000 else {
      return Check(
        "clock", .problem,
        "it is \(time) here, before what was written at \(clock.iso8601(atMilliseconds: known))")
    }
    return Check("clock", .ok, "\(time), \(scene.timeZoneName)")
  }

  private static func disk(_ state: String) -> Check {
    var folder = URL(fileURLWithPath: state).standardizedFileURL
    while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    guard access(folder.path, W_OK) == 0 else {
      return Check("disk", .problem, "\(folder.path) can't be written; \(state) has to be")
    }
    let room =
      try? FileManager.default.attributesOfFileSystem(forPath: folder.path)[.systemFreeSize] as? Int64
    guard let room else {
      return Check("disk", .warning, "\(folder.path) does not tell how much room it has")
    }
    let text = "\(room / 1_000_000) MB are free for \(state)"
    if room < leastBytes {
      return Check("disk", .problem, "\(text); \(leastBytes / 1_000_000) MB are the least")
    }
    return Check("disk", room < fewBytes ? .warning : .ok, text)
  }

  private static func database(_ scene: SceneFile, state: String) -> Check {
    let path = StateFolder.database(in: state)
    guard FileManager.default.fileExists(atPath: path) else {
      return Check("database", .ok, "\(path) will be begun")
    }
    return Check("database") {
      let database = try EventStore(path: path, access: .readOnly)
      try database.checkClock(scene.timeZoneName, ofStore: scene.store)
      let stores = try database.stores().map(\.id)
      return "\(path) holds \(stores.isEmpty ? "nothing yet" : stores.joined(separator: ", "))"
    }
  }

  private static func uniforms(_ scene: SceneFile) -> Check {
    Check("uniforms") { "of \(try scene.uniforms().keys.sorted().joined(separator: ", "))" }
  }

  private static func address(_ scene: SceneFile, state: String) -> Check {
    let address = scene.server.listen?.value ?? .usual
    if let process = StateFolder.user(of: state) {
      return Check("address", .ok, "footfall serve is at work, process \(process)")
    }
    return Check("address") {
      try address.check()
      return "\(address) is free"
    }
  }

  private static func certificate(_ files: CertificateFiles) -> Check {
    Check("certificate") {
      try files.check()
      return "\(files.certificate) is valid"
    }
  }

  private static func check(_ camera: CameraFinding, _ scene: SceneFile) -> Check {
    let name = "camera \(camera.id)"
    if let problem = camera.problem { return Check(name, .problem, problem) }
    if let width = camera.width, let height = camera.height {
      do throws(SceneError) {
        _ = try scene.cameraScene(id: camera.id, size: PixelSize(width: width, height: height))
      } catch {
        return Check(name, .problem, error.description)
      }
    }
    return Check(name, camera.doubt == nil ? .ok : .warning, camera.summary)
  }
}
