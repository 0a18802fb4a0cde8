internal import Foundation

/// Why a result could not be written.
///
/// Nothing is half-written when one is thrown: results appear only when all of them are complete.
public struct ExportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is, for programs to act on.
  public enum Kind: Hashable, Sendable {
    /// The file or its folder can't be written: missing rights, a read-only disk, something else in the way.
    case unwritable
    /// The disk or the user's share of it is full.
    case full
    /// Anything else.
    case failed
  }

  /// What kind of trouble it is.
  public var kind: Kind
  /// What was attempted, as a verb: `write`.
  public var action: String
  /// The file or folder, as the user knows it.
  public var path: String
  /// What is wrong.
  public var reason: String

  /// One line: what, where and why.
  public var description: String { "cannot \(action) \(path): \(reason)" }

  /// Creates an error.
  public init(_ kind: Kind, _ action: String, _ path: String, _ reason: String) {
    self.kind = kind
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// Translates the system's error number, which the caller has read before any other call.
  init(code: Int32, _ action: String, _ path: String) {
    let kind: Kind =
      switch code {
      case ENOSPC, EDQUOT, EFBIG: .full
      case EACCES, EPERM, EROFS, ENOTDIR, EISDIR, EEXIST, ENOENT, ELOOP, ENAMETOOLONG: .unwritable
      default: .failed
      }
    self.init(kind, action, path, String(cString: strerror(code)).lowercased())
  }
}
