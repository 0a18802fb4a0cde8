import Foundation

/// Addresses that can be posted to.
enum HTTPAddress {
  /// Whether it is `http://` or `https://` with a host, a port that can be or none, and without a user, whom nobody would be
  /// told.
  static func isValid(_ text: String) -> Bool {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      parts.rangeOfPort == nil || (1...65535).contains(parts.port ?? 0)
    else { return false }
    return ["http", "https"].contains(scheme) && parts.host?.isEmpty == false && parts.user == nil
  }
}
