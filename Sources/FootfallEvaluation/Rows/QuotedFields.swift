/// Splits a line of comma-separated values (RFC 4180, without line breaks inside quotes).
enum QuotedFields {
  /// The values of `line`: quotes taken off, blanks at both ends left out, inside of quotes, too.
  static func split(_ line: String) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var isAfterQuote = false
    for character in line {
      switch character {
      case "\"" where isAfterQuote && !isQuoted:
        // The second of two quotes inside a quoted value stands for one.
        field.append("\"")
        isQuoted = true
        isAfterQuote = false
      case "\"":
        isAfterQuote = isQuoted
        isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(trimmed(field))
        field = ""
        isAfterQuote = false
      default:
        field.append(character)
        isAfterQuote = false
      }
    }
    return fields + [trimmed(field)]
  }

  private static func trimmed(_ field: String) -> String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let start = field.drop(while: isBlank)
    return String(start.reversed().drop(while: isBlank).reversed())
  }
}
