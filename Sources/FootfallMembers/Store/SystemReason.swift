internal import Glibc

/// What the system says about a failure.
enum SystemReason {
  /// The reason of the last call that failed on this thread.
  static var last: String { String(cString: strerror(errno)).lowercased() }
}
