internal import GRDB

extension EventStore {
  /// Every geometry with which results of the store were made, those that no longer count too, ordered by camera and
  /// version.
  /// - Throws: ``StoreError``.
  public func geometryVersions(store: String) throws -> [GeometryVersion] {
    try read("read") { database in
      // With a single min() SQLite takes the other columns from the row of the minimum (sqlite.org/lang_select.html).
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT camera.id AS camera, run.scene, run.writtenMilliseconds, min(run.number),
            count(CASE WHEN run.number = recording.currentRun THEN 1 END) AS recordings
          FROM run JOIN recording ON recording.number = run.recording
          JOIN camera ON camera.number = recording.camera
          WHERE camera.store = ? GROUP BY camera.id, run.scene ORDER BY camera.id, min(run.number)
          """, arguments: [store])
      var versions: [GeometryVersion] = []
      for row in rows {
        let camera: String = try row.value("camera")
        let snapshot: String = try row.value("scene")
        let isSameCamera = versions.last?.camera == camera
        versions.append(
          GeometryVersion(
            camera: camera, version: isSameCamera ? (versions.last?.version ?? 0) + 1 : 1,
            hash: GeometryVersion.hash(ofSnapshot: snapshot),
            writtenMilliseconds: try row.value("writtenMilliseconds"),
            recordings: try row.value("recordings"), scene: try SceneSnapshot(json: snapshot)))
      }
      return versions
    }
  }
}
