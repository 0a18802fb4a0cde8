import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallLayout
import FootfallStore

/// Writes what cameras above a made-up store would have counted into a database: a recording for each camera and day.
///
/// Visits alone, and the minutes of the camera at the door: no events, and no track log.
struct SimulatedDatabase {
  private static let framesPerSecond = 10.0
  /// The id of the store, which all outputs have.
  static let store = "simulated"

  private let database: EventStore
  private let cameras: [SimulatedCamera]
  private let seed: UInt64

  /// Begins a database.
  /// - Throws: an error of the store.
  init(path: String, cameras: [SimulatedCamera], seed: UInt64) throws {
    database = try EventStore(path: path, access: .readWrite)
    (self.cameras, self.seed) = (cameras, seed)
  }

  /// Writes a day.
  /// - Parameters:
  ///   - visits: of its people.
  ///   - opening: when the store opened, in seconds of the day.
  ///   - day: days since 1970-01-01.
  /// - Throws: an error of the store.
  func record(_ visits: [SimulatedVisit], from opening: Double, day: Int) throws {
    let last = visits.reduce(opening + 60) { max($0, $1.end) }
    let minutes = Int(((last - opening) / 60).rounded(.up))
    try database.record(
      cameras.map { camera in
        record(visits, by: camera, opening: opening, minutes: minutes, day: day)
      })
  }

  /// Ends the database, which is then one file.
  /// - Throws: an error of the store.
  func close() throws { try database.close() }

  private func record(
    _ visits: [SimulatedVisit], by camera: SimulatedCamera, opening: Double, minutes: Int, day: Int
  ) -> RunRecord {
    let seen = visits.enumerated().filter { $0.element.depthMetres > camera.along.lowerBound }
    let staff = Set(seen.filter { $0.element.isStaff }.map { TrackID($0.offset + 1) })
    let scene = camera.scene
    var stays = [[Visit]](repeating: [], count: scene.zones.count)
    for (number, visit) in seen {
      for stop in visit.stops where camera.zones.contains(stop.zone) {
        let place = stop.zone - camera.zones.lowerBound
        stays[place].append(stay(stop, of: number, zone: scene.zones[place].id, opening: opening))
      }
    }
    let recording = Recording(
      store: Self.store, timeZone: "UTC", camera: camera.id, source: Self.store,
      media: MediaFingerprint(text: "simulated with seed \(seed)"),
      startMilliseconds: Int64(day) * CivilTime.millisecondsPerDay + Int64(opening * 1000),
      duration: .seconds(minutes * 60), frames: minutes * 60 * Int(Self.framesPerSecond),
      framesPerSecond: Self.framesPerSecond, size: camera.size)
    let analysis = Analysis(
      model: Analysis.simulatedModel, engine: "none", precision: "none", tracking: "none",
      generatorVersion: Generator.version, metricVersion: ReportDocument.currentMetricVersion)
    let result = CameraResult(
      scene: scene, people: seen.count, staff: staff, uniformed: staff, lines: [],
      zones: zip(scene.zones, stays).map {
        ZoneResult(zone: $0, visits: $1, occupancy: Occupancy(mean: nil, max: nil), staff: staff)
      }, passersby: 0, captureRate: nil, heatmap: HeatmapGrid(covering: camera.size, cellPixels: 16),
      intervals: [], transitions: TransitionCounts(zones: scene.zones.map(\.id)), events: [])
    return RunRecord(
      recording: recording, analysis: analysis, result: result,
      minutes: camera.showsDoor ? traffic(visits, opening: opening, minutes: minutes) : [], tracks: [])
  }

  private func stay(_ stop: SimulatedVisit.Stop, of number: Int, zone: String, opening: Double) -> Visit {
    func frame(_ second: Double) -> Int { Int((second - opening) * Self.framesPerSecond) + 1 }
    let (enter, exit) = (stop.inside.lowerBound, stop.inside.upperBound)
    let times = (MediaTime(seconds: enter - opening), MediaTime(seconds: exit - opening))
    return Visit(
      track: TrackID(number + 1), zone: zone, enterFrame: frame(enter), exitFrame: frame(exit),
      enter: times.0,
      exit: times.1, inside: times.1 - times.0, end: .exited)
  }

  /// Visitors in and out at the door by minute.
  private func traffic(_ visits: [SimulatedVisit], opening: Double, minutes: Int) -> [IntervalResult] {
    var tallies = [IntervalResult.LineTally](repeating: .init(), count: minutes)
    func minute(_ second: Double) -> Int { min(max(Int((second - opening) / 60), 0), minutes - 1) }
    for visit in visits where !visit.isStaff {
      tallies[minute(visit.inStore.lowerBound)].entries += 1
      tallies[minute(visit.inStore.upperBound)].exits += 1
    }
    return tallies.enumerated().map { minute, tally in
      IntervalResult(
        start: MediaTime(seconds: Double(minute) * 60), end: MediaTime(seconds: Double(minute + 1) * 60),
        observed: .seconds(60), lines: [tally], zones: [], trafficIn: tally.entries, trafficOut: tally.exits,
        passersby: nil, occupancy: Occupancy(mean: nil, max: nil))
    }
  }
}
