internal import FootfallCore
internal import HTTPTypes
internal import HummingbirdCore

/// Lets requests in that know the token and call this machine by its own name.
///
/// Other programs of this machine and pages of other sites reach loopback too. They don't know the token; and a site
/// whose name is made to mean 127.0.0.1 (DNS rebinding) still sends its own name.
struct AccessGuard: Sendable {
  /// The first part of every path.
  let token: String

  /// 128 random bits as 32 hexadecimal digits.
  static func randomToken() -> String {
    // Seeded by the kernel (getrandom) on Linux.
    var generator = SystemRandomNumberGenerator()
    return Hexadecimal.digits(of: (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// The path behind the token, without a slash in front; nil for a request that has to be refused.
  func path(of request: Request) -> String? {
    path(request.head.path ?? "", authority: request.head.authority)
  }

  /// As ``path(of:)``, of the parts of a request: its path with query, and its host with port.
  func path(_ path: String, authority: String?) -> String? {
    guard let authority, ListenAddress.isLoopback(ListenAddress.host(ofAuthority: authority)) else {
      return nil
    }
    let prefix = Array("/\(token)/".utf8)
    let bytes = Array(path.prefix { $0 != "?" }.utf8)
    guard Secret.isEqual(Array(bytes.prefix(prefix.count)), prefix) else { return nil }
    return String(decoding: bytes.dropFirst(prefix.count), as: UTF8.self)
  }
}
