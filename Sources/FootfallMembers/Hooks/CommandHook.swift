internal import FootfallProcess
internal import Glibc

/// Starts a program for each event, without a shell, with the event as a line of JSON on its standard input.
///
/// It has no environment, so that it is not handed the master key, and is killed where it takes too long.
public struct CommandHook: MemberMatchHook {
  private let program: String
  private let arguments: [String]
  private let patience: Duration
  private let line: @Sendable (MemberEvent) -> String
  private let fail: @Sendable (String) -> Void

  /// - Parameters:
  ///   - program: a path.
  ///   - patience: how long it may take.
  ///   - line: the event as JSON in one line.
  ///   - fail: told in one line what went wrong.
  public init(
    _ program: String, _ arguments: [String], patience: Duration,
    line: @escaping @Sendable (MemberEvent) -> String, fail: @escaping @Sendable (String) -> Void
  ) {
    self.program = program
    self.arguments = arguments
    self.patience = patience
    self.line = line
    self.fail = fail
  }

  /// Starts the program; blocks until it has ended or was killed.
  public func recognised(_ event: MemberEvent) { run(event) }
  /// Starts the program; blocks until it has ended or was killed.
  public func left(_ event: MemberEvent) { run(event) }

  private func run(_ event: MemberEvent) {
    let deadline = ContinuousClock.now + patience
    do throws(SystemError) {
      let child = try ChildProcess(program, arguments)
      _ = child.send(Array((line(event) + "\n").utf8), until: deadline)
      shutdown(child.socket, Int32(SHUT_WR))
      guard Self.waits(for: child, until: deadline) else {
        return fail("\(program): took longer than \(patience) and was ended")
      }
      let ending = child.ending()
      if ending != .exit(status: 0) { fail("\(program): ended with \(ending); allowed: exit status 0") }
    } catch {
      fail("\(program): cannot be started: \(error.reason)")
    }
  }

  /// Reads what the program says, which is for nobody, until it has ended.
  /// - Returns: whether it has before the deadline.
  private static func waits(for child: ChildProcess, until deadline: ContinuousClock.Instant) -> Bool {
    while ContinuousClock.now < deadline {
      var information = siginfo_t()
      // It stays a zombie, so that its number is still its own.
      let options = WEXITED | WNOHANG | WNOWAIT
      if waitid(P_PID, id_t(child.identifier), &information, options) == 0, information.si_signo == SIGCHLD {
        return true
      }
      let said = child.receive(until: min(deadline, .now + .milliseconds(20)))
      // Once it has closed its output there is nothing to wait for but its end.
      if said?.isEmpty == true { usleep(5000) }
    }
    return false
  }
}
