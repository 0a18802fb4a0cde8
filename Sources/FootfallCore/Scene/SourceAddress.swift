/// Where pictures come from: a path, or an address that may hold a password.
public enum SourceAddress {
  /// The part of an address that may be shown and kept: without user, password, query and fragment.
  ///
  /// A file path is returned as it is. The path of a camera that carries its password there
  /// (`/user=…_password=…`) is dropped as well.
  public static func withoutCredentials(_ source: String) -> String {
    guard let separator = source.firstRange(of: "://") else { return source }
    let scheme = source[..<separator.upperBound]
    var rest = source[separator.upperBound...]
    // A password may itself hold @, / or ?, so that the last @ decides, before anything else is cut.
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
    let lowercased = rest.lowercased()
    if ["pass", "pwd"].contains(where: lowercased.contains), let slash = rest.firstIndex(of: "/") {
      rest = rest[..<slash]
    }
    return String(scheme + rest)
  }
}
