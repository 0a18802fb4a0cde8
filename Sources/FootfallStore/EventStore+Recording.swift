internal import FootfallAnalytics
internal import FootfallCore
internal import Foundation
internal import GRDB

extension EventStore {
  /// What happens when a recording covers the same time at the same camera as another one.
  public enum OverlapPolicy: Sendable {
    /// Nothing is written: a camera sees only one thing at a time, and both would be counted.
    case refuse
    /// The other recording no longer counts; its events stay in the database.
    case replace
  }

  /// Recordings that follow each other may overlap by this much, but by no more than half of either: containers
  /// state their start in whole seconds.
  public static let permittedOverlap = Duration.seconds(2)

  /// Writes the analyses of one or more recordings, all in one transaction.
  ///
  /// Writing a run twice changes nothing. A run of a recording that is known becomes its current analysis: the rows
  /// derived from the earlier one (visits, minutes, track log) are deleted; its events stay, and no longer count
  /// unless the new run found them too. A run made from a track log leaves the log where it is.
  /// - Parameter checkpoint: called every so often; an error that it throws ends the transaction.
  /// - Throws: ``StoreError``, after which the database is as it was; of kind `busy` when the analysis whose track log
  ///   a run was made from has been replaced meanwhile.
  /// - Precondition: minutes are a minute long.
  public func record(
    _ runs: [RunRecord], overlaps policy: OverlapPolicy = .refuse,
    checkpoint: @escaping () throws -> Void = {}
  ) throws {
    try write("write to") { database in
      for run in runs {
        try RunWriter(database: database, path: self.path, checkpoint: checkpoint)
          .write(run, overlaps: policy)
      }
    }
  }

  /// Adds what has become known of recordings that go on, all in one transaction.
  ///
  /// Until ``conclude(_:)``, and where it never comes to that because the program was killed, this is what counts.
  /// - Parameter runs: `result` holds new events, in the order in which they became known, and the people so far;
  ///   `minutes` those that may have changed; `tracks` new chunks.
  /// - Throws: ``StoreError``, after which the database is as it was.
  public func add(_ runs: [RunRecord]) throws {
    try write("write to") { database in
      for run in runs {
        try RunWriter(database: database, path: self.path, checkpoint: {}, isLive: true).add(run)
      }
    }
  }

  /// Puts the whole of a live recording, now that it is over, in place of what was added of it.
  ///
  /// It may overlap another one, as after its camera's clock was set back: both count.
  /// - Parameter run: `tracks` holds the chunks that were not added yet.
  /// - Throws: ``StoreError``, after which the database is as it was.
  public func conclude(_ run: RunRecord) throws {
    try write("write to") { database in
      try RunWriter(database: database, path: self.path, checkpoint: {}, isLive: true).conclude(run)
    }
  }

  /// Tells before a long analysis whether ``record(_:overlaps:)`` would refuse its recording.
  ///
  /// Where the duration is not known yet (zero), it tells whether the recording begins within another one.
  /// - Throws: ``StoreError`` of kind `overlap` or `otherClock`, or any other.
  public func check(_ recording: Recording, overlaps policy: OverlapPolicy = .refuse) throws {
    try read("read") { database in
      let writer = RunWriter(database: database, path: self.path, checkpoint: {})
      try writer.refuseOtherClock(recording)
      guard policy == .refuse else { return }
      let sql = "SELECT number FROM camera WHERE store = ? AND id = ?"
      guard
        let camera = try Int64.fetchOne(database, sql: sql, arguments: [recording.store, recording.camera])
      else { return }
      try writer.refuseOverlaps(with: recording, camera: camera)
    }
  }
}

/// Writes one run within a transaction.
struct RunWriter {
  let database: Database
  let path: String
  let checkpoint: () throws -> Void
  /// Whether new events are for sinks, too.
  var isLive = false

