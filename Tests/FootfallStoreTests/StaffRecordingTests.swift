import FootfallAnalytics
import FootfallCore
import GRDB
import Testing

@testable import FootfallStore

@Suite("People who work here, in the database")
struct StaffRecordingTests {
  let scratch: ScratchStore
  let query = StoreQuery(store: "high-street")

  init() throws { scratch = try ScratchStore() }

  @Test("Each visit says whether it is one of staff")
  func visits() throws {
    let store = try scratch.open()
    try store.record([Fixture.run(staff: [TrackID(2)])])
    #expect(try store.visits(of: query).map(\.isStaff) == [false])
    try store.record([Fixture.run(staff: [TrackID(1), TrackID(2)])])
    #expect(try store.visits(of: query).map(\.isStaff) == [true])
  }

  @Test("Who wears the uniform is kept with the run that counts, and goes with it")
  func uniformed() throws {
    let store = try scratch.open()
    func current() throws -> Set<TrackID> {
      let run = try #require(try store.runs(store: "high-street").first(where: \.isCurrent))
      return try store.uniformedTracks(ofRun: run.id)
    }
    try store.record([Fixture.run(uniformed: [TrackID(1), TrackID(3)])])
    #expect(try current() == [TrackID(1), TrackID(3)])
    try store.record([Fixture.run(analysis: Fixture.analysis(model: "m2"), uniformed: [TrackID(2)])])
    #expect(try current() == [TrackID(2)])
    try store.record([Fixture.run(analysis: Fixture.analysis(model: "m2"))])
    #expect(try current().isEmpty)
  }

  @Test("Of visits that an older version wrote nobody knows whose they are, and all else is as it was")
  func migration() throws {
    let store = try scratch.open()
    try store.record([Fixture.run(staff: [TrackID(1)])])
    var expected = try Contents(store)
    try store.close()
    let old = try DatabaseQueue(path: scratch.path)
    try old.write { database in
      try database.execute(
        sql: """
          ALTER TABLE visit DROP COLUMN isStaff;
          DROP TABLE uniformed;
          DELETE FROM grdb_migrations WHERE identifier = '4 people who work here';
          """)
    }
    try old.close()
    let migrated = try Contents(try scratch.open())
    for index in expected.visits.indices { expected.visits[index].isStaff = nil }
    #expect(migrated == expected && migrated.visits.count == 1)
  }
}
