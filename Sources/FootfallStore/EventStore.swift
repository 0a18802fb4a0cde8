internal import Foundation
internal import GRDB

/// The database of one or more stores: recordings, runs, events, visits, minutes and the track log.
///
/// One file of SQLite. A recording has one current analysis: writing another one of the same recording replaces its
/// results, and the reading functions only see current ones, so that nothing is counted twice. All functions may
/// be called from any thread; writes wait for each other, reads do not.
/// ```swift
/// let store = try EventStore(path: "footfall.db", access: .readWrite)
/// try store.record([run])
/// let visits = try store.visits(of: StoreQuery(store: "high-street"))
/// ```
public final class EventStore: Sendable {
  /// What the database is opened for.
  public enum Access: Sendable {
    /// Reading only; the file must be there.
    case readOnly
    /// Reading and writing; the file must be there.
    case update
    /// Reading and writing; a new file is begun where there is none.
    case readWrite
  }

  /// The database file.
  public let path: String
  let reader: any DatabaseReader
  let writer: (any DatabaseWriter)?

  /// Opens the database at `path`.
  ///
  /// A file that is not a database of this program is never touched.
  /// - Throws: ``StoreError``.
  public convenience init(path: String, access: Access) throws {
    try self.init(path: path, access: access, pageLimit: nil)
  }

  /// - Parameter pageLimit: the largest number of pages the file may have: tests see a full disk with it.
  init(path: String, access: Access, pageLimit: Int?) throws {
    self.path = path
    do {
      let isNew = try DatabaseFile.check(path, mayBeNew: access == .readWrite)
      switch access {
      case .readOnly:
        reader = try EventStore.openForReading(path)
        writer = nil
      case .update, .readWrite:
        let pool = try EventStore.openForWriting(path, isNew: isNew, pageLimit: pageLimit)
        reader = pool
        writer = pool
      }
    } catch {
      throw StoreError(error, action: "open", path: path)
    }
  }

  deinit { try? close() }

  /// Closes the database, after which the file is complete by itself and can be read from a disk that can't be
  /// written, unless another program still has it open.
  ///
  /// A store that is not closed loses nothing, but may leave its journal (`-wal`, `-shm`) beside the file.
  /// - Throws: ``StoreError`` when reads are still going on.
  public func close() throws {
    do {
      if let pool = reader as? DatabasePool {
        pool.invalidateReadOnlyConnections()
        // Out of WAL mode, which needs files beside the database even for reading; refused while others have it open.
        _ = try? pool.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
      }
      try reader.close()
    } catch {
      throw StoreError(error, action: "close", path: path)
    }
  }

  func read<Value>(_ action: String, _ body: (Database) throws -> Value) throws -> Value {
    do {
      return try reader.read(body)
    } catch {
      throw StoreError(error, action: action, path: path)
    }
  }

  /// Runs `body` in one transaction: all of it is written or nothing.
  func write(_ action: String, _ body: (Database) throws -> Void) throws {
    do {
      guard let writer else { throw StoreError(.unwritable, action, path, "it was opened for reading only") }
      try writer.write(body)
    } catch {
      throw StoreError(error, action: action, path: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    return configuration
  }

  private static func openForReading(_ path: String) throws -> any DatabaseReader {
    var configuration = configuration
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { database in
      try checkVersion(database, path: path)
      guard try Schema.migrator.hasCompletedMigrations(database) else {
        let reason =
          "it was begun by an older version, or its beginning was cut off; analyse into it, or recompute it, once"
        throw StoreError(.notADatabase, "open", path, reason)
      }
    }
    return queue
  }

  private static func openForWriting(_ path: String, isNew: Bool, pageLimit: Int?) throws -> DatabasePool {
    if isNew {
      // The mark must be in the file itself before there is a journal that could hold it back.
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
      try queue.close()
    }
    var configuration = configuration
    if let pageLimit {
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.read { try checkVersion($0, path: path) }
    try Schema.migrator.migrate(pool)
    return pool
  }

  private static func checkVersion(_ database: Database, path: String) throws {
    guard try !Schema.migrator.hasBeenSuperseded(database) else {
      throw StoreError(
        .newerSchema, "open", path, "a newer version of footfall has written it; update footfall")
    }
  }
}

/// What can be told about a file without opening it as a database, which might change it.
enum DatabaseFile {
  /// Whether the database at `path` is still to be begun: there is no file, or an empty one.
  ///
  /// This process must not have it open: closing the file here would take its locks away (fcntl(2)).
  /// - Throws: ``StoreError`` when the file is something else than a database of ours, or absent and `mayBeNew` is false.
  static func check(_ path: String, mayBeNew: Bool) throws -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      if mayBeNew { return true }
      throw StoreError(.missing, "open", path, "no such file")
    }
    guard !isFolder.boolValue else { throw StoreError(.notADatabase, "open", path, "it is a folder") }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw StoreError(.missing, "open", path, "it may not be read")
    }
    defer { try? file.close() }
    let header = [UInt8](try file.read(upToCount: 100) ?? Data())
    if header.isEmpty, mayBeNew { return true }
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
      throw StoreError(.notADatabase, "open", path, "it is no SQLite database; it was left as it is")
    }
    // Bytes 68 to 71: the application id, big-endian (sqlite.org/fileformat2.html, section 1.3).
    let mark = header[68..<72].reduce(Int32(0)) { ($0 << 8) | Int32($1) }
    guard mark == Schema.applicationID else {
      throw StoreError(.notADatabase, "open", path, "another program's database; it was left as it is")
    }
    return false
  }
}
