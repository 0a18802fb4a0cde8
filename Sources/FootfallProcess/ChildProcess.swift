internal import Glibc

/// A program that runs beside this one, with a socket as its standard input and output.
///
/// It is killed when the last reference to it goes. Used by one thread at a time.
public final class ChildProcess {
  /// What passes through the socket.
  public enum Stream: Sendable {
    /// Bytes.
    case bytes
    /// Messages: what is sent at once is received at once.
    case messages
  }

  /// What a program is given besides its arguments.
  public struct Surroundings: Sendable {
    /// What passes through the socket.
    public var stream: Stream
    /// Open files that it finds as 3, 4 and so on.
    public var files: [Int32]
    /// Whether it has the environment and the standard error of this program, or neither.
    public var isOpen: Bool

    /// Creates surroundings; without arguments, those of a program that is to see nothing.
    public init(stream: Stream = .bytes, files: [Int32] = [], isOpen: Bool = false) {
      self.stream = stream
      self.files = files
      self.isOpen = isOpen
    }
  }

  /// How it ended.
  public enum Ending: Hashable, Sendable {
    case exit(status: Int32)
    case signal(Int32)
  }

  /// The longest message.
  public static let longestMessage = 1 << 16

  /// Its number, as the system knows it.
  public let identifier: Int32
  /// This program's end of the socket, to wait for with others.
  public let socket: Int32
  private var isReaped = false

  /// Starts a program.
  /// - Throws: the reason, where the system can't.
  public init(
    _ path: String, _ arguments: [String], in surroundings: Surroundings = Surroundings()
  ) throws(SystemError) {
    var pair: [Int32] = [-1, -1]
    // Other children must not hold this one's socket open: its end would not be seen.
    let kind = surroundings.stream == .bytes ? SOCK_STREAM : SOCK_SEQPACKET
    let type = Int32(kind.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    if socketpair(AF_UNIX, type, 0, &pair) != 0 { throw SystemError(code: errno) }
    defer { close(pair[1]) }
    let (number, code) = Self.spawn(path, arguments, streams: pair[1], surroundings)
    if code != 0 {
      close(pair[0])
      throw SystemError(code: code)
    }
    identifier = number
    socket = pair[0]
  }

  deinit {
    end()
    close(socket)
  }

  /// Writes all of `bytes`.
  /// - Returns: whether the child took them before the deadline.
  public func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard wait(for: POLLOUT, until: deadline) else { return false }
      let count = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count <= 0 { return false }
      rest.removeFirst(count)
    }
    return true
  }

  /// What the child writes next: nil where nothing came before the deadline, empty where it has closed its output.
  public func receive(until deadline: ContinuousClock.Instant) -> [UInt8]? {
    guard wait(for: POLLIN, until: deadline) else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.longestMessage) { buffer, count in
      count = max(0, recv(socket, buffer.baseAddress, buffer.count, 0))
    }
    return bytes
  }

  /// Waits for its end, which is near: it has closed its output.
  public func ending() -> Ending {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    isReaped = true
    let signal = status & 0x7f
    return signal == 0 ? .exit(status: (status >> 8) & 0xff) : .signal(signal)
  }

  /// Kills it, where it still runs.
  public func end() {
    if isReaped { return }
    kill(identifier, SIGKILL)
    _ = ending()
  }

  /// Waits until the socket is ready.
  private func wait(for events: Int32, until deadline: ContinuousClock.Instant) -> Bool {
    while true {
      let left = max(.zero, deadline - .now) / .milliseconds(1)
      var request = pollfd(fd: socket, events: Int16(events), revents: 0)
      let count = poll(&request, 1, Int32(min(left.rounded(.up), 1e9)))
      if count > 0 { return true }
      if count == 0 || errno != EINTR { return false }
    }
  }

  /// The number of the new process, or an error of the system.
  private static func spawn(
    _ path: String, _ arguments: [String], streams: Int32, _ surroundings: Surroundings
  ) -> (pid_t, code: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Before anything is put in the places that they may have themselves.
    let files = surroundings.files.map { fcntl($0, F_DUPFD_CLOEXEC, 3 + Int32(surroundings.files.count)) }
    defer { files.forEach { close($0) } }
    posix_spawn_file_actions_adddup2(&actions, streams, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, streams, STDOUT_FILENO)
    for (index, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, 3 + Int32(index))
    }
    if !surroundings.isOpen {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Ctrl-C is for the parent, whose end is the child's.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let words = ([path] + arguments).map { strdup($0) }
    let libraries = getenv("LD_LIBRARY_PATH").flatMap { strdup("LD_LIBRARY_PATH=" + String(cString: $0)) }
    defer { (words + [libraries]).forEach { free($0) } }
    var number: pid_t = 0
    let code =
      surroundings.isOpen
      ? posix_spawn(&number, path, &actions, &attributes, words + [nil], environ)
      : posix_spawn(&number, path, &actions, &attributes, words + [nil], [libraries, nil])
    return (number, code)
  }
}
