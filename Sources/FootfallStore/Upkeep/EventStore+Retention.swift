internal import Foundation
internal import GRDB

extension EventStore {
  /// A transaction that deletes ends after this time, so that whoever counts is not kept waiting.
  private static let longestTurn = Duration.milliseconds(20)
  /// Between two of them, others write.
  private static let pause = 0.02
  /// Rows that go at once, within a transaction.
  private static let rowsAtOnce = 200
  private static let dayMilliseconds: Int64 = 86_400_000

  /// Deletes what is older than is to be kept, in many short transactions.
  ///
  /// Events go by their own time; all else goes when the recording that it is of is too old as a whole. The file does not
  /// become smaller: its room is used again.
  /// - Parameters:
  ///   - now: in milliseconds since 1970. Where nothing was recorded for more than a day, what is old is told by the end
  ///     of the last recording: a clock that was set wrong must not empty the database.
  ///   - goesOn: asked before each transaction; where it says no, the rest stays for the next time.
  /// - Throws: ``StoreError``, after which what was deleted before is gone.
  public func prune(_ retention: Retention, atMilliseconds now: Int64, while goesOn: () -> Bool) throws
    -> Pruned
  {
    let reference = try read("read") { database in
      let last = try Int64.fetchOne(database, sql: "SELECT max(endMilliseconds) FROM recording")
      return min(now, (last ?? now) + Self.dayMilliseconds)
    }
    func limit(_ days: Int?) -> Int64? { days.map { reference - Int64($0) * Self.dayMilliseconds } }
    var pruned = Pruned()
    if let limit = limit(retention.eventDays) {
      pruned.events = try drain(while: goesOn) { try Self.deleteEvents(before: limit, from: $0) }
      pruned.visits = try deleteRows(of: "visit", by: "ordinal", before: limit, while: goesOn)
      _ = try deleteRows(of: "uniformed", by: "track", before: limit, while: goesOn)
    }
    if let limit = limit(retention.trackDays) {
      pruned.trackChunks = try deleteRows(of: "trackChunk", by: "firstFrame", before: limit, while: goesOn)
    }
    if let limit = limit(retention.rollupDays) {
      for table in ["minute", "lineMinute", "zoneMinute"] {
        pruned.minutes += try deleteRows(of: table, by: "startMilliseconds", before: limit, while: goesOn)
      }
    }
    let limits = [retention.eventDays, retention.trackDays, retention.rollupDays].map(limit)
    if let oldest = limits.compactMap(\.self).min(), !limits.contains(nil) {
      pruned.recordings = try drain(while: goesOn) { try Self.deleteRecording(before: oldest, from: $0) }
    }
    return pruned
  }

  /// Deletes a table's rows of recordings that were over before `limit`.
  private func deleteRows(
    of table: String, by key: String, before limit: Int64, while goesOn: () -> Bool
  ) throws -> Int {
    let runs = try read("read") { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT run.number FROM recording JOIN run ON run.recording = recording.number
          WHERE recording.endMilliseconds < ? AND EXISTS (SELECT 1 FROM \(table) WHERE run = run.number)
          """, arguments: [limit])
    }
    // A chunk of a track log is as large as hundreds of other rows.
    let count = table == "trackChunk" ? 4 : Self.rowsAtOnce
    let sql = """
      DELETE FROM \(table) WHERE run = :run
      AND \(key) IN (SELECT \(key) FROM \(table) WHERE run = :run ORDER BY \(key) LIMIT \(count))
      """
    return try runs.reduce(0) { sum, run in
      try sum
        + drain(while: goesOn) { database in
          try database.cachedStatement(sql: sql).execute(arguments: ["run": run])
          return database.changesCount
        }
    }
  }

  private static func deleteEvents(before limit: Int64, from database: Database) throws -> Int {
    let ids = try String.fetchAll(
      database.cachedStatement(
        sql: "SELECT id FROM event WHERE timeMilliseconds < ? ORDER BY timeMilliseconds LIMIT \(rowsAtOnce)"),
      arguments: [limit])
    for id in ids {
      try database.cachedStatement(sql: "DELETE FROM runEvent WHERE event = ?").execute(arguments: [id])
      try database.cachedStatement(sql: "DELETE FROM event WHERE id = ?").execute(arguments: [id])
    }
    return ids.count
  }

  /// Deletes one recording of which nothing is left, with its runs.
  private static func deleteRecording(before limit: Int64, from database: Database) throws -> Int {
    let tables = Schema.derivedTables + ["runEvent"]
    let remains = tables.map { "EXISTS (SELECT 1 FROM \($0) WHERE run = run.number)" }
    let number = try Int64.fetchOne(
      database,
      sql: """
        SELECT number FROM recording WHERE endMilliseconds < ? AND NOT EXISTS (
          SELECT 1 FROM run WHERE recording = recording.number AND (\(remains.joined(separator: " OR ")))
        ) LIMIT 1
        """, arguments: [limit])
    guard let number else { return 0 }
    try database.execute(sql: "UPDATE recording SET currentRun = NULL WHERE number = ?", arguments: [number])
    try database.execute(sql: "DELETE FROM run WHERE recording = ?", arguments: [number])
    try database.execute(sql: "DELETE FROM recording WHERE number = ?", arguments: [number])
    return 1
  }

  /// Repeats a step until it finds nothing to delete, in transactions of bounded length.
  private func drain(while goesOn: () -> Bool, _ step: (Database) throws -> Int) throws -> Int {
    var total = 0
    var isDone = false
    while !isDone, goesOn() {
      try write("delete old results from") { database in
        let start = ContinuousClock.now
        repeat {
          let count = try step(database)
          total += count
          isDone = count == 0
        } while !isDone && ContinuousClock.now - start < Self.longestTurn
      }
      if !isDone { Thread.sleep(forTimeInterval: Self.pause) }
    }
    return total
  }
}
