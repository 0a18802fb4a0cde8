/// Checks that the elements of a page are nested as they should be: stricter than a browser, which mends silently.
enum MarkupCheck {
  private static let void: Set<Substring> = ["meta", "img", "br"]

  /// The first fault, or nil when there is none.
  static func fault(of page: String) -> String? {
    var open: [Substring] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      if rest[..<start].contains(">"), open.last != "style" {
        return "a loose > before \(rest[start...].prefix(40))"
      }
      rest = rest[start...]
      guard let tag = rest.prefixMatch(of: /<(\/?)([A-Za-z0-9!]+)((?:[^<>"]|"[^"<>]*")*?)(\/?)>/) else {
        return "no tag: \(rest.prefix(60))"
      }
      rest = rest[tag.range.upperBound...]
      let name = tag.output.2
      if !tag.output.1.isEmpty {
        guard open.popLast() == name else { return "unexpected </\(name)> before \(rest.prefix(40))" }
      } else if tag.output.4.isEmpty, !void.contains(name), name != "!DOCTYPE" {
        open.append(name)
      }
    }
    return open.isEmpty ? nil : "never closed: \(open)"
  }
}