  func write(_ run: RunRecord, overlaps policy: EventStore.OverlapPolicy) throws {
    try checkpoint()
    if run.tracksFrom == nil { try refuseOtherClock(run.recording) }
    let camera = try cameraNumber(run.recording)
    let log = try run.tracksFrom.map { try currentLog($0, of: run.recording) }
    // A recording that already counts overlaps no other that does.
    switch log == nil ? policy : nil {
    case .refuse: try refuseOverlaps(with: run.recording, camera: camera)
    case .replace: try replaceOverlaps(with: run.recording, camera: camera)
    case nil: break
    }
    try replace(
      log == nil ? Schema.derivedTables : Schema.resultTables, of: run, camera: camera, log: log)
  }

  /// Puts the whole of a live recording in place of what was added while it went on, but for the track log, whose end
  /// is added.
  func conclude(_ run: RunRecord) throws {
    try refuseOtherClock(run.recording)
    try replace(Schema.resultTables, of: run, camera: try cameraNumber(run.recording), log: nil)
  }

  private func replace(_ tables: [String], of run: RunRecord, camera: Int64, log: Int64?) throws {
    let recording = try recordingNumber(run.recording, camera: camera)
    try deleteRows(of: tables, ofRecording: recording)
    let number = try runNumber(run, recording: recording, log: log)
    try execute("DELETE FROM runEvent WHERE run = ?", [number])
    try writeEvents(run, number: number, camera: camera)
    try writeVisits(run.result.zones.flatMap(\.visits), of: run, number: number)
    try writeUniformed(run, number: number)
    try writeMinutes(run, number: number)
    try writeTracks(run.tracks, number: number)
  }

