import FootfallSolver
import Glibc

/// Standard input, which is the parent.
enum RequestInput {
  /// The request; nil where there is none.
  static func read() -> SolverRequest? {
    guard let length = SolverRequest.length(bytes(SolverRequest.prefix)) else { return nil }
    return SolverRequest(body: bytes(length))
  }

  /// Ends the process as soon as the parent has gone.
  static func waitForEnd() -> Never {
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count == 0 || (count < 0 && errno != EINTR) { _exit(1) }
    }
  }

  /// So many bytes, or fewer where the input ends.
  private static func bytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = Glibc.read(STDIN_FILENO, buffer.baseAddress.map { $0 + filled }, count - filled)
        if read < 0, errno == EINTR { continue }
        if read <= 0 { return }
        filled += read
      }
    }
  }
}
