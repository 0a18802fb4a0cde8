internal import Foundation

/// A real MQTT broker (Debian's `mosquitto`) on a port of this machine, which keeps sessions over a restart; killed with
/// the last reference to it.
public final class MosquittoBroker {
  /// Where it listens.
  public let port: Int
  private var process = Process()
  private let folder: TemporaryFolder
  private let settings: String
  /// The certificate that it proves its name, 127.0.0.1, with, as a file; nil without TLS.
  public private(set) var certificate: String?

  /// Whether broker and subscriber are installed; prints why the test is skipped where not.
  public static var isPresent: Bool {
    let files = [program, MosquittoSubscriber.program]
    if let missing = files.first(where: { !FileManager.default.isExecutableFile(atPath: $0) }) {
      print("skipped: \(missing) is absent (Debian's mosquitto, mosquitto-clients)")
      return false
    }
    return true
  }

  private static let program = "/usr/sbin/mosquitto"

  /// Starts it; without a user anybody may come in.
  /// - Parameter isSecure: whether it wants TLS, with a certificate that nobody but itself has signed.
  public init(user: String? = nil, password: String = "", isSecure: Bool = false) throws {
    folder = try TemporaryFolder()
    port = try FreePort.any()
    var text = """
      listener \(port) 127.0.0.1
      user root
      persistence true
      persistence_location \(folder.url.path)/
      autosave_interval 1
      autosave_on_changes true
      allow_anonymous \(user == nil)

      """
    if let user {
      let file = try folder.write("\(user):\(password)\n", to: "users").path
      try Self.run("mosquitto_passwd", ["-U", file])
      text += "password_file \(file)\n"
    }
    if isSecure {
      let (certificate, key) = (folder.url.path + "/certificate.pem", folder.url.path + "/key.pem")
      try Self.run(
        "openssl",
        ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
          + ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
          + ["-keyout", key, "-out", certificate])
      text += "certfile \(certificate)\nkeyfile \(key)\n"
      self.certificate = certificate
    }
    settings = try folder.write(text, to: "mosquitto.conf").path
    try start()
  }

  private static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/" + program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  /// Starts it again.
  public func start() throws {
    process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["-c", settings]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try FreePort.wait(for: port)
  }

  /// Ends it as a power cut does.
  public func end() {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  deinit { end() }
}

/// A real MQTT subscriber (`mosquitto_sub`), which writes down what it is told, and comes back to a broker that was away.
public final class MosquittoSubscriber {
  /// A message as it came.
  public struct Message: Hashable, Sendable {
    /// Whether the broker had kept it.
    public let isRetained: Bool
    /// Its topic.
    public let topic: String
    /// What it says.
    public let text: String
  }

  static let program = "/usr/bin/mosquitto_sub"
  private let process = Process()
  private let output: URL
  private let folder: TemporaryFolder

  /// Subscribes to a topic with quality 1; returns when the broker has let it in.
  public init(port: Int, topic: String, user: String? = nil, password: String = "") throws {
    folder = try TemporaryFolder()
    output = try folder.write("", to: "messages")
    process.executableURL = URL(fileURLWithPath: "/usr/bin/stdbuf")
    process.arguments =
      [
        "-oL", Self.program, "-d", "-h", "127.0.0.1", "-p", "\(port)", "-c", "-i",
        folder.url.lastPathComponent, "-q", "1", "-F", "told %r %t %p", "-t", topic,
      ] + (user.map { ["-u", $0, "-P", password] } ?? [])
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<1000 where try !text().contains("Subscribed") { usleep(10_000) }
  }

  /// Everything that came so far.
  public func messages() throws -> [Message] {
    try text().split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[0] == "told" else { return nil }
      return Message(isRetained: parts[1] == "1", topic: String(parts[2]), text: String(parts[3]))
    }
  }

  private func text() throws -> String { String(decoding: try Data(contentsOf: output), as: UTF8.self) }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}

/// Ports of 127.0.0.1.
public enum FreePort {
  private struct Failure: Error {}

  /// One that nobody listens at.
  public static func any() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = address(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isNamed = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isNamed else { throw Failure() }
    return Int(in_port_t(bigEndian: address.sin_port))
  }

  /// Waits until somebody listens, up to ten seconds.
  public static func wait(for port: Int) throws {
    for _ in 0..<1000 {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      var address = address(port)
      let isOpen = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      if isOpen { return }
      usleep(10_000)
    }
    throw Failure()
  }

  private static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    return address
  }
}
