import Foundation

/// The folder in which a running store keeps its database, accounts and access log; one program uses it at a time, because
/// two would count everybody twice.
final class StateFolder: Sendable {
  let path: String
  private let lock: Int32

  /// Makes the folder where there is none, and takes it.
  /// - Throws: ``CommandError`` where it can't be made, or another program uses it.
  init(_ path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandError("cannot make the folder \(path): it must be possible to write there", .io)
    }
    // The mark goes with the process, however that ends.
    lock = open(Self.file(in: path), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else {
      throw CommandError("cannot write in \(path): \(String(cString: strerror(errno)).lowercased())", .io)
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let user = Self.user(of: path).map { ", process \($0)" } ?? ""
      throw CommandError(
        "\(path) is used by another footfall serve\(user); give it another --state", .unavailable)
    }
    ftruncate(lock, 0)
    let number = "\(getpid())\n"
    _ = number.withCString { pwrite(lock, $0, strlen($0), 0) }
  }

  deinit { close(lock) }

  var database: String { Self.database(in: path) }
  var accounts: String { path + "/accounts.json" }

  /// The database of a folder, whether or not it is taken.
  static func database(in path: String) -> String { path + "/footfall.db" }

  /// The process that uses a folder; nil for none.
  static func user(of path: String) -> Int32? {
    let file = open(file(in: path), O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    if flock(file, LOCK_SH | LOCK_NB) == 0 { return nil }
    let text = try? String(contentsOfFile: Self.file(in: path), encoding: .utf8)
    return text.flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  private static func file(in path: String) -> String { path + "/serve.lock" }
}
