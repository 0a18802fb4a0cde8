import FootfallCore
import FootfallExport
import FootfallStore

/// Which recordings a scene file changes.
struct RecomputePlan {
  /// The id of the store.
  let store: String
  /// The cameras concerned, in order.
  let cameras: [String]
  /// The recordings of these cameras.
  let recordings: [StoredRun]
  /// Those among them that are to be counted again.
  let jobs: [RecomputeJob]
  /// Those that would be, and whose tracks are not kept any more or never were; they stay as they are.
  let withoutTracks: [StoredRun]
  /// Those that another program still adds to; they stay as they are.
  let goingOn: [StoredRun]

  /// Compares what was recorded with the scene.
  /// - Parameters:
  ///   - wanted: the cameras wanted; none for all.
  ///   - takesAll: whether recordings that were counted with the same scene are counted again too.
  ///   - user: the process that has the database open, as `footfall serve` does; nil for none.
  /// - Throws: ``CommandError`` or ``SceneError`` where scene and database do not go together or none of the recordings
  ///   can be counted again, ``StoreError``.
  init(
    _ database: EventStore, scene: SceneFile, cameras wanted: [String], takesAll: Bool, user: Int32?
  ) throws {
    try Self.checkStore(scene, in: database)
    let current = try database.runs(store: scene.store).filter(\.isCurrent)
    let recorded = Set(current.map(\.recording.camera)).sorted()
    if wanted.isEmpty {
      try Self.checkCameras(of: scene, recorded: recorded, in: database)
      cameras = recorded
    } else {
      for id in wanted {
        _ = try scene.camera(id: id)
        guard recorded.contains(id) else {
          throw CommandError(
            "--camera is \(id); \(database.path) has recordings of \(list(recorded))", .usage)
        }
      }
      cameras = recorded.filter(wanted.contains)
      try Self.checkClock(scene, of: current, leavesOut: cameras.count < recorded.count)
    }
    store = scene.store
    recordings = current.filter { [cameras] in cameras.contains($0.recording.camera) }
    goingOn = try user.map { [recordings] in try Self.last(of: recordings, scene, process: $0) } ?? []
    let wantedJobs = try recordings.filter { [goingOn] in !goingOn.contains($0) }.compactMap {
      try Self.job(for: $0, scene: scene, in: database, takesAll: takesAll)
    }
    jobs = wantedJobs.filter(\.run.hasTrackLog)
    withoutTracks = wantedJobs.map(\.run).filter { !$0.hasTrackLog }
    if jobs.isEmpty, let first = withoutTracks.first {
      throw CommandError(
        "cannot recompute \(database.path): the recording of \(first.recording.placeText) has no track log: "
          + "nothing was seen in it, or its tracks were deleted; analyse it again with --db", .badData)
    }
  }

  /// What stays as it was counted, and why.
  var warnings: [String] {
    let goesOn = goingOn.map {
      "the recording of \($0.recording.placeText) goes on, and stays as it is counted"
    }
    guard let first = withoutTracks.first?.recording else { return goesOn }
    return goesOn + [
      "\(withoutTracks.count) of \(recordings.count) recordings have no track log (any more) and stay as they were "
        + "counted, the first of \(first.placeText)"
    ]
  }

  /// The last live recording of each camera, which another program may add to: its next part would be put in the place of
  /// what was counted again.
  private static func last(
    of recordings: [StoredRun], _ scene: SceneFile, process: Int32
  ) throws -> [StoredRun] {
    let live = recordings.filter { $0.recording.media == .live }
    let last = Dictionary(grouping: live, by: \.recording.camera).values.compactMap {
      $0.max { $0.recording.startMilliseconds < $1.recording.startMilliseconds }
    }
    guard last.allSatisfy({ $0.recording.timeZone == scene.timeZoneName }) else {
      throw CommandError(
        "\(scene.path): timezone is \(scene.timeZoneName); it changes for all recordings, and process \(process) "
          + "adds to some: stop it first", .io)
    }
    return last.sorted { $0.recording.camera < $1.recording.camera }
  }

  private static func checkStore(_ scene: SceneFile, in database: EventStore) throws {
    let stores = try database.stores().map(\.id)
    if stores.isEmpty {
      throw CommandError("cannot recompute \(database.path): nothing has been recorded in it yet", .badData)
    }
    guard stores.contains(scene.store) else {
      throw CommandError(
        "\(scene.path): store is '\(scene.store)'; \(database.path) holds \(list(stores))", .badData)
    }
  }

  /// A store has one clock, so that cameras cannot be left out where it changes.
  private static func checkClock(_ scene: SceneFile, of recordings: [StoredRun], leavesOut: Bool) throws {
    guard leavesOut,
      let other = recordings.first(where: { $0.recording.timeZone != scene.timeZoneName })?.recording
    else { return }
    throw CommandError(
      "\(scene.path): timezone is \(scene.timeZoneName), the store is on \(other.timeZone); "
        + "it changes for all cameras at once: leave --camera out", .badData)
  }

  /// A camera on one side only is a slip of the pen, or a reason to name the cameras that are meant.
  private static func checkCameras(
    of scene: SceneFile, recorded: [String], in database: EventStore
  ) throws {
    for camera in scene.cameras where !recorded.contains(camera.id.value) {
      let hint = NearestName.hint(for: camera.id.value, among: recorded)
      throw SceneError(
        path: scene.path, at: camera.id.position,
        "no recording of camera '\(camera.id.value)' in \(database.path)\(hint) "
          + "recorded: \(list(recorded)); --camera chooses some")
    }
    let known = scene.cameras.map(\.id.value)
    if let stranger = recorded.first(where: { !known.contains($0) }) {
      throw SceneError(
        path: scene.path,
        "has no camera '\(stranger)', of which \(database.path) holds recordings; "
          + "cameras: \(list(known)); --camera chooses some")
    }
  }

  private static func job(
    for run: StoredRun, scene: SceneFile, in database: EventStore, takesAll: Bool
  ) throws -> RecomputeJob? {
    let recording = run.recording
    guard recording.size.width > 0, recording.size.height > 0 else {
      throw CommandError(
        "cannot recompute \(database.path): a recording has no size; it is damaged", .badData)
    }
    let edited = try scene.cameraScene(id: recording.camera, size: recording.size)
    let hash = try GeometryVersion.hash(of: edited)
    let isCounted =
      run.geometryHash == hash
      && run.analysis.metricVersion == ReportDocument.currentMetricVersion
      && recording.timeZone == scene.timeZoneName
    if isCounted, !takesAll { return nil }
    return RecomputeJob(run: run, scene: edited, geometryHash: hash, timeZone: scene.timeZoneName)
  }
}

private func list(_ ids: [String]) -> String { ids.isEmpty ? "none" : ids.joined(separator: ", ") }

extension FootfallStore.Recording {
  /// Which it is.
  fileprivate var placeText: String {
    let clock = WallClock(startMilliseconds: startMilliseconds, timeZone: timeZone)
    let start = clock?.iso8601(at: .zero) ?? "\(startMilliseconds) ms since 1970"
    return "camera \(camera) from \(start) (\(source))"
  }
}
