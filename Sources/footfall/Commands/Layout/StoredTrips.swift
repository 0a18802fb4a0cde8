import FootfallCore
import FootfallExport
import FootfallLayout
import FootfallPipeline
import FootfallStore

/// The trips that the visits of a database make, one for each person that a camera followed, with their ways where the
/// track log and the floor are known.
struct StoredTrips {
  private let source: ExportSource
  private let clock: StoreClock
  private let runs: [StoredRun]
  private let plan: LayoutPlan
  private let places: [String: Int]
  private let viewByCamera: [String: Int]
  private let isByDayOnly: Bool
  /// How crowded the floor of each view was, once trips are added up; of views whose positions on it are known.
  private(set) var densities: [Int: DensityMeter] = [:]

  /// Finds the recordings.
  /// - Parameter isByDayOnly: whether days are compared: a camera's zones may change on the way then, and no ways are read.
  /// - Throws: ``CommandError`` where there are none, or a camera's zones changed on the way; ``SceneError``.
  init(_ source: ExportSource, scene: LayoutScene, clock: StoreClock, isByDayOnly: Bool = false) throws {
    self.isByDayOnly = isByDayOnly
    self.source = source
    self.clock = clock
    let found = try source.database.runs(store: source.summary.id).filter { run in
      run.isCurrent && run.milliseconds.overlaps(source.milliseconds)
    }
    runs = isByDayOnly ? found : Self.withoutStale(found)
    var cameras: [StoredRun] = []
    for run in runs {
      guard let known = cameras.last, known.recording.camera == run.recording.camera else {
        cameras.append(run)
        continue
      }
      guard isByDayOnly || known.geometryHash == run.geometryHash else {
        throw CommandError(
          "camera \(run.recording.camera) was counted with different lines and zones in the time wanted; count "
            + "again with footfall recompute, or choose a time with --from and --to", .badData)
      }
    }
    guard !cameras.isEmpty else {
      throw CommandError("\(source.database.path) has no recordings in the time wanted", .badData)
    }
    plan = try scene.cameraPlan(cameras.map(\.scene))
    places = Dictionary(uniqueKeysWithValues: plan.zones.enumerated().map { ($1.id, $0) })
    viewByCamera = Dictionary(
      uniqueKeysWithValues: cameras.enumerated().map { ($1.recording.camera, $0) })
  }

  /// Leaves out, with a warning, what cannot be counted again and was counted with other lines and zones than what can.
  private static func withoutStale(_ runs: [StoredRun]) -> [StoredRun] {
    let logged = Dictionary(grouping: runs.filter(\.hasTrackLog), by: \.recording.camera)
    let fresh = runs.filter { run in
      let known = logged[run.recording.camera]?.last
      return run.hasTrackLog || known.map { $0.geometryHash == run.geometryHash } ?? true
    }
    if fresh.count < runs.count {
      Warning.print(
        "\(runs.count - fresh.count) of \(runs.count) recordings were counted with other lines and zones and have no track "
          + "log (any more); they are left out")
    }
    return fresh
  }

  /// With which lines and zones each view was counted on each day, as hashes; by the number of the view.
  var geometries: [[Int: Set<String>]] {
    var geometries = viewByCamera.map { _ in [Int: Set<String>]() }
    for run in runs {
      guard let view = viewByCamera[run.recording.camera] else { continue }
      let last = max(run.recording.startMilliseconds, run.recording.endMilliseconds - 1)
      for day in day(of: run.recording.startMilliseconds)...day(of: last) {
        geometries[view][day, default: []].insert(run.geometryHash)
      }
    }
    return geometries
  }

  /// Adds up all trips.
  /// - Throws: ``CommandError`` after an interruption, or an error of the store.
  mutating func tally() throws -> TripTally {
    var tally = TripTally(plan)
    for (place, run) in runs.enumerated() {
      if Interrupt.flag.isCancelled { throw CommandError("interrupted", .interrupted) }
      let view = viewByCamera[run.recording.camera] ?? 0
      try add(run, view: view, to: &tally)
      let isLastOfCamera = place + 1 == runs.count || runs[place + 1].recording.camera != run.recording.camera
      if isLastOfCamera { densities[view]?.finish() }
    }
    return tally
  }

  private mutating func add(_ run: StoredRun, view: Int, to tally: inout TripTally) throws {
    let stays = try source.database.stays(ofRun: run.id, milliseconds: source.milliseconds)
    let uniformed = Set(try source.database.uniformedTracks(ofRun: run.id).map(\.number))
    let staff = uniformed.union(stays.filter(\.isStaff).map(\.track))
    let walked = try walks(of: run, view: view, staff: staff)
    var entered: Set<Int> = []
    var first = 0
    while first < stays.count {
      var end = first
      while end < stays.count, stays[end].track == stays[first].track { end += 1 }
      let track = stays[first].track
      entered.insert(track)
      if !staff.contains(track) { tally.add(trip(stays[first..<end], view: view, walked: walked[track])) }
      first = end
    }
    let passed = walked.filter { !entered.contains($0.key) }.sorted { $0.key < $1.key }
    for (_, walk) in passed {
      tally.add(Trip(view: view, day: walk.day, stays: [], isWhole: walk.isWhole, walk: walk.walk))
    }
    // Of those who entered no zone it is known without a track log only how many the recording has.
    guard source.milliseconds.contains(run.recording.startMilliseconds) else { return }
    let others = run.people - entered.count - passed.count - uniformed.subtracting(entered).count
    if others > 0 {
      tally.add(tripsWithoutStays: others, day: day(of: run.recording.startMilliseconds), view: view)
    }
  }

  /// The trips of visitors by track, as the track log tells them; empty where there is none, or no floor.
  private mutating func walks(of run: StoredRun, view: Int, staff: Set<Int>) throws -> [Int: Trip] {
    guard !isByDayOnly, run.hasTrackLog, let map = run.scene.floor else { return [:] }
    let walks = StoredWalks(
      database: source.database, run: run, map: map, floor: TripFloor(plan, view: view),
      wanted: source.milliseconds, staff: staff)
    let clock = self.clock
    return try walks.trips(density: &densities[view, default: DensityMeter()]) {
      Int(clock.time(atMilliseconds: $0).local.days)
    }
  }

  /// - Precondition: there are stays, all of one visitor.
  private func trip(_ stays: ArraySlice<StoredStay>, view: Int, walked: Trip?) -> Trip {
    let first = stays[stays.startIndex]
    let known = stays.compactMap { stay -> Stay? in
      guard let place = places[stay.zone] else { return nil }
      func seconds(_ milliseconds: Int64) -> Double { Double(milliseconds - first.enterMilliseconds) / 1000 }
      return Stay(
        zone: place, enterSeconds: seconds(stay.enterMilliseconds),
        exitSeconds: seconds(stay.exitMilliseconds),
        isCensored: stay.isCensored)
    }
    return Trip(
      view: view, day: day(of: first.enterMilliseconds), stays: known,
      isWhole: !stays.contains(where: \.isCensored) && walked?.isWhole ?? true, walk: walked?.walk)
  }

  private func day(of milliseconds: Int64) -> Int { Int(clock.time(atMilliseconds: milliseconds).local.days) }
}
