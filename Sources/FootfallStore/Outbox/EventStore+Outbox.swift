internal import Foundation
internal import GRDB

extension EventStore {
  /// Lets what is written from now on wait for these sinks, and for no other.
  ///
  /// A sink that was there before goes on where it was; a new one is told what comes, not what was.
  /// - Throws: ``StoreError``.
  public func keepOutbox(for sinks: [String]) throws {
    try write("write to") { database in
      for sink in sinks {
        try database.execute(
          sql: """
            INSERT INTO sink VALUES (?, ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0))
            ON CONFLICT DO NOTHING
            """, arguments: [sink])
      }
      for other in try String.fetchAll(database, sql: "SELECT id FROM sink") where !sinks.contains(other) {
        try database.execute(sql: "DELETE FROM sink WHERE id = ?", arguments: [other])
      }
      try Self.deleteTaken(in: database)
    }
  }

  /// What a sink has not taken, oldest first.
  /// - Throws: ``StoreError``.
  public func outbox(of sink: String, limit: Int) throws -> [OutboxEntry] {
    try read("read") { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT outbox.number, outbox.id AS entryID, writtenMilliseconds, camera.id AS cameraID, event.*,
            alert.store, alert.alert, alert.isRaised, alert.timeMilliseconds AS alertMilliseconds, alert.json
          FROM outbox LEFT JOIN event ON event.id = outbox.id
          LEFT JOIN camera ON camera.number = event.camera LEFT JOIN alert ON alert.id = outbox.id
          WHERE outbox.number > (SELECT taken FROM sink WHERE sink.id = ?)
          ORDER BY outbox.number LIMIT ?
          """, arguments: [sink, limit])
      return try rows.map { try OutboxEntry(row: $0) }
    }
  }

  /// Notes that a sink needs nothing up to this number any more; what no sink needs is deleted.
  /// - Throws: ``StoreError``.
  public func take(through number: Int64, by sink: String) throws {
    try write("write to") { database in
      try database.execute(
        sql: "UPDATE sink SET taken = max(taken, ?) WHERE id = ?", arguments: [number, sink])
      try Self.deleteTaken(in: database)
    }
  }

  /// What waits for each sink, ordered by id.
  /// - Throws: ``StoreError``.
  public func backlogs() throws -> [OutboxBacklog] {
    try read("read") { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT sink.id, count(outbox.number) AS count, min(writtenMilliseconds) AS oldest
          FROM sink LEFT JOIN outbox ON outbox.number > sink.taken GROUP BY sink.id ORDER BY sink.id
          """
      ).map { row in
        OutboxBacklog(
          sink: try row.value("id"), count: try row.value("count"),
          oldestMilliseconds: try row.value("oldest"))
      }
    }
  }

  /// Writes alerts down, each once, and lets them wait for the sinks.
  /// - Throws: ``StoreError``, after which the database is as it was.
  public func add(_ alerts: [AlertRecord]) throws {
    try write("write to") { database in
      for alert in alerts {
        try database.execute(
          sql: "INSERT INTO alert VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
          arguments: [
            alert.id, alert.store, alert.alert, alert.isRaised, alert.timeMilliseconds, alert.json,
          ])
        if database.changesCount > 0 { try Self.announce(alert.id, in: database) }
      }
    }
  }

  /// The newest record of each alert of a store.
  /// - Throws: ``StoreError``.
  public func latestAlerts(store: String) throws -> [AlertRecord] {
    try read("read") { database in
      // With a single max() SQLite takes the other columns from the row of the maximum (sqlite.org/lang_select.html).
      try Row.fetchAll(
        database,
        sql: """
          SELECT id AS entryID, store, alert, isRaised, json, max(timeMilliseconds) AS alertMilliseconds
          FROM alert WHERE store = ? GROUP BY alert
          """, arguments: [store]
      ).map { try AlertRecord(row: $0) }
    }
  }

  /// Lets an event or an alert wait, where there is a sink.
  static func announce(_ id: String, in database: Database) throws {
    let sql = "INSERT INTO outbox (id, writtenMilliseconds) SELECT ?, ? WHERE EXISTS (SELECT 1 FROM sink)"
    try database.cachedStatement(sql: sql).execute(
      arguments: [id, Int64((Date().timeIntervalSince1970 * 1000).rounded())])
  }

  private static func deleteTaken(in database: Database) throws {
    try database.execute(
      sql: "DELETE FROM outbox WHERE number <= ifnull((SELECT min(taken) FROM sink), number)")
  }
}

extension OutboxEntry {
  fileprivate init(row: Row) throws {
    number = try row.value("number")
    id = try row.value("entryID")
    writtenMilliseconds = try row.value("writtenMilliseconds")
    if try row.value("cameraID", String?.self) != nil {
      content = .event(try StoredEvent(row: row))
    } else if try row.value("json", String?.self) != nil {
      content = .alert(try AlertRecord(row: row))
    }
  }
}

extension AlertRecord {
  fileprivate init(row: Row) throws {
    self.init(
      id: try row.value("entryID"), store: try row.value("store"), alert: try row.value("alert"),
      isRaised: try row.value("isRaised"), timeMilliseconds: try row.value("alertMilliseconds"),
      json: try row.value("json"))
  }
}
