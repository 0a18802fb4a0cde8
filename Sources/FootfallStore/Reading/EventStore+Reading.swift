internal import FootfallAnalytics
internal import FootfallCore
internal import Foundation
internal import GRDB

extension EventStore {
  /// The stores in the database, ordered by id.
  /// - Throws: ``StoreError``.
  public func stores() throws -> [StoreSummary] {
    try read("read") { database in
      try Row.fetchAll(database, sql: "SELECT id, timeZone FROM store ORDER BY id").map { row in
        let id: String = row["id"]
        let cameras = try String.fetchAll(
          database, sql: "SELECT id FROM camera WHERE store = ? ORDER BY id", arguments: [id])
        let span = try Row.fetchOne(
          database,
          sql: """
            SELECT min(startMilliseconds) AS first, max(endMilliseconds) AS last
            FROM recording JOIN camera ON camera.number = recording.camera
            WHERE camera.store = ? AND currentRun IS NOT NULL
            """, arguments: [id])
        let first = span?["first"] as Int64?
        let last = span?["last"] as Int64?
        var milliseconds: Range<Int64>?
        if let first, let last, first <= last { milliseconds = first..<last }
        let isSimulated = try Bool.fetchOne(
          database,
          sql: """
            SELECT EXISTS (SELECT 1 FROM recording JOIN camera ON camera.number = recording.camera
            JOIN run ON run.number = recording.currentRun WHERE camera.store = ? AND run.model = ?)
            """, arguments: [id, Analysis.simulatedModel])
        return StoreSummary(
          id: id, timeZone: row["timeZone"], cameras: cameras, milliseconds: milliseconds,
          isSimulated: isSimulated ?? false)
      }
    }
  }

  /// The minutes that begin in the time wanted, ordered by time, then by camera.
  /// - Throws: ``StoreError``.
  public func minutes(of query: StoreQuery) throws -> [StoredMinute] {
    try rows(of: query, table: "minute", time: "startMilliseconds", then: "row.run") { row in
      StoredMinute(
        camera: try row.value("cameraID"), startMilliseconds: try row.value("startMilliseconds"),
        observed: .nanoseconds(try row.value("observedNanoseconds", Int64.self)),
        trafficIn: try row.value("trafficIn"), trafficOut: try row.value("trafficOut"),
        passersby: try row.value("passersby"),
        occupancy: Occupancy(
          mean: try row.value("occupancyMean"), max: try row.value("occupancyMax")))
    }
  }

  /// The crossings by line of the minutes that begin in the time wanted, ordered by time, camera, line.
  /// - Throws: ``StoreError``.
  public func lineMinutes(of query: StoreQuery) throws -> [StoredLineMinute] {
    try rows(of: query, table: "lineMinute", time: "startMilliseconds", then: "row.line, row.run") { row in
      StoredLineMinute(
        camera: try row.value("cameraID"), startMilliseconds: try row.value("startMilliseconds"),
        line: try row.value("line"),
        tally: .init(entries: try row.value("entries"), exits: try row.value("exits")))
    }
  }

  /// The people by zone of the minutes that begin in the time wanted, ordered by time, camera, zone.
  /// - Throws: ``StoreError``.
  public func zoneMinutes(of query: StoreQuery) throws -> [StoredZoneMinute] {
    try rows(of: query, table: "zoneMinute", time: "startMilliseconds", then: "row.zone, row.run") { row in
      StoredZoneMinute(
        camera: try row.value("cameraID"), startMilliseconds: try row.value("startMilliseconds"),
        zone: try row.value("zone"), mean: try row.value("mean"),
        max: try row.value("max"))
    }
  }

  /// The visits that begin in the time wanted, ordered by entry, camera, recording, scene and track.
  /// - Throws: ``StoreError``.
  public func visits(of query: StoreQuery) throws -> [StoredVisit] {
    try rows(of: query, table: "visit", time: "enterMilliseconds", then: "row.run, row.ordinal") { row in
      StoredVisit(
        camera: try row.value("cameraID"), visit: try Visit(row: row),
        enterMilliseconds: try row.value("enterMilliseconds"),
        exitMilliseconds: try row.value("exitMilliseconds"), isStaff: try row.value("isStaff"))
    }
  }

  /// The events of the time wanted, ordered by time, then by camera, then as in the stream.
  /// - Throws: ``StoreError``.
  public func events(of query: StoreQuery) throws -> [StoredEvent] {
    let table = "(SELECT run, ordinal, event.* FROM runEvent JOIN event ON event.id = runEvent.event)"
    return try rows(of: query, table: table, time: "timeMilliseconds", then: "row.run, row.ordinal") { row in
      try StoredEvent(row: row)
    }
  }

  /// Rows of current runs.
  ///
  /// `table` has a column `run`.
  private func rows<Value>(
    of query: StoreQuery, table: String, time: String, then order: String, _ value: (Row) throws -> Value
  ) throws -> [Value] {
    try read("read") { database in
      let wanted = query.milliseconds ?? Int64.min..<Int64.max
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT camera.id AS cameraID, row.*
          FROM camera JOIN recording ON recording.camera = camera.number
          JOIN \(table) AS row ON row.run = recording.currentRun
          WHERE camera.store = ? AND (? IS NULL OR camera.id = ?) AND row.\(time) >= ? AND row.\(time) < ?
          ORDER BY row.\(time), camera.id, \(order)
          """,
        arguments: [query.store, query.camera, query.camera, wanted.lowerBound, wanted.upperBound])
      var values: [Value] = []
      while let row = try cursor.next() { values.append(try value(row)) }
      return values
    }
  }

  static func utc(_ milliseconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601)
  }
}
