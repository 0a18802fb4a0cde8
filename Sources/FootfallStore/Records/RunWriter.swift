internal import FootfallAnalytics
internal import FootfallCore
internal import Foundation
internal import GRDB

/// Writes one run within a transaction.
struct RunWriter {
  let database: Database
  let path: String
  let checkpoint: () throws -> Void
  /// Whether new events are for sinks, too.
  var isLive = false

  func write(_ run: RunRecord, overlaps policy: EventStore.OverlapPolicy) throws {
    try checkpoint()
    if run.tracksFrom == nil { try refuseOtherClock(run.recording.timeZone, ofStore: run.recording.store) }
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
    try refuseOtherClock(run.recording.timeZone, ofStore: run.recording.store)
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
    try refuseOtherClock(run.recording.timeZone, ofStore: run.recording.store)
    let camera = try cameraNumber(run.recording)
    let recording = try recordingNumber(run.recording, camera: camera)
    let number = try runNumber(run, recording: recording, log: nil)
    try writeEvents(run, number: number, camera: camera)
    let visits = run.result.events.compactMap { if case .zoneExit(let visit) = $0 { visit } else { nil } }
    try writeVisits(visits, of: run, number: number)
    try writeUniformed(run, number: number)
    try writeMinutes(run, number: number)
    try writeTracks(run.tracks, number: number)
  }

  func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
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
  func refuseOtherClock(_ timeZone: String, ofStore store: String) throws {
    let sql = "SELECT timeZone FROM store WHERE id = ? AND timeZone <> ?"
    let arguments: StatementArguments = [store, timeZone]
    guard let other = try String.fetchOne(database, sql: sql, arguments: arguments) else { return }
    throw StoreError(
      .otherClock, "write to", path,
      "the store \(store) is on \(other) there, not on \(timeZone); "
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
