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

  /// Tells before anything is recorded whether the clock of a store is the one on which it was recorded so far.
  /// - Throws: ``StoreError`` of kind `otherClock`, or any other.
  public func checkClock(_ timeZone: String, ofStore store: String) throws {
    try read("read") { database in
      try RunWriter(database: database, path: self.path, checkpoint: {})
        .refuseOtherClock(timeZone, ofStore: store)
    }
  }

  /// Tells before a long analysis whether ``record(_:overlaps:)`` would refuse its recording.
  ///
  /// Where the duration is not known yet (zero), it tells whether the recording begins within another one.
  /// - Throws: ``StoreError`` of kind `overlap` or `otherClock`, or any other.
  public func check(_ recording: Recording, overlaps policy: OverlapPolicy = .refuse) throws {
    try read("read") { database in
      let writer = RunWriter(database: database, path: self.path, checkpoint: {})
      try writer.refuseOtherClock(recording.timeZone, ofStore: recording.store)
      guard policy == .refuse else { return }
      let sql = "SELECT number FROM camera WHERE store = ? AND id = ?"
      guard
        let camera = try Int64.fetchOne(database, sql: sql, arguments: [recording.store, recording.camera])
      else { return }
      try writer.refuseOverlaps(with: recording, camera: camera)
    }
  }
}
