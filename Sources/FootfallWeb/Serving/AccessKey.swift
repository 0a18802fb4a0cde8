internal import HTTPTypes

/// What a request lets itself in with.
struct AccessKey: Hashable, Sendable {
  let cookie: String?
  let bearer: String?

  /// Reads `Cookie` and `Authorization`.
  init(_ headers: HTTPFields, cookieName: String) {
    let pairs = headers[values: .cookie].flatMap { $0.split(separator: ";") }
    cookie = pairs.lazy.compactMap { Self.value(ofPair: $0, name: cookieName) }.first
    let words = headers[.authorization]?.split(separator: " ") ?? []
    bearer = words.count == 2 && words[0].lowercased() == "bearer" ? String(words[1]) : nil
  }

  private static func value(ofPair pair: Substring, name: String) -> String? {
    let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
    return parts.count == 2 && parts[0] == name ? String(parts[1]) : nil
  }
}
