import ArgumentParser
import FootfallCore
import FootfallPipeline
import FootfallStore
import FootfallVision
import FootfallWeb
import Foundation
import Logging
import Synchronization

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Watch live cameras: counts, events and a dashboard, until SIGTERM or Ctrl-C.",
    discussion: """
      store.yaml is a scene file whose cameras have a source: rtsp://…, http://…/mjpeg, /dev/video0, or a video file, \
      which is played in real time and looped. Results go into footfall.db in the folder of --state. No picture is \
      written to disk. SIGHUP has the file read again. Where the file says how to listen, these options come before it.

      Example:
        footfall serve --config store.yaml
      """)

  @Option(help: ArgumentHelp("The scene file with the cameras.", valueName: "file"))
  var config: String

  @Option(
    help: ArgumentHelp(
      "Where to serve dashboard and API (127.0.0.1:8080). Other machines can connect where it is not 127.0.0.1, localhost or [::1].",
      valueName: "host:port"),
    transform: { argument in
      guard let address = ListenAddress(argument, allowsOtherMachines: true) else {
        throw ValidationError("allowed: a name or an address with a port, as in 127.0.0.1:8080")
      }
      return address
    })
  var listen: ListenAddress?

  @Option(help: ArgumentHelp("Where accounts and the database are kept.", valueName: "folder"))
  var state = "footfall-state"

  @Option(help: ArgumentHelp("The certificate to serve with, as PEM; needs --key.", valueName: "file"))
  var certificate: String?

  @Option(help: ArgumentHelp("The key of the certificate, as PEM.", valueName: "file"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      "How often the detector looks at each camera, in a second; up to twice as often while people may be lost.",
      valueName: "n"),
    transform: { argument in
      guard let rate = Double(argument), (0.5...30).contains(rate) else {
        throw ValidationError("allowed: a number from 0.5 to 30")
      }
      return rate
    })
  var looks = 5.0

  @Option(
    help: ArgumentHelp(
      "For how long a live picture may stay exactly the same before the camera counts as frozen.",
      valueName: "duration"), transform: DurationArgument.init(parsing:))
  var frozenAfter = DurationArgument.halfAMinute

  @OptionGroup var detector: DetectorOptions

  @OptionGroup var log: LogOptions

  func run() async throws {
    let scene = try SceneFile(contentsOfFile: config)
    let cameras = try scene.liveCameras()
    let configuration = ServerConfiguration(
      address: listen ?? scene.server.listen?.value ?? .usual,
      addressPlace: listen == nil ? scene.server.listen.map { "\(config):\($0.position)" } : nil,
      certificate: try certificateFiles ?? scene.server.certificate,
      stateFolder: state)
    let catalog = try ModelCatalog(folder: ModelCatalog.locate())
    let profile = try catalog.profile(named: detector.model ?? ModelCatalog.defaultDetector)
    let folder = try StateFolder(state)
    defer { withExtendedLifetime(folder) {} }
    let database = try EventStore(path: folder.database, access: .readWrite)
    try database.checkClock(scene.timeZoneName, ofStore: scene.store)
    let desk = try LiveDesk(
      scene: scene, cameras: cameras, model: profile.name, database: database, logger: logger)
    let sinks = try desk.makeSinks()
    let members = desk.openMembers(sinks).door
    let station = try LiveStation(
      cameras, try settings(profile), profile, listener: desk, watcher: members)
    desk.station.withLock { $0 = station }
    let server = try LiveServer(
      store: desk, accounts: AccountFile(path: folder.accounts), configuration: configuration, logger: logger)
    try server.check()
    HangUp.install { desk.reload() }
    let upkeep = StoreUpkeep(database, logger: logger) { desk.state.withLock(\.scene.retention) }
    upkeep.start()
    desk.keeper.start { sinks.ring() }
    sinks.start()
    members?.start()
    let notifier = ServiceNotifier()
    let watch = Watch(station, notifier)
    let alertCheck = Task {
      while (try? await Task.sleep(for: .seconds(1))) != nil {
        desk.turnDay()
        desk.checkAlerts()
      }
    }
    let occupancyCheck = Task(priority: .utility) {
      repeat { desk.estimateOccupancy() } while (try? await Task.sleep(for: .seconds(15))) != nil
    }
    defer {
      occupancyCheck.cancel()
      notifier?.stopping()
      alertCheck.cancel()
      watch.stop()
      members?.stop()
      upkeep.stop()
      desk.keeper.stop()
      sinks.stop()
      // One that can't be closed, because it is being read, loses nothing.
      try? database.close()
    }
    try await server.run { ready in
      Self.announce(ready)
      notifier?.ready(status: "the dashboard is at \(ready.url)")
    }
  }

  private func settings(_ profile: ModelProfile) throws -> LiveSettings {
    var settings = LiveSettings(
      model: profile.name, engine: detector.engine.rawValue, precision: detector.precision?.rawValue,
      threads: detector.threads ?? ProcessInfo.processInfo.activeProcessorCount, looksPerSecond: looks,
      tracker: try detector.trackerParameters(of: nil), program: WorkerProgram.path,
      cameraArguments: CameraWorkerCommand.arguments, detectorArguments: DetectorWorkerCommand.arguments)
    settings.frozenPatience = frozenAfter.duration
    return settings
  }

  private var certificateFiles: CertificateFiles? {
    get throws {
      guard certificate != nil || key != nil else { return nil }
      guard let certificate, let key else {
        throw CommandError("--certificate and --key are given together", .usage)
      }
      return CertificateFiles(certificate: certificate, key: key, place: "--certificate")
    }
  }

  private static func announce(_ ready: ServerReady) {
    if let warning = ready.warning { Warning.print(warning) }
    if let first = ready.firstAdministrator {
      StandardError.write(
        "footfall: log in as \(first.name) with the one-time password \(first.password)\n")
    }
    StandardError.write("footfall: the dashboard is at \(ready.url)\n")
  }

  /// A server says what it does.
  private var logger: Logger {
    var logger = log.logger
    if !log.isVerbose { logger.logLevel = .notice }
    return logger
  }
}

extension ListenAddress {
  /// Where a store is served unless told otherwise.
  static let usual = ListenAddress("127.0.0.1:8080") ?? .anyFreePort
}

/// The cameras, watched on a thread of their own.
private struct Watch {
  private let flag = CancellationFlag()
  private let done = DispatchSemaphore(value: 0)

  init(_ station: LiveStation, _ notifier: ServiceNotifier?) {
    let thread = Thread { [flag, done] in
      var service = ServiceWatch(notifier)
      station.run(until: flag) { service.turn() }
      done.signal()
    }
    thread.name = "footfall.station"
    thread.stackSize = 4 << 20
    thread.start()
  }

  func stop() {
    flag.cancel()
    done.wait()
  }
}
