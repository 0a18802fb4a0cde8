/// Checks that the elements of a page are nested as they should be: stricter than a browser, which mends silently.
enum MarkupCheck {
  private static let void: Set<String> = ["meta", "img", "br", "!DOCTYPE"]

  /// The first fault, or nil when there is none.
  static func fault(of page: String) -> String? {
    let bytes = Array(page.utf8)
    var open: [String] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ">"), open.last != "style" { return "a loose > at byte \(index)" }
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      guard let end = endOfTag(bytes, from: index + 1) else { return "no tag at byte \(index)" }
      let tag = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      index = end + 1
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" && $0 != "\n" })
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return "unexpected </\(name)> before byte \(index)" }
      } else if !tag.hasSuffix("/"), !void.contains(name) {
        open.append(name)
      }
    }
    return open.isEmpty ? nil : "never closed: \(open)"
  }

  /// The place of the `>` that ends a tag; nil where another tag begins before or a quote is not closed.
  private static func endOfTag(_ bytes: [UInt8], from start: Int) -> Int? {
    var isQuoted = false
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: ">"): return isQuoted ? nil : index
      default: break
      }
    }
    return nil
  }
}
