import FootfallSolver
import Glibc

/// Where messages go: what was standard output before CBC could write there.
struct MessageOutput {
  let descriptor: Int32

  /// Writes all of a message; where the parent has gone, there is nobody to be told.
  func write(_ message: SolverMessage) {
    var rest = message.encoded()[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      rest.removeFirst(count)
    }
  }
}
