internal import FootfallAnalytics
internal import GRDB

extension EventStore {
  /// The visits of a current run that begin in some time, person by person in order of entry.
  ///
  /// Much faster than ``visits(of:)``: millions of visits are read in seconds.
  /// - Throws: ``StoreError``.
  public func stays(ofRun run: String, milliseconds wanted: Range<Int64>) throws -> [StoredStay] {
    try read("read") { database in
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT track, zone, enterMilliseconds, exitMilliseconds, ending <> ? OR wasUnderWay, ifnull(isStaff, 0)
          FROM visit WHERE run = (SELECT number FROM run WHERE id = ?)
            AND enterMilliseconds >= ? AND enterMilliseconds < ?
          ORDER BY track, enterNanoseconds
          """, arguments: [Visit.End.exited.rawValue, run, wanted.lowerBound, wanted.upperBound])
      var stays: [StoredStay] = []
      while let row = try cursor.next() {
        stays.append(
          StoredStay(
            track: try row.decode(atIndex: 0), zone: try row.decode(atIndex: 1),
            enterMilliseconds: try row.decode(atIndex: 2), exitMilliseconds: try row.decode(atIndex: 3),
            isCensored: try row.decode(atIndex: 4), isStaff: try row.decode(atIndex: 5)))
      }
      return stays
    }
  }
}