  /// Adds what has become known of a recording that goes on: events, and the visits that they end, once; minutes in place
  /// of what they were.
  func add(_ run: RunRecord) throws {
    try refuseOtherClock(run.recording)
    let camera = try cameraNumber(run.recording)
    let recording = try recordingNumber(run.recording, camera: camera)
    let number = try runNumber(run, recording: recording, log: nil)
    try writeEvents(run, number: number, camera: camera)
    let visits = run.result.events.compactMap { if case .zoneExit(let visit) = $0 { visit } else { nil } }
    try writeVisits(visits, of: run, number: number)
    try writeMinutes(run, number: number)
    try writeTracks(run.tracks, number: number)
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// The number after the greatest; 0 where there is none.
  private func next(_ sql: String, _ arguments: StatementArguments) throws -> Int {
    try (Int.fetchOne(database, sql: sql, arguments: arguments) ?? -1) + 1
  }

  private func number(_ sql: String, _ arguments: StatementArguments) throws -> Int64 {
    guard let number = try Int64.fetchOne(database, sql: sql, arguments: arguments) else {
      throw StoreError(.failed, "write to", path, "a row that was just written is not there")
    }
    return number
  }

  /// The number of the run whose track log the recording's current run was made from, which must be `id`.
  private func currentLog(_ id: String, of recording: Recording) throws -> Int64 {
    let sql = """
      SELECT log.number FROM recording JOIN run ON run.number = recording.currentRun
      JOIN run AS log ON log.number = ifnull(run.tracksFrom, run.number)
      WHERE recording.id = ? AND log.id = ?
      """
    guard let number = try Int64.fetchOne(database, sql: sql, arguments: [recording.id, id]) else {
      throw StoreError(
        .busy, "write to", path,
        "\(recording.source) of camera \(recording.camera) was analysed anew meanwhile; try again")
    }
    return number
  }

  private func cameraNumber(_ recording: Recording) throws -> Int64 {
    try execute(
      "INSERT INTO store VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET timeZone = excluded.timeZone",
      [recording.store, recording.timeZone])
    try execute(
      "INSERT INTO camera (store, id) VALUES (?, ?) ON CONFLICT DO NOTHING",
      [recording.store, recording.camera])
    return try number(
      "SELECT number FROM camera WHERE store = ? AND id = ?", [recording.store, recording.camera])
  }

  private func overlapping(_ recording: Recording, camera: Int64) throws -> [Row] {
    let permitted = EventStore.permittedOverlap.wholeNanoseconds / 1_000_000
    return try Row.fetchAll(
      database,
      sql: """
        SELECT number, source, startMilliseconds, endMilliseconds FROM recording
        WHERE camera = :camera AND id <> :id AND currentRun IS NOT NULL
        AND CASE WHEN :end > :start
          THEN min(endMilliseconds, :end) - max(startMilliseconds, :start)
            > min(:permitted, (:end - :start) / 2, (endMilliseconds - startMilliseconds) / 2)
          ELSE startMilliseconds <= :start AND endMilliseconds - :start
            > min(:permitted, (endMilliseconds - startMilliseconds) / 2)
        END
        ORDER BY startMilliseconds
        """,
      arguments: [
        "camera": camera, "id": recording.id, "start": recording.startMilliseconds,
        "end": recording.endMilliseconds, "permitted": permitted,
      ])
  }

  func refuseOverlaps(with recording: Recording, camera: Int64) throws {
    guard let other = try overlapping(recording, camera: camera).first else { return }
    let (start, end): (Int64, Int64) = (other["startMilliseconds"], other["endMilliseconds"])
    let source: String = other["source"]
    throw StoreError(
      .overlap, "write to", path,
      """
      camera \(recording.camera) already has another recording of that time (\(source), \
      \(EventStore.utc(start)) to \(EventStore.utc(end)), this one from \
      \(EventStore.utc(recording.startMilliseconds))); give the right start, or replace it
      """)
  }

  /// A store has one clock: another one would move all that was recorded before.
  func refuseOtherClock(_ recording: Recording) throws {
    let sql = "SELECT timeZone FROM store WHERE id = ? AND timeZone <> ?"
    let arguments: StatementArguments = [recording.store, recording.timeZone]
    guard let other = try String.fetchOne(database, sql: sql, arguments: arguments) else { return }
    throw StoreError(
      .otherClock, "write to", path,
      "the store \(recording.store) is on \(other) there, not on \(recording.timeZone); "
        + "recompute with the new scene changes the zone of all that was recorded")
  }

  private func replaceOverlaps(with recording: Recording, camera: Int64) throws {
    for other in try overlapping(recording, camera: camera) {
      let number: Int64 = other["number"]
      try deleteRows(of: Schema.derivedTables, ofRecording: number)
      try execute("UPDATE recording SET currentRun = NULL WHERE number = ?", [number])
    }
  }

  private func recordingNumber(_ recording: Recording, camera: Int64) throws -> Int64 {
    try execute(
      """
      INSERT INTO recording (
        id, camera, source, media, startMilliseconds, endMilliseconds, durationNanoseconds, frames,
        framesPerSecond, width, height
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        source = excluded.source, endMilliseconds = excluded.endMilliseconds,
        durationNanoseconds = excluded.durationNanoseconds, frames = excluded.frames,
        framesPerSecond = excluded.framesPerSecond, width = excluded.width, height = excluded.height
      """,
      [
        recording.id, camera, SourceAddress.withoutCredentials(recording.source), recording.media.text,
        recording.startMilliseconds, recording.endMilliseconds, recording.duration.wholeNanoseconds,
        recording.frames, recording.framesPerSecond, recording.size.width, recording.size.height,
      ])
    return try number("SELECT number FROM recording WHERE id = ?", [recording.id])
  }

  private func deleteRows(of tables: [String], ofRecording number: Int64) throws {
    for table in tables {
      try execute(
        "DELETE FROM \(table) WHERE run IN (SELECT number FROM run WHERE recording = ?)", [number])
    }
  }

  private func runNumber(_ run: RunRecord, recording: Int64, log: Int64?) throws -> Int64 {
    let analysis = run.analysis
    let scene = try SceneSnapshot(run.result.scene).json()
    let id = run.id(sceneJSON: scene)
    try execute(
      """
      INSERT INTO run (
        id, recording, model, engine, precision, tracking, generatorVersion, metricVersion, scene, people,
        writtenMilliseconds, tracksFrom
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET people = excluded.people
      """,
      [
        id, recording, analysis.model, analysis.engine, analysis.precision, analysis.tracking,
        analysis.generatorVersion, analysis.metricVersion, scene, run.result.people,
        Int64((Date().timeIntervalSince1970 * 1000).rounded()), log,
      ])
    let run = try number("SELECT number FROM run WHERE id = ?", [id])
    try execute("UPDATE recording SET currentRun = ? WHERE number = ?", [run, recording])
    return run
  }
}

extension RunWriter {
  private func writeEvents(_ run: RunRecord, number: Int64, camera: Int64) throws {
    let first = try next("SELECT max(ordinal) FROM runEvent WHERE run = ?", [number])
    for (ordinal, event) in zip(first..., run.result.events) {
      if ordinal % 1024 == 0 { try checkpoint() }
      let id = EventID(
        of: event, store: run.recording.store, camera: run.recording.camera,
        startMilliseconds: run.recording.startMilliseconds
      ).description
      let row = EventRow(event)
      try execute(
        """
        INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """,
        [
          id, camera, row.type, row.place, event.track.number, event.frame, event.time.nanoseconds,
          run.recording.milliseconds(of: event.time), row.direction, row.enterFrame, row.enterNanoseconds,
          row.insideNanoseconds, row.ending,
        ])
      if isLive, database.changesCount > 0 { try EventStore.announce(id, in: database) }
      try execute("INSERT INTO runEvent VALUES (?, ?, ?)", [number, ordinal, id])
    }
  }

