import FootfallTestSupport
import Foundation
import GRDB
import Testing

@testable import FootfallStore

@Suite("Faults around the store")
struct FaultTests {
  let scratch: ScratchStore

  init() throws { scratch = try ScratchStore() }

  private func kind(_ body: () throws -> Void) -> StoreError.Kind? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.kind
    }
  }

  @Test("A file that is something else is refused and left as it is", arguments: EventStore.Access.all)
  func unrelatedFiles(access: EventStore.Access) throws {
    let text = try scratch.folder.write(String(repeating: "no database\n", count: 50), to: "notes.txt").path
    let other = scratch.folder.url.appendingPathComponent("other.db").path
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE precious (value TEXT)") }
    try queue.close()
    for path in [text, other] {
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(kind { _ = try EventStore(path: path, access: access) } == .notADatabase)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
    #expect(kind { _ = try EventStore(path: scratch.folder.url.path, access: access) } == .notADatabase)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.url.path)
    #expect(files.sorted() == ["notes.txt", "other.db"])
  }

  @Test("Reading from nowhere is an error and makes no file")
  func missing() {
    #expect(kind { _ = try scratch.open(.readOnly) } == .missing)
    #expect(!FileManager.default.fileExists(atPath: scratch.path))
  }

  @Test("A folder that is absent or can't be written is an error")
  func unwritableFolder() throws {
    let absent = scratch.folder.url.appendingPathComponent("absent/footfall.db").path
    #expect(kind { _ = try EventStore(path: absent, access: .readWrite) } == .unwritable)
    // Nobody can make files there, root included.
    #expect(kind { _ = try EventStore(path: "/proc/footfall.db", access: .readWrite) } == .unwritable)
  }

  @Test("A store that was opened for reading refuses to write")
  func readOnly() throws {
    try scratch.open().close()
    let store = try scratch.open(.readOnly)
    #expect(kind { try store.record([Fixture.run()]) } == .unwritable)
  }

  @Test("A database of a newer version is refused", arguments: EventStore.Access.all)
  func newerSchema(access: EventStore.Access) throws {
    try scratch.open().close()
    let queue = try DatabaseQueue(path: scratch.path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 from the future')") }
    try queue.close()
    #expect(kind { _ = try scratch.open(access) } == .newerSchema)
  }

  @Test(
    "Damage anywhere in the file is an error or goes unnoticed, never a crash",
    arguments: [31, 32] as [UInt64])
  func corruption(seed: UInt64) throws {
    print("seed \(seed)")
    let store = try scratch.open()
    try store.record([Fixture.run()])
    try store.close()
    let sound = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
    var generator = SeededGenerator(seed: seed)
    var refused = 0
    for round in 0..<60 {
      var damaged = sound
      let begin = Int.random(in: 100..<sound.count - 200, using: &generator)
      for index in begin..<begin + 200 { damaged[index] = UInt8.random(in: 0...255, using: &generator) }
      if round % 3 == 0 { damaged = damaged.prefix(sound.count / 2 + round) }
      let path = scratch.folder.url.appendingPathComponent("damaged-\(round).db").path
      try damaged.write(to: URL(fileURLWithPath: path))
      do {
        _ = try Contents(try EventStore(path: path, access: .readOnly))
      } catch {
        #expect(error is StoreError)
        refused += 1
      }
    }
    #expect(refused > 10)
  }

  @Test("A full disk at any moment leaves the database as it was")
  func fullDisk() throws {
    let store = try scratch.open()
    try store.record([Fixture.run()])
    let before = try Contents(store)
    try store.close()
    let pages = try DatabaseQueue(path: scratch.path).read { try Int.fetchOne($0, sql: "PRAGMA page_count") }
    let first = try #require(pages)
    var failures = 0
    // Enough events to need new pages in several tables.
    let run = Fixture.run(analysis: Fixture.analysis(model: "m2"), people: 600)
    for limit in first..<first + 400 {
      let result = kind {
        let full = try EventStore(path: scratch.path, access: .readWrite, pageLimit: limit)
        try full.record([run])
      }
      let after = try Contents(try scratch.open(.readOnly))
      if result == nil {
        #expect(after.events.count == 602)
        break
      }
      failures += 1
      #expect(result == .full)
      #expect(after == before)
    }
    #expect((5..<400).contains(failures))
  }

  @Test("A failure in any table leaves the database as it was")
  func failureInAnyTable() throws {
    let store = try scratch.open()
    try store.record([Fixture.run()])
    let before = try Contents(store)
    let tables = ["run", "event", "runEvent", "visit", "minute", "lineMinute", "zoneMinute", "trackChunk"]
    // Another camera first, so that a whole run has been written when the second one fails.
    let other = Fixture.run(recording: Fixture.recording(media: "t", camera: "till"))
    let again = Fixture.run(analysis: Fixture.analysis(model: "m2"), people: 4)
    for table in tables {
      let queue = try DatabaseQueue(path: scratch.path)
      let condition =
        table == "run" ? "new.people = 4" : "(SELECT people FROM run WHERE number = new.run) = 4"
      let test = table == "event" ? "new.track = 4" : condition
      try queue.write {
        try $0.execute(
          sql: """
            CREATE TRIGGER fault BEFORE INSERT ON \(table) WHEN \(test)
            BEGIN SELECT raise(ABORT, 'injected'); END
            """)
      }
      #expect(kind { try store.record([other, again]) } == .failed, "\(table)")
      #expect(try Contents(store) == before, "\(table)")
      try queue.write { try $0.execute(sql: "DROP TRIGGER fault") }
      try queue.close()
    }
    try store.record([other, again])
    #expect(try Contents(store) != before)
  }

  @Test("An empty file becomes a database, and a beginning that was cut off is taken up again")
  func unfinishedBeginning() throws {
    #expect(FileManager.default.createFile(atPath: scratch.path, contents: nil))
    #expect(kind { _ = try scratch.open(.readOnly) } == .notADatabase)
    let queue = try DatabaseQueue(path: scratch.path)
    try queue.write { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
    try queue.close()
    #expect(kind { _ = try scratch.open(.readOnly) } == .notADatabase)
    try scratch.open().record([Fixture.run()])
    #expect(try scratch.open(.readOnly).stores().map(\.id) == ["high-street"])
  }

  @Test("A database that was closed is one file")
  func oneFile() throws {
    let store = try scratch.open()
    try store.record([Fixture.run()])
    try store.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.url.path) == ["footfall.db"])
    // Reading makes no other files, so that it works where nothing can be written.
    let reader = try scratch.open(.readOnly)
    #expect(try reader.stores().count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.url.path) == ["footfall.db"])
  }

  @Test("Closing one of two writers takes nothing away from the other")
  func twoWriters() throws {
    let first = try scratch.open()
    let second = try scratch.open()
    try first.record([Fixture.run()])
    try first.close()
    try second.record([Fixture.run(analysis: Fixture.analysis(model: "m2"), people: 1)])
    #expect(try second.events(of: StoreQuery(store: "high-street")).count == 3)
    #expect(try scratch.open(.readOnly).events(of: StoreQuery(store: "high-street")).count == 3)
  }

  @Test("Readers see a store while it is being written")
  func concurrentReader() throws {
    let store = try scratch.open()
    try store.record([Fixture.run()])
    let reader = try scratch.open(.readOnly)
    #expect(try Contents(reader) == Contents(store))
    try store.record([Fixture.run(analysis: Fixture.analysis(model: "m2"), people: 1)])
    #expect(try Contents(reader) == Contents(store))
  }
}

extension EventStore.Access {
  static let all: [EventStore.Access] = [.readOnly, .readWrite]
}
