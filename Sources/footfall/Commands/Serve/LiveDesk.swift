import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallStore
import FootfallWeb
import Foundation
import Logging
import Synchronization

/// Where the cameras of a running store, its database and its dashboard meet.
final class LiveDesk: Sendable {
  /// What is known of each camera, and who listens.
  struct State {
    var scene: SceneFile
    /// Tells the text of the scene file from any other.
    var version: String
    /// Why the scene file as it is now is not in force; nil where it is.
    var problem: String?
    /// What is known of each camera, by its place at the station.
    var boards: [Int: CameraBoard]
    /// The places of the scene's cameras, by id.
    var places: [String: Int]
    /// What cameras that are about to be added have counted today, by id.
    var arriving: [String: DayTraffic] = [:]
    var readers: [UUID: LiveReader] = [:]
    var told = ToldEvents()
    var detector = DetectorCondition.starting
    var alerts: [LiveAlert]
    /// The people in the store by its doors; nil where they do not tell.
    var occupancy: StoreStatus.Occupancy?
    var analysis: Analysis
    /// What the staff wears, by camera.
    var uniforms: [String: StaffUniform]

    /// The cameras in the order of the scene; one that was added a moment ago is missing.
    var cameras: [CameraBoard] { scene.cameras.compactMap { board(of: $0.id.value) } }

    func board(of camera: String) -> CameraBoard? { places[camera].flatMap { boards[$0] } }
  }

  let database: EventStore
  let keeper: RecordingKeeper
  let logger: Logger
  let state: Mutex<State>
  /// Asked for pictures and changes of the scene; set once the station is there.
  let station = Mutex<LiveStation?>(nil)
  /// Asked how they fare; set once they are there.
  let sinks = Mutex<SinkDesk?>(nil)
  /// Asked who checks in; set once the books could be opened or not.
  let members = Mutex<MemberAccess>(.off)
  /// Where the clock of alerts begins.
  let started = ContinuousClock.now

  init(scene: SceneFile, cameras: [LiveCamera], model: String, database: EventStore, logger: Logger) throws {
    self.database = database
    self.logger = logger
    keeper = RecordingKeeper(database, logger: logger)
    let boards = try scene.cameras.map {
      CameraBoard($0, traffic: try Self.trafficToday(of: $0.id.value, scene: scene, database))
    }
    state = Mutex(
      State(
        scene: scene, version: try SceneEdit(contentsOfFile: scene.path).version,
        boards: Dictionary(uniqueKeysWithValues: boards.enumerated().map { ($0, $1) }),
        places: Dictionary(uniqueKeysWithValues: cameras.enumerated().map { ($1.id, $0) }),
        alerts: try Self.alerts(of: scene, database),
        analysis: Analysis(
          model: model, engine: "none", precision: "none", tracking: "online",
          generatorVersion: Generator.version, metricVersion: ReportDocument.currentMetricVersion),
        uniforms: try scene.uniforms()))
  }

  /// Begins another day at the store's midnight, also for cameras that show nothing.
  func turnDay() {
    state.withLock { state in
      let midnight = state.scene.midnight(before: SystemTime.milliseconds())
      for place in Array(state.boards.keys) where state.boards[place]?.begin(dayAt: midnight) == true {
        tell(place, in: &state)
      }
    }
  }

  /// The alerts of a scene, in the state in which they were last.
  static func alerts(of scene: SceneFile, _ database: EventStore) throws -> [LiveAlert] {
    let latest = try database.latestAlerts(store: scene.store)
    return scene.alerts.map { rule in LiveAlert(rule, latest: latest.first { $0.alert == rule.id.value }) }
  }

  /// Tells everybody who listens.
  func publish(_ update: LiveUpdate, in state: inout State) {
    for (id, reader) in state.readers {
      var reader = reader
      let isListening = reader.tell(update)
      state.readers[id] = isListening ? reader : nil
    }
  }

  /// What earlier recordings of the store's day have counted.
  static func trafficToday(
    of camera: String, scene: SceneFile, _ database: EventStore
  ) throws -> DayTraffic {
    let now = SystemTime.milliseconds()
    let midnight = scene.midnight(before: now)
    guard try database.stores().contains(where: { $0.id == scene.store }) else {
      return DayTraffic(midnight: midnight)
    }
    var traffic = DayTraffic(midnight: midnight)
    let query = StoreQuery(store: scene.store, camera: camera, milliseconds: midnight..<now + 60_000)
    for minute in try database.minutes(of: query) {
      traffic.add(
        entries: minute.trafficIn, exits: minute.trafficOut, passersby: minute.passersby)
    }
    for minute in try database.lineMinutes(of: query) { traffic.add(minute.tally, of: minute.line) }
    let visits = StoreQuery(
      store: scene.store, camera: camera, milliseconds: midnight - longestVisit..<now + 60_000)
    for stored in try database.visits(of: visits)
    where stored.exitMilliseconds >= midnight && stored.isStaff != true {
      traffic.stays[stored.visit.zone, default: []].append(stored.visit.dwell.inSeconds)
    }
    return traffic
  }

  /// No recording is longer, in milliseconds.
  private static let longestVisit: Int64 = 26 * 3_600_000
}

extension SceneFile {
  /// When the store's day began, in milliseconds since 1970 UTC.
  func midnight(before milliseconds: Int64) -> Int64 {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    return Int64((calendar.startOfDay(for: date).timeIntervalSince1970 * 1000).rounded())
  }
}
