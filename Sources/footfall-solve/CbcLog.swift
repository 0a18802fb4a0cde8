import Dispatch
@preconcurrency import Glibc

/// What CBC prints, read back: the only way to follow it that works.
///
/// Its callback for messages falls silent after the first heuristic that solves a smaller program, because that one's
/// copy of the handler is the same, and is told to be quiet.
final class CbcLog: Sendable {
  /// Told the best objective, NaN where there is none, and the bound, −∞ where there is none.
  typealias Listener = @Sendable (_ objective: Double, _ bound: Double) -> Void

  private let ended = DispatchSemaphore(value: 0)

  /// Turns standard output into what is read here, from now on.
  init(_ listener: @escaping Listener) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    dup2(ends[1], STDOUT_FILENO)
    close(ends[1])
    setvbuf(stdout, nil, _IOLBF, 0)
    let input = ends[0]
    DispatchQueue.global().async { [ended] in
      Self.read(input, listener)
      ended.signal()
    }
  }

  /// Waits until all that was printed is read; what comes later is lost.
  func end() {
    fflush(stdout)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    ended.wait()
  }

  private static func read(_ input: Int32, _ listener: Listener) {
    guard let file = fdopen(input, "r") else { return }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0 {
      guard let line else { return }
      tell(String(cString: line), listener)
    }
  }

  /// The lines are those of CBC 2.10; its infinity is 1e50.
  private static func tell(_ line: String, _ listener: Listener) {
    if let number = number(after: "Integer solution of ", in: line) { listener(number, -.infinity) }
    if let number = number(after: "Continuous objective value is ", in: line) { listener(.nan, number) }
    if let number = number(after: "best possible ", in: line), number.magnitude < 1e40 {
      listener(.nan, number)
    }
  }

  private static func number(after words: String, in line: String) -> Double? {
    guard let start = line.firstRange(of: words)?.upperBound else { return nil }
    return Double(line[start...].prefix { !$0.isWhitespace })
  }
}
