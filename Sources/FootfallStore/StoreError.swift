internal import Foundation
internal import GRDB

/// Why a database could not be opened, read or written.
///
/// Nothing is half-written when one is thrown.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is, for programs to act on.
  public enum Kind: Hashable, Sendable {
    /// There is no file.
    case missing
    /// The file is something else than a database of this program; it was left as it is.
    case notADatabase
    /// A newer version of this program has changed the database's tables.
    case newerSchema
    /// The database is damaged.
    case corrupt
    /// Another recording of the same camera covers the same time.
    case overlap
    /// The store is in another time zone.
    case otherClock
    /// The file or its folder can't be written, or the disk fails.
    case unwritable
    /// The disk is full.
    case full
    /// Another program has kept the database locked, or has it open where nobody may.
    case busy
    /// There is a file where a new one was to be.
    case exists
    /// Anything else.
    case failed
  }

  /// What kind of trouble it is.
  public var kind: Kind
  /// What was attempted, as a verb: `open`.
  public var action: String
  /// The database file.
  public var path: String
  /// What is wrong and what is allowed, without what was written or asked for.
  public var reason: String

  /// One line: what, where and why.
  public var description: String { "cannot \(action) \(path): \(reason)" }

  init(_ kind: Kind, _ action: String, _ path: String, _ reason: String) {
    self.kind = kind
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// Translates whatever happened during `action` on the database at `path`.
  init(_ error: any Error, action: String, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError:
      let (kind, reason) = StoreError.translation(of: error)
      self.init(kind, action, path, reason)
    case is VarintReader.Damage, is DecodingError, is RowDecodingError:
      self.init(.corrupt, action, path, "the database is damaged; restore it from a copy")
    default: self.init(.failed, action, path, String(describing: error))
    }
  }

  private static func translation(of error: DatabaseError) -> (Kind, String) {
    switch error.resultCode {
    case .SQLITE_NOTADB: (.notADatabase, "it is no SQLite database")
    case .SQLITE_CORRUPT: (.corrupt, "the database is damaged; restore it from a copy")
    case .SQLITE_FULL: (.full, "the disk is full")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      (.unwritable, "the file and its folder must be there and writable")
    case .SQLITE_IOERR: (.unwritable, "the disk failed while reading or writing")
    case .SQLITE_BUSY, .SQLITE_LOCKED: (.busy, "another program keeps it locked")
    // The statement and its arguments stay out: they may hold what nobody else should read.
    default: (.failed, "SQLite error \(error.extendedResultCode.rawValue): \(error.message ?? "no message")")
    }
  }
}