  private func writeVisits(_ visits: [Visit], of run: RunRecord, number: Int64) throws {
    let first = try next("SELECT max(ordinal) FROM visit WHERE run = ?", [number])
    for (ordinal, visit) in zip(first..., visits) {
      try execute(
        "INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          number, ordinal, visit.zone, visit.track.number, visit.enterFrame, visit.exitFrame,
          visit.enter.nanoseconds, visit.exit.nanoseconds, visit.inside.wholeNanoseconds,
          run.recording.milliseconds(of: visit.enter), run.recording.milliseconds(of: visit.exit),
          visit.end.rawValue, visit.wasUnderWay, run.result.staff.contains(visit.track),
        ])
    }
  }

  private func writeUniformed(_ run: RunRecord, number: Int64) throws {
    for track in run.result.uniformed ?? [] {
      try execute("INSERT INTO uniformed VALUES (?, ?)", [number, track.number])
    }
  }

  private func writeTracks(_ chunks: [TrackLogChunk], number: Int64) throws {
    for chunk in chunks {
      try execute(
        "INSERT OR REPLACE INTO trackChunk VALUES (?, ?, ?, ?)",
        [number, chunk.firstFrame, chunk.lastFrame, Data(chunk.bytes)])
    }
  }

  private func writeMinutes(_ run: RunRecord, number: Int64) throws {
    let scene = run.result.scene
    for minute in run.minutes where minute.observed > .zero {
      let start = run.recording.milliseconds(of: minute.start)
      precondition(minute.end - minute.start == .seconds(60), "the store's series has intervals of a minute")
      try execute(
        "INSERT OR REPLACE INTO minute VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
          number, start, minute.observed.wholeNanoseconds, minute.trafficIn, minute.trafficOut,
          minute.passersby, minute.occupancy.mean, minute.occupancy.max,
        ])
      for (line, tally) in zip(scene.lines, minute.lines ?? []) where tally != .init() {
        try execute(
          "INSERT OR REPLACE INTO lineMinute VALUES (?, ?, ?, ?, ?)",
          [number, start, line.id, tally.entries, tally.exits])
      }
      for (zone, occupancy) in zip(scene.zones, minute.zones) {
        guard let mean = occupancy.mean, let max = occupancy.max, max > 0 else { continue }
        try execute(
          "INSERT OR REPLACE INTO zoneMinute VALUES (?, ?, ?, ?, ?)", [number, start, zone.id, mean, max])
      }
    }
  }
}
