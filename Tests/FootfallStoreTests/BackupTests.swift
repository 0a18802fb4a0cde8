import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Foundation
import GRDB
import Testing

@testable import FootfallStore

@Suite("Copies of the database")
struct BackupTests {
  private let scratch: ScratchStore
  private let store: EventStore

  init() throws {
    scratch = try ScratchStore()
    store = try scratch.open()
    try store.record([Fixture.run()])
  }

  private func path(_ name: String) -> String { scratch.folder.url.appendingPathComponent(name).path }

  private func kind(_ body: () throws -> Void) -> StoreError.Kind? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.kind
    }
  }

  private var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: scratch.folder.url.path).sorted() }
  }

  @Test("a copy made while others write is the database at one moment, and its own file")
  func whileWriting() async throws {
    let writer = Task.detached { [store] in
      for index in 1...40 as ClosedRange<Int64> {
        try store.add([
          Fixture.run(recording: Fixture.recording(start: Fixture.start + index * 120_000, media: "\(index)"))
        ])
      }
    }
    let reader = try scratch.open(.readOnly)
    for round in 0..<5 {
      try reader.backUp(to: path("copy.db"))
      let copy = try EventStore(path: path("copy.db"), access: .readOnly)
      let events = try copy.events(of: StoreQuery(store: "high-street"))
      // A run is written whole: 5 events each.
      #expect(!events.isEmpty && events.count % 5 == 0, "\(round)")
      try copy.close()
    }
    try await writer.value
    let mode = try FileManager.default.attributesOfItem(atPath: path("copy.db"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try !files.contains { $0.hasPrefix("copy.db") && $0 != "copy.db" })
  }

  @Test("backed up and restored, it is as it was")
  func roundTrip() throws {
    let before = try Contents(store)
    try store.backUp(to: path("copy.db"))
    try store.record([Fixture.run(analysis: Fixture.analysis(model: "m2"), people: 7)])
    try store.close()
    #expect(kind { try EventStore.restore(path("copy.db"), to: scratch.path, isForced: false) } == .exists)
    try EventStore.restore(path("copy.db"), to: scratch.path, isForced: true)
    #expect(try Contents(scratch.open(.readOnly)) == before)
    try EventStore.restore(path("copy.db"), to: path("new.db"), isForced: false)
    #expect(try Contents(EventStore(path: path("new.db"), access: .readOnly)) == before)
    #expect(try files == ["copy.db", "footfall.db", "new.db"])
    let again = try scratch.open()
    #expect(
      kind {
        try again.backUp(
          to: scratch.folder.url.path + "/../" + scratch.folder.url.lastPathComponent + "/footfall.db")
      } == .exists)
  }

  @Test("the journal of a database that was killed is not played into the one restored")
  func strayJournal() throws {
    let before = try Contents(store)
    try store.backUp(to: path("copy.db"))
    try store.record([Fixture.run(analysis: Fixture.analysis(model: "m2"), people: 7)])
    // The files as a program leaves them that is killed.
    let other = path("killed.db")
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: scratch.path + suffix, toPath: other + suffix)
    }
    try EventStore.restore(path("copy.db"), to: other, isForced: true)
    #expect(try Contents(EventStore(path: other, access: .readWrite)) == before)
  }

  @Test("while another program has the database open, nothing takes its place")
  func inUse() throws {
    try store.backUp(to: path("copy.db"))
    try store.close()
    try #require(try scratch.open().path == scratch.path)
    let holder = try Holder(of: scratch.path)
    #expect(kind { try EventStore.restore(path("copy.db"), to: scratch.path, isForced: true) } == .busy)
    let other = try EventStore(path: path("copy.db"), access: .readOnly)
    #expect(kind { try other.backUp(to: scratch.path) } == .busy)
    holder.end()
    try EventStore.restore(path("copy.db"), to: scratch.path, isForced: true)
  }

  @Test("a copy that is damaged, of a newer version or no database is refused, and the database stays")
  func badCopies() throws {
    let before = try Contents(store)
    try store.backUp(to: path("copy.db"))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path("copy.db")))
    for index in stride(from: 4096, to: bytes.count, by: 4096) { bytes[index + 3] ^= 0xff }
    try bytes.write(to: URL(fileURLWithPath: path("damaged.db")))
    let queue = try DatabaseQueue(path: path("copy.db"))
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 from the future')") }
    try queue.close()
    _ = try scratch.folder.write(String(repeating: "no database\n", count: 50), to: "notes.txt")
    try store.close()
    for (name, expected) in [
      ("damaged.db", .corrupt), ("copy.db", .newerSchema), ("notes.txt", .notADatabase),
      ("absent.db", .missing),
    ] as [(String, StoreError.Kind)] {
      #expect(
        kind { try EventStore.restore(path(name), to: scratch.path, isForced: true) } == expected, "\(name)")
    }
    #expect(try Contents(scratch.open(.readOnly)) == before)
    let reader = try scratch.open(.readOnly)
    #expect(kind { try reader.backUp(to: path("notes.txt")) } == .notADatabase)
    #expect(kind { try reader.backUp(to: path("nowhere/copy.db")) } == .unwritable)
    #expect(try !files.contains { $0.hasSuffix(".partial") })
  }

  @Test("a full disk leaves no half copy", .enabled(if: SmallDisk.isAvailable))
  func fullDisk() throws {
    let disk = try SmallDisk(kilobytes: 16)
    #expect(kind { try store.backUp(to: disk.url.appendingPathComponent("copy.db").path) } == .full)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.url.path).isEmpty)
  }
}

/// Another program that has a database open.
private final class Holder {
  private let process = Process()

  init(of path: String) throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      """
      import sqlite3, sys, time
      connection = sqlite3.connect(sys.argv[1])
      connection.execute("PRAGMA journal_mode = WAL")
      connection.execute("SELECT count(*) FROM store").fetchall()
      print("open", flush=True)
      time.sleep(60)
      """, path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    _ = output.fileHandleForReading.availableData
  }

  func end() {
    process.terminate()
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
