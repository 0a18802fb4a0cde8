internal import Foundation

/// A real HTTP server on this machine (`scripts/webhook-receiver`, Python's `http.server`) that takes posts; killed with
/// the last reference to it.
public final class WebhookReceiver {
  /// A post as it came.
  public struct Post: Decodable, Sendable {
    /// `Idempotency-Key`.
    public let id: String
    /// `X-Footfall-Event`.
    public let event: String
    /// `X-Footfall-Store`.
    public let store: String
    /// `good`, `bad` or `absent`, as Python sees it.
    public let signature: String
    /// What was answered.
    public let status: Int
    /// Seconds since 1970 UTC.
    public let at: Double
  }

  /// Where it listens.
  public let port: Int
  private let process = Process()
  private let output: URL
  private let folder: TemporaryFolder

  /// Starts it.
  public init(secret: String? = nil, port: Int = 0) throws {
    folder = try TemporaryFolder()
    output = try folder.write("", to: "posts")
    process.executableURL = SharedData.packageRoot.appendingPathComponent("scripts/webhook-receiver")
    process.arguments = ["--port", "\(port)"]
    if let secret {
      process.arguments? += ["--secret-file", try folder.write(secret, to: "secret").path]
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.port = try Self.firstLine(of: output)
  }

  private struct Silence: Error {}

  private static func firstLine(of file: URL) throws -> Int {
    for _ in 0..<2000 {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      if text.contains("\n"), let port = text.split(separator: "\n").first.flatMap({ Int($0) }) {
        return port
      }
      usleep(5000)
    }
    throw Silence()
  }

  /// The address of a path on it.
  public func address(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  /// Everything that was posted so far, in the order of arrival.
  public func posts() throws -> [Post] {
    let lines = String(decoding: try Data(contentsOf: output), as: UTF8.self).split(separator: "\n")
    return try lines.dropFirst().map { try JSONDecoder().decode(Post.self, from: Data($0.utf8)) }
  }

  /// Ends it as a power cut does.
  public func end() {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  deinit { end() }
}
