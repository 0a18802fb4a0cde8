internal import Dispatch
public import Foundation

/// Sends HTTP requests to a server under test, byte by byte as the test wants them: any `Host`, any path.
public enum LoopbackClient {
  /// What the server answered.
  public struct Answer: Sendable {
    /// The status, 200 for OK.
    public let status: Int
    /// Headers with their names in lower case.
    public let headers: [String: String]
    /// The body.
    public let body: Data

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Why there is no answer.
  public struct Failure: Error {
    /// What failed.
    public let reason: String
  }

  /// Sends one request over a connection of its own and waits for the whole answer, up to 20 s.
  /// - Parameters:
  ///   - host: the value of `Host`; that of the server where none is given.
  ///   - body: JSON, for example.
  public static func send(
    _ method: String, _ path: String, port: Int, host: String? = nil, body: String = ""
  ) async throws -> Answer {
    let text =
      "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n"
      + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try answer(exchange(Array(text.utf8), port: port)) })
      }
    }
  }

  private static func exchange(_ request: [UInt8], port: Int) throws -> Data {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failure(reason: "no socket") }
    defer { close(descriptor) }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected, write(descriptor, request, request.count) == request.count else {
      throw Failure(reason: "cannot connect to port \(port)")
    }
    var answer = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count >= 0 else { throw Failure(reason: "no answer in time") }
      if count == 0 { return answer }
      answer.append(contentsOf: buffer[..<count])
      if isWhole(answer) { return answer }
    }
  }

  /// Whether all that `Content-Length` promises has come: not every server closes the connection.
  private static func isWhole(_ bytes: Data) -> Bool {
    guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)),
      let length = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
        .firstMatch(of: /\r\ncontent-length: *(\d+)/)
    else { return false }
    return Int(length.output.1).map { bytes.count - end.upperBound >= $0 } ?? false
  }

  private static func answer(_ bytes: Data) throws -> Answer {
    guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else {
      throw Failure(reason: "an answer without headers")
    }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count > 1, let status = Int(words[1]) else { throw Failure(reason: lines[0]) }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    return Answer(status: status, headers: headers, body: Data(bytes[end.upperBound...]))
  }
}
