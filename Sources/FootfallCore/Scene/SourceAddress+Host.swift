extension SourceAddress {
  /// The addresses that cameras and streams have, with the TCP ports that are meant where none is written; nil where
  /// there is no usual one or the stream comes over UDP.
  public static let ports: KeyValuePairs<String, UInt16?> = [
    "rtsp": 554, "rtsps": 322, "http": 80, "https": 443, "rtmp": 1935, "rtmps": 443, "rtp": nil, "srt": nil,
    "tcp": nil, "udp": nil,
  ]

  /// The scheme of an address, in lower case; nil for a path.
  public static func scheme(of source: String) -> String? {
    source.firstRange(of: "://").map { source[..<$0.lowerBound].lowercased() }
  }

  /// Who is connected to for a stream over TCP; nil for a path, another stream, or what is no address.
  ///
  /// As FFmpeg takes addresses apart: the name ends at the first `/`, `?` or `#`, and begins after the last `@` before.
  public static func hostAndPort(of source: String) -> (host: String, port: UInt16)? {
    guard let separator = source.firstRange(of: "://"), let scheme = scheme(of: source),
      !["udp", "rtp", "srt"].contains(scheme)
    else { return nil }
    var authority = source[separator.upperBound...].prefix { !"/?#".contains($0) }
    if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
    var host = authority
    var port = ports.first { $0.key == scheme }?.value
    // A colon inside [::1] begins no port.
    if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
      guard let number = UInt16(authority[authority.index(after: colon)...]) else { return nil }
      (host, port) = (authority[..<colon], number)
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard let port, port > 0, !host.isEmpty else { return nil }
    return (String(host), port)
  }
}
