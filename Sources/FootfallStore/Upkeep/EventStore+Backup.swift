internal import Foundation
internal import GRDB

extension EventStore {
  /// Copies the database into a file of its own, while others write into it.
  ///
  /// The copy is the database at one moment. It is checked, and appears whole or not at all; the mode of the file is
  /// 0600. Opened for reading only, the store keeps no writer waiting.
  /// - Parameter copy: a new file, or an older copy, which is replaced.
  /// - Throws: ``StoreError``: `notADatabase` where something else is at `copy`, `busy` where it is in use.
  public func backUp(to copy: String) throws {
    do {
      // Before its locks are looked at: that would drop those of this process.
      guard !DatabaseFile.isSame(path, copy) else {
        throw StoreError(.exists, "back up", path, "the copy has to be another file")
      }
      try DatabaseFile.checkReplaceable(copy)
      try DatabaseFile.publish(at: copy) { partial in
        guard let source = reader as? any DatabaseWriter else { return }
        try source.vacuum(into: partial)
        try Self.checkIntegrity(ofFile: partial)
      }
    } catch {
      throw StoreError(error, action: "back up \(path) to", path: copy)
    }
  }

  /// Puts a copy in the place of a database, brought up to the tables of this version.
  /// - Parameters:
  ///   - copy: as ``backUp(to:)`` leaves it.
  ///   - path: where the database is to be.
  ///   - isForced: whether a file at `path` may be replaced.
  /// - Throws: ``StoreError``: `exists` where there is a file and `isForced` is false, `busy` while a program has it open,
  ///   `corrupt`, `notADatabase` or `newerSchema` where the copy is of no use. The database is then as it was.
  public static func restore(_ copy: String, to path: String, isForced: Bool) throws {
    do {
      _ = try DatabaseFile.check(copy, mayBeNew: false)
      if FileManager.default.fileExists(atPath: path) {
        guard isForced else {
          throw StoreError(.exists, "restore", path, "there is a database already; --force replaces it")
        }
        try DatabaseFile.checkUnused(path)
      }
      try DatabaseFile.publish(at: path) { partial in
        try duplicate(copy, to: partial)
        try checkIntegrity(ofFile: partial)
        // Brings its tables up to date, too.
        try EventStore(path: partial, access: .update).close()
        try DatabaseFile.checkUnused(path)
        // The journal of the database that goes must not be played into the one that comes.
        for suffix in ["-wal", "-shm", "-journal"] { unlink(path + suffix) }
      }
    } catch {
      throw StoreError(error, action: "restore", path: path)
    }
  }

  /// Through SQLite and not byte by byte, because a journal may lie beside the copy.
  private static func duplicate(_ copy: String, to partial: String) throws {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: copy, configuration: configuration)
      try queue.vacuum(into: partial)
      try queue.close()
    } catch {
      throw StoreError(error, action: "read", path: copy)
    }
  }

  private static func checkIntegrity(ofFile path: String) throws {
    let findings = try DatabaseQueue(path: path).read { database in
      try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
        + Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { "\($0)" }
    }
    guard findings == ["ok"] else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
  }
}

extension EventStore {
  /// The process that has a database open; nil for none.
  ///
  /// To be asked before this process opens it: looking takes its own locks away.
  public static func user(ofDatabaseAt path: String) -> Int32? { DatabaseFile.user(of: path) }
}

extension DatabaseFile {
  /// Whether a copy may be put at `path`: there is nothing, or a database of ours that nobody has open.
  static func checkReplaceable(_ path: String) throws {
    guard try !check(path, mayBeNew: true) else { return }
    try checkUnused(path)
  }

  /// Whether two paths lead to one file.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var (one, two) = (stat(), stat())
    return stat(path, &one) == 0 && stat(other, &two) == 0
      && (one.st_dev, one.st_ino) == (two.st_dev, two.st_ino)
  }

  /// - Throws: ``StoreError`` of kind `busy` while another process has the database open.
  static func checkUnused(_ path: String) throws {
    guard let user = user(of: path) else { return }
    throw StoreError(.busy, "replace", path, "process \(user) has it open; stop it first")
  }

  /// The process that has the database open, as far as its locks tell; nil for none.
  ///
  /// As long as it is open with a write-ahead log, SQLite holds a shared lock on the bytes from 2^30 on
  /// (sqlite.org/src/file/src/os.h, PENDING_BYTE). The locks of this process itself do not show.
  static func user(of path: String) -> Int32? {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = (1 << 30, 512)
    guard fcntl(descriptor, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK) else { return nil }
    return lock.l_pid
  }

  /// Has `body` write a file beside `path`, and puts it there once it is on the disk.
  static func publish(at path: String, _ body: (_ partial: String) throws -> Void) throws {
    let partial = "\(path).\(getpid()).partial"
    let isMade = FileManager.default.createFile(
      atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade else {
      throw StoreError(.unwritable, "write", path, "the folder must be there and writable")
    }
    defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(partial + suffix) } }
    try body(partial)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: partial))
    try file.synchronize()
    try file.close()
    guard rename(partial, path) == 0 else {
      throw StoreError(.unwritable, "write", path, String(cString: strerror(errno)).lowercased())
    }
    let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }
}
