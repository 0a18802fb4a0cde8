internal import Glibc

/// Keeps a second program out of a folder for as long as it lives.
final class FolderLock {
  private static let pauseMicroseconds: UInt32 = 10_000

  private let descriptor: Int32

  /// - Parameter patience: how long another program may still have the folder.
  /// - Throws: ``MembersError`` of kind `unavailable` where another program has it for longer.
  init(of folder: String, patience: Duration) throws(MembersError) {
    let path = folder + "/lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SlotFile.failure("open", path) }
    let deadline = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw SlotFile.failure("lock", path) }
      guard ContinuousClock.now < deadline else {
        throw MembersError(
          .unavailable, "\(folder): another footfall works with these members; one at a time is allowed")
      }
      usleep(Self.pauseMicroseconds)
    }
  }

  deinit { close(descriptor) }
}
