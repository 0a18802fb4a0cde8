internal import Foundation

/// A camera's source as it may be shown: an address without credentials.
enum SourceName {
  /// Query keys whose values open a camera.
  private static let secretKeys: Set<String> = [
    "access_token", "apikey", "api_key", "auth", "key", "login", "passwd", "password", "pass", "pwd",
    "secret", "sig", "signature", "token", "user", "username", "usr",
  ]

  /// `source` without user and password (`rtsp://user:password@host/…`) and with the values of such query keys
  /// replaced by `***`; anything but an address with a scheme is returned as it is.
  static func redacted(_ source: String) -> String {
    guard let scheme = source.range(of: "://"), isScheme(source[..<scheme.lowerBound]) else { return source }
    let rest = source[scheme.upperBound...]
    let queryStart = rest.firstIndex { $0 == "?" || $0 == "#" } ?? rest.endIndex
    return source[..<scheme.upperBound] + withoutUser(rest[..<queryStart])
      + withoutSecrets(rest[queryStart...])
  }

  private static func isScheme(_ text: Substring) -> Bool {
    text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
  }

  private static func withoutUser(_ text: Substring) -> Substring {
    let authority = text.prefix { $0 != "/" }
    if let at = authority.lastIndex(of: "@") { return text[text.index(after: at)...] }
    // A slash in a password that was not escaped: what follows the colon is then no port.
    guard let colon = authority.firstIndex(of: ":"), !authority.hasPrefix("["),
      !authority[colon...].dropFirst().allSatisfy(\.isNumber), let at = text.lastIndex(of: "@")
    else { return text }
    return text[text.index(after: at)...]
  }

  private static func withoutSecrets(_ query: Substring) -> String {
    query.split(separator: "&", omittingEmptySubsequences: false).map { field in
      guard let equals = field.firstIndex(of: "=") else { return String(field) }
      let key = field[..<equals].drop { $0 == "?" || $0 == "#" }.lowercased()
      return secretKeys.contains(key) ? field[...equals] + "***" : String(field)
    }.joined(separator: "&")
  }
}
