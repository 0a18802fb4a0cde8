internal import Glibc

/// Keeps a second program out of a folder for as long as it lives.
final class FolderLock {
  private let descriptor: Int32

  /// - Throws: ``MembersError`` of kind `unavailable` where another program has the folder.
  init(of folder: String) throws(MembersError) {
    let path = folder + "/lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SlotFile.failure("open", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw MembersError(
        .unavailable, "\(folder): another footfall works with these members; one at a time is allowed")
    }
  }

  deinit { close(descriptor) }

  /// Whether another program, or another part of this one, has the folder at this moment.
  static func isTaken(_ folder: String) -> Bool {
    let descriptor = open(folder + "/lock", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }
}
