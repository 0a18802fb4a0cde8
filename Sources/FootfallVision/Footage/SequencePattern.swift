/// A path with one `printf` integer in its last component, such as `frames/%06d.jpg`.
struct SequencePattern {
  private let prefix: String
  private let suffix: String
  /// Numbers have at least this many digits, with zeros before them.
  private let digits: Int

  /// Reads a pattern: `%d` or `%0Nd` once, `%%` for a percent sign; nil when `path` is none.
  init?(_ path: String) {
    var texts = [""]
    var width: Int?
    var rest = path[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        texts[texts.count - 1].append(character)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        texts[texts.count - 1].append("%")
        continue
      }
      let number = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest[number.endIndex...]
      guard width == nil, rest.popFirst() == "d", number.isEmpty || number.first == "0" else { return nil }
      guard let count = number.isEmpty ? 1 : Int(number), count <= 18 else { return nil }
      width = max(count, 1)
      texts.append("")
    }
    guard let width, !texts[1].contains("/") else { return nil }
    prefix = texts[0]
    suffix = texts[1]
    digits = width
  }

  /// The folder in which the files lie.
  var folder: String {
    guard let slash = prefix.lastIndex(of: "/") else { return "." }
    return slash == prefix.startIndex ? "/" : String(prefix[..<slash])
  }

  /// The path of the file with this number.
  func path(_ number: Int) -> String { prefix + padded(number) + suffix }

  private func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// The number in the name of a file in ``folder``, of up to 18 digits so that numbers can be added to it; nil
  /// where the name does not match.
  func number(inName name: String) -> Int? {
    let start = prefix.lastIndex(of: "/").map { prefix[prefix.index(after: $0)...] } ?? prefix[...]
    guard name.hasPrefix(start), name.hasSuffix(suffix), name.count >= start.count + suffix.count else {
      return nil
    }
    let middle = name.dropFirst(start.count).dropLast(suffix.count)
    guard middle.count <= 18, middle.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(middle)
    else { return nil }
    return padded(number) == middle ? number : nil
  }
}
