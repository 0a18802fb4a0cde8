import FootfallCore
import FootfallExport
import FootfallLayout
import FootfallPipeline
import FootfallStore

/// The trips that the visits of a database make, one for each person that a camera followed.
struct StoredTrips {
  private let source: ExportSource
  private let clock: StoreClock
  private let runs: [StoredRun]
  private let plan: LayoutPlan
  private let places: [String: Int]
  private let viewByCamera: [String: Int]

  /// Finds the recordings.
  /// - Throws: ``CommandError`` where there are none, or a camera's zones changed on the way; ``SceneError``.
  init(_ source: ExportSource, scene: LayoutScene, clock: StoreClock) throws {
    self.source = source
    self.clock = clock
    runs = try source.database.runs(store: source.summary.id).filter { run in
      run.isCurrent && run.milliseconds.overlaps(source.milliseconds)
    }
    var cameras: [StoredRun] = []
    for run in runs {
      guard let known = cameras.last, known.recording.camera == run.recording.camera else {
        cameras.append(run)
        continue
      }
      guard known.geometryHash == run.geometryHash else {
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

  /// Adds up all trips.
  /// - Throws: ``CommandError`` after an interruption, or an error of the store.
  func tally() throws -> TripTally {
    var tally = TripTally(plan)
    for run in runs {
      if Interrupt.flag.isCancelled { throw CommandError("interrupted", .interrupted) }
      try add(run, view: viewByCamera[run.recording.camera] ?? 0, to: &tally)
    }
    return tally
  }

  private func add(_ run: StoredRun, view: Int, to tally: inout TripTally) throws {
    let stays = try source.database.stays(ofRun: run.id, milliseconds: source.milliseconds)
    var seen = 0
    var first = 0
    while first < stays.count {
      var end = first
      while end < stays.count, stays[end].track == stays[first].track { end += 1 }
      seen += 1
      if let trip = trip(stays[first..<end], view: view) { tally.add(trip) }
      first = end
    }
    // Of those who entered no zone it is known only how many the recording has.
    guard source.milliseconds.contains(run.recording.startMilliseconds) else { return }
    let uniformed = try source.database.uniformedTracks(ofRun: run.id)
    let entered = Set(stays.map(\.track))
    let others = run.people - seen - uniformed.count { !entered.contains($0.number) }
    if others > 0 {
      tally.add(tripsWithoutStays: others, day: day(of: run.recording.startMilliseconds), view: view)
    }
  }

  /// nil for a member of the staff.
  private func trip(_ stays: ArraySlice<StoredStay>, view: Int) -> Trip? {
    guard let first = stays.first, !stays.contains(where: \.isStaff) else { return nil }
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
      isWhole: !stays.contains(where: \.isCensored))
  }

  private func day(of milliseconds: Int64) -> Int { Int(clock.time(atMilliseconds: milliseconds).local.days) }
}
