/// Where a server listens: `127.0.0.1:8080`, `localhost:8080` or `[::1]:8080`, of this machine alone unless told
/// otherwise.
public struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
  /// The host without brackets.
  public let host: String
  /// The port; 0 stands for any free one.
  public let port: Int

  /// Any free port of 127.0.0.1.
  public static let anyFreePort = ListenAddress(host: "127.0.0.1", port: 0)

  /// Reads HOST:PORT; nil where it is none, or other machines could connect and must not.
  public init?(_ text: String, allowsOtherMachines: Bool = false) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
      return nil
    }
    let host = Self.withoutBrackets(text[..<colon])
    guard Self.isLoopback(host) || allowsOtherMachines && Self.isHost(host) else { return nil }
    self.init(host: host, port: Int(port))
  }

  private init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// HOST:PORT, as it is read.
  public var description: String { "\(bracketed):\(port)" }

  /// Whether only this machine can connect.
  public var isLoopback: Bool { Self.isLoopback(host) }

  /// The address of a page.
  func url(port: Int, path: String) -> String { "\(url(port: port))\(path)/" }

  /// The address of the first page.
  func url(port: Int, isSecure: Bool = false) -> String {
    "\(isSecure ? "https" : "http")://\(bracketed):\(port)/"
  }

  private var bracketed: String { host.contains(":") ? "[\(host)]" : host }

  /// Whether a name means this machine and nothing else: `localhost`, `::1` or 127.a.b.c (RFC 1122, 3.2.1.3).
  static func isLoopback(_ host: String) -> Bool {
    if ["localhost", "::1"].contains(host.lowercased()) { return true }
    let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return bytes.count == 4 && bytes[0] == 127 && !bytes.contains(nil)
  }

  /// Whether it can be a name or an address: letters, digits, dots and hyphens, or an IPv6 address with colons.
  private static func isHost(_ host: String) -> Bool {
    !host.isEmpty
      && host.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || $0.properties.numericType != nil
            || ".-:".unicodeScalars.contains($0))
      }
  }

  /// The host of an authority such as `[::1]:80` or `localhost`.
  static func host(ofAuthority authority: String) -> String {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      return withoutBrackets(authority[...end])
    }
    return String(authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)[0])
  }

  private static func withoutBrackets(_ host: some StringProtocol) -> String {
    host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : String(host)
  }
}
