internal import FootfallCore
internal import GRDB

extension EventStore {
  /// The counts of every line and zone of the store that the current runs watch, ordered by camera, and in that as the
  /// scenes of the newest recordings have them.
  /// - Throws: ``StoreError``.
  public func totals(store: String) throws -> [PlaceTotal] {
    try read("read") { database in
      var totals: [PlaceTotal] = []
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT camera.id AS camera, camera.number AS number, run.scene, max(recording.startMilliseconds)
          FROM camera JOIN recording ON recording.camera = camera.number
          JOIN run ON run.number = recording.currentRun
          WHERE camera.store = ? GROUP BY camera.id, run.scene
          ORDER BY camera.id, max(recording.startMilliseconds) DESC
          """, arguments: [store])
      var known: Set<[String]> = []
      for row in rows {
        let camera: String = try row.value("camera")
        let number: Int64 = try row.value("number")
        let scene = try SceneSnapshot.scene(fromJSON: try row.value("scene"))
        for line in scene.lines where known.insert([camera, "line", line.id]).inserted {
          let count = try crossings(database, camera: number, line: line.id)
          totals.append(PlaceTotal(camera: camera, place: line.id, count: count))
        }
        for zone in scene.zones where known.insert([camera, "zone", zone.id]).inserted {
          let count = try visits(database, camera: number, zone: zone.id)
          totals.append(PlaceTotal(camera: camera, place: zone.id, count: count))
        }
      }
      return totals
    }
  }

  private func crossings(_ database: Database, camera: Int64, line: String) throws -> PlaceTotal.Count {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT ifnull(sum(entries), 0) AS entries, ifnull(sum(exits), 0) AS exits
        FROM recording JOIN lineMinute ON lineMinute.run = recording.currentRun
        WHERE recording.camera = ? AND line = ?
        """, arguments: [camera, line])
    return .line(entries: try row?.value("entries") ?? 0, exits: try row?.value("exits") ?? 0)
  }

  private func visits(_ database: Database, camera: Int64, zone: String) throws -> PlaceTotal.Count {
    let sql = """
      SELECT count(*) FROM recording JOIN visit ON visit.run = recording.currentRun
      WHERE recording.camera = ? AND zone = ?
      """
    return .zone(visits: try Int.fetchOne(database, sql: sql, arguments: [camera, zone]) ?? 0)
  }
}
