/// The content lines of an iCalendar file (RFC 5545, 3.1): they end with CR LF and are folded after 75 octets.
struct ContentLines {
  private(set) var bytes: [UInt8] = []

  /// Adds a line whose value is no text or is escaped already.
  mutating func add(_ name: String, _ value: String) {
    var room = 75
    for scalar in "\(name):\(value)".unicodeScalars {
      let octets = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      // A character is never cut in two.
      if octets.count > room {
        bytes += "\r\n ".utf8
        room = 74
      }
      bytes += octets
      room -= octets.count
    }
    bytes += "\r\n".utf8
  }

  /// Adds a line whose value is a text.
  mutating func add(_ name: String, text: String) { add(name, ContentLines.escaped(text)) }

  /// A text as RFC 5545, 3.3.11, writes it; control characters but line breaks and tabs are left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\\(scalar)"
      case "\n", "\r": escaped += "\\n"
      case _ where (scalar.value < 0x20 && scalar != "\t") || scalar.value == 0x7F: continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
